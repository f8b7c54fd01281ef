-- What Stripe tells, as it came: stored before it is answered, handled later, kept for sixty days.
create table stripe_inbox (
    tenant_id   varchar     not null,
    endpoint    varchar     not null,                   -- which of our addresses it came to
    id          varchar     not null,                   -- Stripe's: the same event comes more than once
    type        varchar     not null,
    object_id   varchar     null,
    created_at  timestamptz not null,                   -- by Stripe's clock, to the second
    received_at timestamptz not null,
    delivered   boolean     not null,                   -- false: it was never delivered, we asked for it
    body        varchar     not null,
    handled_at  timestamptz null,
    outcome     varchar     null,                       -- taken, known, asked, ignored
    constraint pk_stripe_inbox primary key (tenant_id, endpoint, id)
);
create index stripe_inbox_by_time on stripe_inbox (tenant_id, received_at desc, id);
select wall_in('stripe_inbox');

-- How far back it was looked for events that were never delivered.
create table stripe_reconciled (
    tenant_id varchar     not null,
    endpoint  varchar     not null,
    until     timestamptz not null,
    constraint pk_stripe_reconciled primary key (tenant_id, endpoint)
);
select wall_in('stripe_reconciled');

-- Stripe's objects as it last told of them.
create table stripe_objects (
    tenant_id varchar     not null,
    id        uuid        not null,
    object_id varchar     not null,
    kind      varchar     not null,
    status    varchar     not null,
    customer  varchar     null,
    currency  varchar     null,
    amount    bigint      not null,
    paid      bigint      not null,
    refunded  bigint      not null,
    attempts  integer     not null,
    at        timestamptz not null,
    version   bigint      not null,
    constraint pk_stripe_objects primary key (tenant_id, id)
);
create unique index stripe_objects_by_id on stripe_objects (tenant_id, object_id);
select wall_in('stripe_objects');
