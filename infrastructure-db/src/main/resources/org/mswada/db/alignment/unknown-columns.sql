select c.relname as in_table, a.attname as in_column
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where c.relnamespace = current_schema()::regnamespace and c.relname = any (?)
and a.attnotnull and not a.atthasdef and a.attidentity = ''
and not exists (select from unnest(?::text[], ?::text[]) known (in_table, in_column)
    where known.in_table = c.relname and known.in_column = a.attname)
order by 1, 2
