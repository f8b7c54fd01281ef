-- Which invoices were not paid until the end of the schedule: a subscription is unpaid until none is left. Where that was not kept, it is all that were missed.
alter table subscriptions_subscriptions add column left_unpaid jsonb not null default '[]';
alter table subscriptions_subscriptions alter column left_unpaid type jsonb using case when unpaid then missed else '[]'::jsonb end;

-- Whose midnight a period begins at: a coupon takes nothing off from then on, whenever that was written down.
alter table subscriptions_lives add column time_zone varchar not null default 'UTC';
