-- To the owner and to the role that the server signs in as, rights are a matter of what they need, and compared elsewhere.
with objects as (
    select case c.relkind when 'v' then 'view ' when 'm' then 'materialized view ' when 'S' then 'sequence '
            else 'table ' end || c.oid::regclass as object,
        c.relowner as owner, coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner)) as acl,
        'pg_class'::regclass as class, c.oid as id
    from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
    and c.relname <> 'flyway_schema_history'
    union all
    select 'column ' || c.oid::regclass || '.' || quote_ident(a.attname), c.relowner, a.attacl, 'pg_class'::regclass, c.oid
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = current_schema()::regnamespace and a.attacl is not null and not a.attisdropped
    union all
    select case p.prokind when 'p' then 'procedure ' when 'a' then 'aggregate ' else 'function ' end || p.oid::regprocedure,
        p.proowner, coalesce(p.proacl, acldefault('f', p.proowner)), 'pg_proc'::regclass, p.oid
    from pg_proc p where p.pronamespace = current_schema()::regnamespace
    union all
    select 'type ' || format_type(t.oid, null), t.typowner, coalesce(t.typacl, acldefault('T', t.typowner)),
        'pg_type'::regclass, t.oid
    from pg_type t left join pg_class c on c.oid = t.typrelid
    where t.typnamespace = current_schema()::regnamespace
    and t.typtype in ('b', 'c', 'd', 'e', 'r') and t.typcategory <> 'A' and (c.oid is null or c.relkind = 'c')
    union all
    select 'the schema', n.nspowner, coalesce(n.nspacl, acldefault('n', n.nspowner)), 'pg_namespace'::regclass, n.oid
    from pg_namespace n where n.nspname = current_schema()
    union all
    select 'the default privileges of ' || case when d.defaclrole::text = current_setting('mswada.migrating_role')
            then 'the migrating role' else d.defaclrole::regrole::text end
            || ' for ' || case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions'
            when 'T' then 'types' else 'schemas' end,
        d.defaclrole, d.defaclacl, 'pg_default_acl'::regclass, d.oid
    from pg_default_acl d where d.defaclnamespace in (0, current_schema()::regnamespace)
), grants as (
    select o.object, e.grantee, case e.grantee when 0 then 'PUBLIC' else pg_get_userbyid(e.grantee)::text end as role,
        lower(e.privilege_type) || case when e.is_grantable then ' with grant option' else '' end as privilege
    from objects o, aclexplode(o.acl) e
    where e.grantee <> o.owner and e.grantee::text <> current_setting('mswada.migrating_role')
    and not exists (select from pg_depend d where d.classid = o.class and d.objid = o.id and d.deptype = 'e')
)
select 'grant' as kind, 'on ' || object || ' to ' || role as name, object as parent,
    string_agg(privilege, ', ' order by privilege) as definition
from grants
where role <> current_setting('mswada.server_role')
-- Everybody may use the schema called public, and nobody any other, where migrations do not say so.
and (object, role, privilege) <> ('the schema', 'PUBLIC', 'usage')
group by object, role
