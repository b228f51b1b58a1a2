select known.in_table, known.in_column, known.of_type, known.nullable, c.oid is not null as has_table,
    format_type(a.atttypid, a.atttypmod) as live_type, not a.attnotnull as live_nullable,
    coalesce(nullif(t.typbasetype, 0), a.atttypid) = to_regtype(known.of_type)
        -- All of these arrive and are sent as text.
        or (t.typcategory = 'S' and to_regtype(known.of_type) in ('text'::regtype, 'varchar'::regtype)) as fits
from unnest(?::text[], ?::text[], ?::text[], ?::boolean[]) known (in_table, in_column, of_type, nullable)
left join pg_class c on c.relname = known.in_table and c.relnamespace = current_schema()::regnamespace
    and c.relkind in ('r', 'p', 'v', 'm', 'f')
left join pg_attribute a on a.attrelid = c.oid and a.attname = known.in_column and a.attnum > 0 and not a.attisdropped
left join pg_type t on t.oid = a.atttypid
