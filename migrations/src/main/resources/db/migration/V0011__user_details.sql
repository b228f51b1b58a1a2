-- What else is known of users, and erasure: an erased user keeps the id and nothing else of the person.

alter table app_user
    alter column issuer drop not null,
    alter column subject drop not null,
    add column area text,
    add column anonymity text not null default 'PUBLIC',
    -- Words of name and e-mail address, for search; recomputed, and so emptied, with them.
    add column search_trigrams text[] not null generated always as (trigrams_of(array[display_name, email])) stored,
    add constraint app_user_area_check check (area ~ '\S'),
    add constraint app_user_anonymity_check check (anonymity in ('PUBLIC', 'PSEUDONYM', 'ANONYMOUS')),
    add constraint app_user_erased_check check (
        (status = 'ERASED') = (issuer is null) and (issuer is null) = (subject is null)
        and (status <> 'ERASED' or num_nonnulls(email, display_name, area) = 0));

create index app_user_role_idx on app_user (role, id);
create index app_user_area_idx on app_user (area, id);
create index app_user_status_idx on app_user (status, id);
create index app_user_search_trigrams_idx on app_user using gin (search_trigrams);

create table user_profile (
    user_id uuid not null,
    biography text,
    language text,
    time_zone text,
    avatar_url text,
    is_public boolean not null default false,
    constraint user_profile_pkey primary key (user_id),
    constraint user_profile_user_id_fkey foreign key (user_id) references app_user (id) on delete cascade,
    constraint user_profile_biography_check check (biography ~ '\S'),
    constraint user_profile_language_check check (language ~ '\S'),
    constraint user_profile_time_zone_check check (time_zone ~ '\S'),
    constraint user_profile_avatar_url_check check (avatar_url ~ '\S')
);
