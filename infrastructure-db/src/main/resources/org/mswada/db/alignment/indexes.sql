select 'index' as kind, x.indexrelid::regclass::text as name,
    coalesce(
        (select 'constraint ' || quote_ident(k.conname) || ' on ' || k.conrelid::regclass from pg_constraint k
         where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x')),
        (case t.relkind when 'm' then 'materialized view ' else 'table ' end) || x.indrelid::regclass) as parent,
    concat_ws(', ',
    pg_get_indexdef(x.indexrelid, 0, true),
    case when not x.indisvalid then 'invalid' end,
    case when not x.indisready then 'not maintained' end,
    case when x.indisclustered then 'clustered on it' end,
    case when x.indisreplident then 'replica identity' end
) as definition
from pg_index x
join pg_class c on c.oid = x.indexrelid
join pg_class t on t.oid = x.indrelid
where c.relnamespace = current_schema()::regnamespace
and t.relname <> 'flyway_schema_history'
and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = t.oid and d.deptype = 'e')
