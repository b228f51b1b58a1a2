-- A closed session: the bills that were open in it have lapsed.

alter table legislative_session
    add column closed_on date,
    add constraint legislative_session_closed_on_check check (closed_on >= start_date);
