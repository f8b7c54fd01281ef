-- Subscriptions that Stripe bills, as they were seen there last. Rows follow from events alone; a rebuild makes the same.
create table subscriptions_mirrored (
    tenant_id   varchar     not null,
    id          uuid        not null,
    outside_id  varchar     not null,                   -- what Stripe calls it
    client_id   uuid        not null,
    status      varchar     not null,                   -- trialing, active, pastDue, paused, canceled, unpaid, incomplete
    currency    varchar     not null,
    items       jsonb       not null,
    prices      jsonb       not null,                   -- of the items: a plan that is linked with one is what the client has
    start_at    timestamptz not null,
    period_from timestamptz not null,
    period_to   timestamptz not null,
    trial_ends  timestamptz null,
    ends        boolean     not null,                   -- with the period that is paid for
    ended_at    timestamptz null,
    steps       jsonb       not null,                   -- oldest first: what it comes to in a month, from when on
    version     bigint      not null,
    constraint pk_subscriptions_mirrored primary key (tenant_id, id)
);
create unique index subscriptions_mirrored_by_outside_id on subscriptions_mirrored (tenant_id, outside_id);
create index subscriptions_mirrored_by_client on subscriptions_mirrored (tenant_id, client_id);
select wall_in('subscriptions_mirrored');

-- Stripe's prices that stand for a plan.
alter table subscriptions_plans add column outside_prices jsonb not null default '[]';
