-- Where bills are made, and the sessions in which their numbers are unique.

create table jurisdiction (
    id text not null,
    code text not null,
    name text not null,
    classification text not null,
    time_zone text not null,
    constraint jurisdiction_pkey primary key (id),
    constraint jurisdiction_code_key unique (code),
    constraint jurisdiction_id_check check (id ~ '^ocd-jurisdiction/country:[a-z]{2}(/[^/\s]+)+$'),
    constraint jurisdiction_code_check check (code ~ '^[a-z][a-z0-9-]{0,30}[a-z0-9]$'),
    constraint jurisdiction_name_check check (name ~ '\S'),
    constraint jurisdiction_classification_check check (classification in ('COUNTRY', 'STATE', 'MUNICIPALITY')),
    constraint jurisdiction_time_zone_check check (time_zone ~ '\S')
);

create table legislative_session (
    id uuid not null,
    jurisdiction_id text not null,
    identifier text not null,
    name text not null,
    classification text not null,
    start_date date not null,
    end_date date,
    constraint legislative_session_pkey primary key (id),
    constraint legislative_session_identifier_key unique (jurisdiction_id, identifier),
    constraint legislative_session_jurisdiction_id_fkey foreign key (jurisdiction_id) references jurisdiction (id),
    constraint legislative_session_identifier_check check (identifier ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    constraint legislative_session_name_check check (name ~ '\S'),
    constraint legislative_session_classification_check check (classification in ('PRIMARY', 'SPECIAL')),
    constraint legislative_session_end_date_check check (end_date >= start_date)
);
