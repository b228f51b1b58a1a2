-- Bills with their actions, sponsorships and subjects.

create table bill (
    id uuid not null,
    session_id uuid not null,
    identifier text not null,
    identifier_normalized text not null,
    classification text not null,
    origin_chamber text not null,
    title text not null,
    short_title text,
    summary text,
    status text not null,
    status_since date not null,
    status_action integer,
    introduced_on date not null,
    latest_action_on date,
    latest_action_text text,
    law_number text,
    content_hash text not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint bill_pkey primary key (id),
    constraint bill_identifier_key unique (session_id, identifier_normalized),
    constraint bill_session_id_fkey foreign key (session_id) references legislative_session (id),
    constraint bill_identifier_check check (length(identifier) between 1 and 64),
    -- U+2010 and its like become a hyphen or nothing in the domain; here it is enough that nothing unfolded gets in.
    constraint bill_identifier_normalized_check check (
        identifier_normalized ~ '^[^\s.,;/_]+$' and identifier_normalized = upper(identifier_normalized)),
    constraint bill_classification_check check (classification in (
        'BILL', 'RESOLUTION', 'JOINT_RESOLUTION', 'CONCURRENT_RESOLUTION', 'CONSTITUTIONAL_AMENDMENT', 'ORDINANCE',
        'PETITION', 'OTHER')),
    constraint bill_origin_chamber_check check (origin_chamber in ('LOWER', 'UPPER', 'UNICAMERAL')),
    constraint bill_title_check check (title ~ '\S'),
    constraint bill_status_check check (status in (
        'DRAFT', 'INTRODUCED', 'IN_COMMITTEE', 'REPORTED', 'PASSED_CHAMBER', 'RECONCILING', 'STALLED',
        'PASSED_LEGISLATURE', 'VETOED', 'ENACTED', 'ADOPTED', 'FAILED', 'WITHDRAWN', 'LAPSED')),
    constraint bill_latest_action_check check ((latest_action_on is null) = (latest_action_text is null)),
    constraint bill_content_hash_check check (content_hash ~ '^[0-9a-f]{64}$'),
    constraint bill_version_check check (version > 0)
);

create index bill_introduced_on_idx on bill (introduced_on desc, id desc);
create index bill_session_id_introduced_on_idx on bill (session_id, introduced_on desc, id desc);
create index bill_status_introduced_on_idx on bill (status, introduced_on desc, id desc);

create table bill_action (
    bill_id uuid not null,
    sequence integer not null,
    occurred_on date not null,
    occurred_at timestamptz,
    text text not null,
    classes text[] not null default '{}',
    asserted_status text,
    constraint bill_action_pkey primary key (bill_id, sequence),
    constraint bill_action_bill_id_fkey foreign key (bill_id) references bill (id) on delete cascade,
    constraint bill_action_sequence_check check (sequence >= 0),
    constraint bill_action_text_check check (text ~ '\S'),
    constraint bill_action_asserted_status_check check (asserted_status in (
        'DRAFT', 'INTRODUCED', 'IN_COMMITTEE', 'REPORTED', 'PASSED_CHAMBER', 'RECONCILING', 'STALLED',
        'PASSED_LEGISLATURE', 'VETOED', 'ENACTED', 'ADOPTED', 'FAILED', 'WITHDRAWN', 'LAPSED'))
);

-- Each status names the action that caused it. Deferred, for a bill is stored before its actions.
alter table bill add constraint bill_status_action_fkey foreign key (id, status_action)
    references bill_action (bill_id, sequence) deferrable initially deferred;

create table sponsorship (
    bill_id uuid not null,
    ordinal integer not null,
    sponsor_id uuid,
    name_as_printed text not null,
    entity_type text not null,
    role text not null,
    joined_on date,
    withdrawn_on date,
    constraint sponsorship_pkey primary key (bill_id, ordinal),
    constraint sponsorship_bill_id_fkey foreign key (bill_id) references bill (id) on delete cascade,
    constraint sponsorship_sponsor_id_fkey foreign key (sponsor_id) references sponsor (id),
    constraint sponsorship_ordinal_check check (ordinal >= 0),
    constraint sponsorship_name_as_printed_check check (name_as_printed ~ '\S'),
    constraint sponsorship_entity_type_check check (entity_type in ('PERSON', 'COMMITTEE', 'EXECUTIVE', 'OTHER')),
    constraint sponsorship_role_check check (role in ('PRIMARY', 'COSPONSOR', 'JOINT', 'BY_REQUEST'))
);

create index sponsorship_sponsor_id_idx on sponsorship (sponsor_id);

create table subject (
    id integer generated always as identity,
    jurisdiction_id text not null,
    name text not null,
    constraint subject_pkey primary key (id),
    constraint subject_name_key unique (jurisdiction_id, name),
    constraint subject_jurisdiction_id_fkey foreign key (jurisdiction_id) references jurisdiction (id),
    constraint subject_name_check check (name ~ '\S')
);

create table bill_subject (
    bill_id uuid not null,
    ordinal integer not null,
    subject_id integer not null,
    constraint bill_subject_pkey primary key (bill_id, ordinal),
    constraint bill_subject_subject_id_key unique (subject_id, bill_id),
    constraint bill_subject_bill_id_fkey foreign key (bill_id) references bill (id) on delete cascade,
    constraint bill_subject_subject_id_fkey foreign key (subject_id) references subject (id),
    constraint bill_subject_ordinal_check check (ordinal >= 0)
);
