select name, setting from pg_settings
union all select 'server_version_major', (current_setting('server_version_num')::integer / 10000)::text
union all select 'connection_encrypted', coalesce((select ssl::text from pg_stat_ssl where pid = pg_backend_pid()), 'false')
union all select 'role_connection_limit', rolconnlimit::text from pg_roles where rolname = current_user
union all select 'database_connection_limit', datconnlimit::text from pg_database where datname = current_database()
union all select 'in_recovery', pg_is_in_recovery()::text
