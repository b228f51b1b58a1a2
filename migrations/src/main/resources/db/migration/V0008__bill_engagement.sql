-- How much a bill is looked at and talked about. In a table of its own, so that a counter that moves many times a second
-- never rewrites the bill; and without a foreign key, which would lock the bill's row to check it.

create table bill_engagement (
    bill_id uuid not null,
    views bigint not null default 0,
    comments bigint not null default 0,
    shares bigint not null default 0,
    bookmarks bigint not null default 0,
    votes_for bigint not null default 0,
    votes_against bigint not null default 0,
    votes_neutral bigint not null default 0,
    trackers bigint not null default 0,
    score numeric not null generated always as (
        10 * (votes_for + votes_against + votes_neutral) + 5 * comments + 3 * shares + 2 * bookmarks + 0.1 * views) stored,
    constraint bill_engagement_pkey primary key (bill_id),
    constraint bill_engagement_counters_check check (
        least(views, comments, shares, bookmarks, votes_for, votes_against, votes_neutral, trackers) >= 0)
) with (fillfactor = 70);

create index bill_engagement_score_idx on bill_engagement (score desc, bill_id desc);
