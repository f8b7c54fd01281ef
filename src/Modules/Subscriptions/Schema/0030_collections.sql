-- Invoices of subscriptions that are collected from cards. Rows follow from events alone; a rebuild makes the same.

create table subscriptions_collections (
    tenant_id       varchar     not null,
    id              uuid        not null,
    invoice_id      uuid        not null,
    number          varchar     not null,            -- of the invoice
    subscription_id uuid        not null,
    client_id       uuid        not null,
    currency        varchar     not null,
    amount          numeric     not null,            -- what was asked of the card last
    state           varchar     not null,            -- underWay, retrying, needsAction, exhausted, stopped, paid, dropped
    attempts        integer     not null,
    code            varchar     null,                -- why the last one failed
    next_at         timestamptz null,
    begun_at        timestamptz not null,
    last_at         timestamptz not null,
    disputed        boolean     not null,
    version         bigint      not null,
    constraint pk_subscriptions_collections primary key (tenant_id, id)
);
create index subscriptions_collections_next on subscriptions_collections (tenant_id, next_at) where next_at is not null;
create index subscriptions_collections_by_client on subscriptions_collections (tenant_id, client_id);
create index subscriptions_collections_by_time on subscriptions_collections (tenant_id, last_at, id);
select wall_in('subscriptions_collections');

alter table subscriptions_subscriptions
    add column missed jsonb   not null default '[]',    -- invoices that could not be collected
    add column unpaid boolean not null default false;
