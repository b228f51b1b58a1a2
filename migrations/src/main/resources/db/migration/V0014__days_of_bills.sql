-- The days of bills lie in the years 1 to 9999: beyond them no cursor can say where a page begins. From now on only; what is
-- stored is looked at by the next migration, for this one keeps everybody away from the tables as long as it lasts.

alter table bill add constraint bill_days_check check (
    introduced_on between date '0001-01-01' and date '9999-12-31'
    and status_since between date '0001-01-01' and date '9999-12-31'
    and latest_action_on between date '0001-01-01' and date '9999-12-31') not valid;

alter table bill_action add constraint bill_action_occurred_on_check check (
    occurred_on between date '0001-01-01' and date '9999-12-31') not valid;
