-- One index for each sort of the list of bills, and one for what it is filtered and searched by.

create index bill_active_on_idx on bill (active_on desc, id desc);
create index bill_status_since_idx on bill (status_since desc, id desc);
create index bill_updated_at_idx on bill (updated_at desc, id desc);
create index bill_identifier_normalized_idx on bill (identifier_normalized);
create index bill_search_idx on bill using gin (search);
create index bill_areas_idx on bill using gin (areas);

-- Which bills ever had a status: those of which an action says so.
create index bill_action_asserted_status_idx on bill_action (asserted_status, bill_id) where asserted_status is not null;
