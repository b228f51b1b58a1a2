-- What else is known of sponsors: names in parts and others, party, contact, memberships, and figures of their work.

-- The form in which spellings of a name are equal: no accents, no case, no punctuation. Without extensions, so that every
-- owner may migrate.
create function fold_name(name text) returns text language sql immutable strict parallel safe
return btrim(regexp_replace(regexp_replace(lower(
    replace(replace(replace(replace(translate(normalize(name, nfkd), 'ØøŁłĐđÐðıĦħŦŧ''’ʼ‘`', 'OoLlDdDdiHhTt'),
        'ß', 'ss'), 'æ', 'ae'), 'Æ', 'AE'), 'œ', 'oe')),
    '[\u0300-\u036f]', '', 'g'), '[[:space:][:punct:]]+', ' ', 'g'));

-- "Doe, Jane" is "Jane Doe", too. All names are folded at once, since that costs as much as one; U+0001 keeps them apart.
create function fold_names(names text[]) returns text[] language sql immutable parallel safe
return array(select distinct btrim(name) collate "C"
    from unnest(string_to_array(fold_name(concat_ws(E'\x01', array_to_string(names, E'\x01'), regexp_replace(
        array_to_string(names, E'\x01'), E'([^,\x01]+), *([^\x01]+)', '\2 \1', 'g'))), E'\x01')) as given (name)
    where btrim(name) <> '' order by 1);

-- Each three letters of each word, with its beginning and end, as pg_trgm has them.
create function trigrams_of(names text[]) returns text[] language sql immutable parallel safe
return array(select distinct substr(word, place, 3) collate "C"
    from (select distinct '  ' || part.word || ' '
        from unnest(string_to_array(fold_name(array_to_string(names, ' ')), ' ')) as part (word)
        where part.word <> '') as padded (word)
    cross join lateral generate_series(1, length(word) - 2) as start (place)
    order by 1);

alter table sponsor
    add column given_name text,
    add column family_name text,
    add column other_names text[] not null default '{}',
    add column party text,
    add column active boolean not null default true,
    add column email text,
    add column phone text,
    add column url text,
    add column version integer not null default 1,
    add column sort_name text collate "C" not null
        generated always as (left(fold_name(coalesce(family_name || ' ' || coalesce(given_name, ''), name)), 200)) stored,
    add column folded_names text[] not null generated always as (fold_names(
        other_names || array[name, given_name || ' ' || family_name, family_name || ' ' || given_name])) stored,
    add column name_trigrams text[] not null generated always as (trigrams_of(
        other_names || array[name, given_name, family_name])) stored,
    add constraint sponsor_given_name_check check (given_name ~ '\S'),
    add constraint sponsor_family_name_check check (family_name ~ '\S'),
    add constraint sponsor_party_check check (party ~ '\S'),
    add constraint sponsor_version_check check (version > 0);

create index sponsor_sort_name_idx on sponsor (sort_name, id);
create index sponsor_party_idx on sponsor (party, sort_name, id);
create index sponsor_district_idx on sponsor (district, sort_name, id);
-- Without a list of pending entries, which linking would have to read for each of thousands of names after an import.
create index sponsor_folded_names_idx on sponsor using gin (folded_names) with (fastupdate = off);
create index sponsor_name_trigrams_idx on sponsor using gin (name_trigrams);

create table sponsor_membership (
    sponsor_id uuid not null,
    organization text not null,
    start_date date not null,
    end_date date,
    chamber text,
    role text,
    party text,
    district text,
    constraint sponsor_membership_pkey primary key (sponsor_id, start_date, organization),
    constraint sponsor_membership_sponsor_id_fkey foreign key (sponsor_id) references sponsor (id) on delete cascade,
    constraint sponsor_membership_organization_check check (organization ~ '\S'),
    constraint sponsor_membership_end_date_check check (end_date >= start_date),
    constraint sponsor_membership_chamber_check check (chamber in ('LOWER', 'UPPER', 'UNICAMERAL'))
);

-- A table of its own, so that counting anew changes no sponsor.
create table sponsor_metrics (
    sponsor_id uuid not null,
    sponsored integer not null,
    cosponsored integer not null,
    enacted integer not null,
    computed_at timestamptz not null default now(),
    constraint sponsor_metrics_pkey primary key (sponsor_id),
    constraint sponsor_metrics_sponsor_id_fkey foreign key (sponsor_id) references sponsor (id) on delete cascade,
    constraint sponsor_metrics_sponsored_check check (sponsored >= 0),
    constraint sponsor_metrics_cosponsored_check check (cosponsored >= 0),
    constraint sponsor_metrics_enacted_check check (enacted >= 0)
);
