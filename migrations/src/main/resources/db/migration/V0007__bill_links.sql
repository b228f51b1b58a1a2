-- How a bill is called elsewhere, and which bills it has to do with.

create table bill_identifier (
    scheme text not null,
    identifier text not null,
    bill_id uuid not null,
    constraint bill_identifier_pkey primary key (scheme, identifier),
    constraint bill_identifier_bill_id_fkey foreign key (bill_id) references bill (id) on delete cascade,
    constraint bill_identifier_scheme_check check (scheme ~ '^[a-z][a-z0-9-]{0,31}$'),
    constraint bill_identifier_identifier_check check (identifier ~ '\S' and length(identifier) <= 128)
);

create index bill_identifier_bill_id_idx on bill_identifier (bill_id);

-- The other bill is named by its natural key in the same jurisdiction, for it may be stored later, or never.
create table related_bill (
    bill_id uuid not null,
    ordinal integer not null,
    other_session text not null,
    other_identifier text not null,
    other_identifier_normalized text not null,
    kind text not null,
    reason text,
    constraint related_bill_pkey primary key (bill_id, ordinal),
    constraint related_bill_bill_id_fkey foreign key (bill_id) references bill (id) on delete cascade,
    constraint related_bill_ordinal_check check (ordinal >= 0),
    constraint related_bill_other_session_check check (other_session ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
    constraint related_bill_other_identifier_check check (length(other_identifier) between 1 and 64),
    constraint related_bill_other_identifier_normalized_check check (
        other_identifier_normalized ~ '^[^\s.,;/_]+$'
        and other_identifier_normalized = upper(other_identifier_normalized)),
    constraint related_bill_kind_check check (kind in (
        'COMPANION', 'IDENTICAL', 'PRIOR_SESSION', 'REPLACES', 'REPLACED_BY', 'RELATED')),
    constraint related_bill_reason_check check (reason ~ '\S')
);

-- A sponsorship without a sponsor is a name only, or one that several sponsors bear.
alter table sponsorship
    add column ambiguous boolean not null default false,
    add constraint sponsorship_ambiguous_check check (not ambiguous or sponsor_id is null);
