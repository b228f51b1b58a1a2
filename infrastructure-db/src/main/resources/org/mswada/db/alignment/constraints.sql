-- Not those of NOT NULL, which only PostgreSQL 18 lists; they are told with their columns.
select case k.contype when 'f' then 'foreign key' else 'constraint' end as kind,
    quote_ident(k.conname) || ' on ' || case when k.contypid = 0 then k.conrelid::regclass::text
        else format_type(k.contypid, null) end as name,
    case when k.contypid = 0 then 'table ' || k.conrelid::regclass
        else 'type ' || format_type(k.contypid, null) end as parent,
    concat_ws(', ',
    pg_get_constraintdef(k.oid, true),
    case when exists (select from pg_trigger t where t.tgconstraint = k.oid and t.tgisinternal and t.tgenabled <> 'O')
        then 'not enforced, its triggers are disabled' end
) as definition
from pg_constraint k
left join pg_class c on c.oid = k.conrelid
where k.connamespace = current_schema()::regnamespace and k.contype in ('c', 'f', 'p', 'u', 'x')
and (k.contype <> 'f' or k.conparentid = 0)
and c.relname is distinct from 'flyway_schema_history'
and not exists (select from pg_depend d where d.deptype = 'e' and (d.classid, d.objid)
    in (('pg_class'::regclass, k.conrelid), ('pg_type'::regclass, k.contypid)))
