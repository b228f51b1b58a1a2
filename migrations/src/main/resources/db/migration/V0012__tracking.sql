-- What users follow. The target is a bill, a sponsor, a subject of a jurisdiction, or a search.

create table tracking (
    id uuid not null,
    user_id uuid not null,
    target_type text not null,
    bill_id uuid,
    sponsor_id uuid,
    subject_jurisdiction text,
    subject text,
    search text,
    -- One text for each target, so that one index finds its followers and one constraint keeps them unique.
    target text not null generated always as (coalesce(
        bill_id::text, sponsor_id::text, subject_jurisdiction || ' ' || subject, search)) stored,
    triggers text[] not null,
    frequency text not null,
    stance text,
    paused boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint tracking_pkey primary key (id),
    constraint tracking_target_key unique (target_type, target, user_id),
    constraint tracking_user_id_fkey foreign key (user_id) references app_user (id) on delete cascade,
    constraint tracking_bill_id_fkey foreign key (bill_id) references bill (id) on delete cascade,
    constraint tracking_sponsor_id_fkey foreign key (sponsor_id) references sponsor (id) on delete cascade,
    constraint tracking_target_type_check check (target_type in ('BILL', 'SPONSOR', 'SUBJECT', 'SEARCH')),
    constraint tracking_target_check check (
        num_nonnulls(bill_id, sponsor_id, subject, search) = 1
        and (subject is null) = (subject_jurisdiction is null)
        and case target_type when 'BILL' then bill_id is not null when 'SPONSOR' then sponsor_id is not null
            when 'SUBJECT' then subject is not null else search is not null end),
    constraint tracking_subject_check check (subject ~ '\S'),
    constraint tracking_search_check check (search ~ '\S' and length(search) <= 500),
    constraint tracking_triggers_check check (triggers <@ array['STATUS_CHANGE', 'NEW_ACTION', 'NEW_SPONSOR',
        'WITHDRAWN_SPONSOR', 'TEXT_VERSION', 'NEW_MATCH'] and cardinality(triggers) > 0),
    constraint tracking_frequency_check check (frequency in ('IMMEDIATE', 'DAILY', 'WEEKLY')),
    constraint tracking_stance_check check (stance in ('SUPPORT', 'OPPOSE', 'WATCH'))
);

create index tracking_user_id_idx on tracking (user_id, id);
create index tracking_bill_id_idx on tracking (bill_id);
create index tracking_sponsor_id_idx on tracking (sponsor_id);
