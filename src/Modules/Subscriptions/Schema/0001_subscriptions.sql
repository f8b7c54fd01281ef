-- What clients may subscribe to, and what they subscribe to. Rows follow from events alone; a rebuild makes the same.

create table subscriptions_plans (
    tenant_id  varchar not null,
    id         uuid    not null,
    code       varchar not null,
    name       varchar not null,                        -- of the newest version
    family     varchar not null,
    tier       integer not null,
    is_public  boolean not null,
    sort_order integer not null,
    archived   boolean not null,
    version    bigint  not null,
    constraint pk_subscriptions_plans primary key (tenant_id, id)
);
create unique index subscriptions_plans_by_code on subscriptions_plans (tenant_id, code);
select wall_in('subscriptions_plans');

create table subscriptions_subscriptions (
    tenant_id    varchar     not null,
    id           uuid        not null,
    client_id    uuid        not null,
    plan_id      uuid        not null,
    plan_version integer     not null,
    quantity     integer     not null,
    currency     varchar     not null,
    time_zone    varchar     not null,
    start_at     timestamptz not null,
    trial_ends   timestamptz not null,                  -- the start where there is no trial
    next_at      timestamptz null,                      -- when the next period is billed, which may be past for a while; null when none is
    ends         boolean     not null,                  -- with the period that is paid for
    paused       boolean     not null,
    canceled_at  timestamptz null,
    held         varchar     null,                      -- the family of plans that the client can have no other subscription of
    outside_id   varchar     null,
    times        jsonb       not null,                  -- what the next border follows from
    version      bigint      not null,
    constraint pk_subscriptions_subscriptions primary key (tenant_id, id)
);
create unique index subscriptions_of_a_family on subscriptions_subscriptions (tenant_id, client_id, held) where held is not null;
create index subscriptions_subscriptions_next on subscriptions_subscriptions (tenant_id, next_at) where next_at is not null;
create index subscriptions_subscriptions_by_client on subscriptions_subscriptions (tenant_id, client_id);
select wall_in('subscriptions_subscriptions');

-- What each subscription was worth, and when: the figures of any day follow from it.
create table subscriptions_lives (
    tenant_id   varchar     not null,
    id          uuid        not null,
    client_id   uuid        not null,
    currency    varchar     not null,
    trial_ends  timestamptz not null,
    tried       boolean     not null,
    canceled_at timestamptz null,
    steps       jsonb       not null,                   -- oldest first: plan, version, quantity, and whether it is paid for
    version     bigint      not null,
    constraint pk_subscriptions_lives primary key (tenant_id, id)
);
select wall_in('subscriptions_lives');
