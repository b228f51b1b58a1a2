-- Tables, views and sequences are relations; these are the tables.
select 'table' as kind, c.oid::regclass::text as name, null as parent, concat_ws(', ',
    case when c.relkind = 'f' then 'foreign table' when c.relpersistence = 'u' then 'unlogged table' else 'table' end,
    'partitioned by ' || pg_get_partkeydef(c.oid),
    'partition ' || pg_get_expr(c.relpartbound, c.oid, true),
    (select 'inherits ' || string_agg(i.inhparent::regclass::text, ', ' order by i.inhseqno)
     from pg_inherits i where i.inhrelid = c.oid),
    case when c.reloftype <> 0 then 'of ' || format_type(c.reloftype, null) end,
    case when c.relrowsecurity then 'row security enabled' end,
    case when c.relforcerowsecurity then 'row security forced' end,
    case c.relreplident when 'f' then 'replica identity full' when 'n' then 'replica identity nothing'
        when 'i' then 'replica identity by index' end,
    'with (' || array_to_string(c.reloptions, ', ') || ')',
    case when am.amname <> 'heap' then 'using ' || am.amname end,
    case when c.relowner::text <> current_setting('mswada.migrating_role') then 'owner ' || c.relowner::regrole end
) as definition
from pg_class c
left join pg_am am on am.oid = c.relam
where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'f')
and c.relname <> 'flyway_schema_history'
and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
