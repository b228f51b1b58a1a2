select case c.relkind when 'v' then 'view' else 'materialized view' end as kind, c.oid::regclass::text as name,
    null as parent, concat_ws(', ',
    rtrim(pg_get_viewdef(c.oid, true), ';'),
    'with (' || array_to_string(c.reloptions, ', ') || ')',
    case when not c.relispopulated then 'not populated' end,
    case when c.relowner::text <> current_setting('mswada.migrating_role') then 'owner ' || c.relowner::regrole end
) as definition
from pg_class c
where c.relnamespace = current_schema()::regnamespace and c.relkind in ('v', 'm')
and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
