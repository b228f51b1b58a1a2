-- Reads both tables once, and keeps away nobody who reads or writes. Should it find a day outside of the years 1 to 9999,
-- correct the row and migrate again.

alter table bill validate constraint bill_days_check;
alter table bill_action validate constraint bill_action_occurred_on_check;
