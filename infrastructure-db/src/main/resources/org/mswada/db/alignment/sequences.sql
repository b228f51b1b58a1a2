select 'sequence' as kind, c.oid::regclass::text as name,
    'column ' || o.refobjid::regclass || '.' || quote_ident(a.attname) as parent, concat_ws(', ',
    case c.relpersistence when 'u' then 'unlogged' end,
    format_type(s.seqtypid, null),
    'starts at ' || s.seqstart || ', by ' || s.seqincrement || ', from ' || s.seqmin || ' to ' || s.seqmax,
    'cache ' || s.seqcache,
    case when s.seqcycle then 'begins again' end,
    'owned by ' || o.refobjid::regclass || '.' || quote_ident(a.attname),
    case when c.relowner::text <> current_setting('mswada.migrating_role') then 'owner ' || c.relowner::regrole end
) as definition
from pg_sequence s
join pg_class c on c.oid = s.seqrelid
left join pg_depend o on o.classid = 'pg_class'::regclass and o.objid = c.oid and o.objsubid = 0
    and o.refclassid = 'pg_class'::regclass and o.deptype in ('a', 'i')
left join pg_attribute a on a.attrelid = o.refobjid and a.attnum = o.refobjsubid
where c.relnamespace = current_schema()::regnamespace
and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
