-- What a bill is filtered, sorted and searched by beyond what it already has. All additive: the previous release goes on
-- reading and writing. The table is written anew once, which blocks its readers for some seconds per 100,000 bills.

alter table bill
    add column areas text[] not null default '{}',
    -- Whether some status came about by a move that the status machine does not know; only sources do that.
    add column irregular boolean not null default false,
    add column source_url text,
    -- What a source says beyond the columns.
    add column extras jsonb not null default '{}',
    -- A bill that is deleted keeps its row, so that no import brings it back and it can be restored.
    add column deleted_at timestamptz,
    -- The names of its subjects, for the search alone: a generated column sees only its own row.
    add column subject_names text not null default '',
    -- The key by which bills are sorted by their latest action: never null, as a key of keyset paging must be.
    add column active_on date not null generated always as (coalesce(latest_action_on, introduced_on)) stored,
    -- A tsvector holds at most a megabyte; the beginning of a text tells what it is about.
    add column search tsvector not null generated always as (
        setweight(to_tsvector('pg_catalog.simple', identifier || ' ' || identifier_normalized), 'A')
        || setweight(to_tsvector('pg_catalog.english', left(title, 20000)), 'A')
        || setweight(to_tsvector('pg_catalog.english', left(coalesce(short_title, ''), 2000)), 'A')
        || setweight(to_tsvector('pg_catalog.english', left(subject_names, 20000)), 'B')
        || setweight(to_tsvector('pg_catalog.english', left(coalesce(summary, ''), 20000)), 'C')) stored,
    add constraint bill_source_url_check check (source_url ~ '^https?://\S+$'),
    add constraint bill_extras_check check (jsonb_typeof(extras) = 'object');

-- Deleted bills are few: the indexes of lists hold them too, and a list passes over them.
update bill set subject_names = named.names
from (
    select bill_subject.bill_id, string_agg(subject.name, ' ' order by bill_subject.ordinal) as names
    from bill_subject join subject on subject.id = bill_subject.subject_id
    group by bill_subject.bill_id) named
where named.bill_id = bill.id;
