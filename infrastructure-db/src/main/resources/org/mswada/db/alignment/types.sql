-- Neither the types of rows and arrays, which come with others.
select 'type' as kind, format_type(t.oid, null) as name, null as parent, concat_ws(', ',
    case t.typtype
        when 'e' then (select 'enum (' || string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) || ')'
            from pg_enum e where e.enumtypid = t.oid)
        when 'd' then 'domain over ' || format_type(t.typbasetype, t.typtypmod)
        when 'c' then (select 'composite ('
            || string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum)
            || ')' from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)
        when 'r' then (select 'range over ' || format_type(r.rngsubtype, null) from pg_range r where r.rngtypid = t.oid)
        else 'base type, read by ' || t.typinput::text end,
    case when t.typtype = 'd' and t.typnotnull then 'not null' end,
    'default ' || t.typdefault,
    case when t.typtype = 'd' and t.typcollation <> b.typcollation then 'collation ' || t.typcollation::regcollation end,
    case when t.typowner::text <> current_setting('mswada.migrating_role') then 'owner ' || t.typowner::regrole end
) as definition
from pg_type t
left join pg_type b on b.oid = t.typbasetype
left join pg_class c on c.oid = t.typrelid
where t.typnamespace = current_schema()::regnamespace
and t.typtype in ('b', 'c', 'd', 'e', 'r') and t.typcategory <> 'A' and (c.oid is null or c.relkind = 'c')
and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
