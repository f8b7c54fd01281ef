-- Money that clients paid before, or were given. Rows follow from events alone; a rebuild makes the same.

create table usage_wallets (
    tenant_id   varchar not null,
    id          uuid    not null,
    client_id   uuid    not null,
    name        varchar not null,
    currency    varchar not null,
    balance     numeric not null,
    priority    integer not null,                     -- the lowest pays first
    expires_on  date    null,                         -- the last day; null for none
    scope       jsonb   not null,                     -- what it pays; empty pays everything
    rule_below  numeric null,                         -- less than this is topped up
    rule_amount numeric null,
    voided      boolean not null,
    version     bigint  not null,
    constraint pk_usage_wallets primary key (tenant_id, id),
    constraint usage_wallets_never_below_zero check (balance >= 0)
);
create index usage_wallets_of_a_client on usage_wallets (tenant_id, client_id, priority);

select wall_in('usage_wallets');
