-- Those whose sponsor is not known yet are few and are asked for again and again.
create index concurrently sponsorship_unlinked_idx on sponsorship (bill_id, ordinal) where sponsor_id is null;
