-- People who sign in elsewhere: an OpenID Connect issuer and subject. No password, token or secret is ever kept here.

create table app_user (
    id uuid not null,
    issuer text not null,
    subject text not null,
    email text,
    display_name text,
    role text not null,
    status text not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint app_user_pkey primary key (id),
    constraint app_user_subject_key unique (issuer, subject),
    constraint app_user_issuer_check check (issuer ~ '\S'),
    constraint app_user_subject_check check (subject ~ '\S'),
    constraint app_user_email_check check (email ~ '^[^@\s]+@[^@\s]+$'),
    constraint app_user_display_name_check check (display_name ~ '\S'),
    constraint app_user_role_check check (role in (
        'CITIZEN', 'VERIFIED_CITIZEN', 'EXPERT', 'JOURNALIST', 'CLERK', 'MODERATOR', 'ADMIN')),
    constraint app_user_status_check check (status in ('ACTIVE', 'SUSPENDED', 'ERASED')),
    constraint app_user_version_check check (version > 0)
);

create unique index app_user_email_key on app_user (lower(email));
