-- Who sponsors bills, and under which names other registers know them.

create table sponsor (
    id uuid not null,
    jurisdiction_id text not null,
    name text not null,
    chamber text,
    district text,
    role_title text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint sponsor_pkey primary key (id),
    constraint sponsor_jurisdiction_id_fkey foreign key (jurisdiction_id) references jurisdiction (id),
    constraint sponsor_name_check check (name ~ '\S'),
    constraint sponsor_chamber_check check (chamber in ('LOWER', 'UPPER', 'UNICAMERAL'))
);

create index sponsor_jurisdiction_id_idx on sponsor (jurisdiction_id);

create table sponsor_identifier (
    scheme text not null,
    identifier text not null,
    sponsor_id uuid not null,
    constraint sponsor_identifier_pkey primary key (scheme, identifier),
    constraint sponsor_identifier_sponsor_id_fkey foreign key (sponsor_id) references sponsor (id) on delete cascade,
    constraint sponsor_identifier_scheme_check check (scheme ~ '^[a-z][a-z0-9-]{0,31}$'),
    constraint sponsor_identifier_identifier_check check (identifier ~ '\S' and length(identifier) <= 128)
);

create index sponsor_identifier_sponsor_id_idx on sponsor_identifier (sponsor_id);
