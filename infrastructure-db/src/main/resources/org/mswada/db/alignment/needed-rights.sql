-- What the role that the server signs in as lacks: rights may come from ownership, from grants, or from other roles.
-- Without the right to use a schema, nobody sees it as the current one: so it is given.
select object, array_to_string(array(select unnest(needed) except select unnest(held)), ', ') as lacking
from (
    select 'table ' || quote_ident(c.relname) as object, array['select', 'insert', 'update', 'delete'] as needed,
        array(select r from unnest(array['select', 'insert', 'update', 'delete']) r
              where has_table_privilege(current_user, c.oid, r)) as held
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ? and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    union all
    select 'schema ' || quote_ident(n.nspname), array['usage'],
        case when has_schema_privilege(current_user, n.oid, 'usage') then array['usage'] else array[]::text[] end
    from pg_namespace n where n.nspname = ?
) rights
where not needed <@ held
order by object
