-- How much may be spent in a month, and at which shares of it somebody is told.
create table ai_budgets (
    tenant_id  varchar not null,
    id         uuid    not null,
    name       varchar not null,
    scope      varchar not null,                        -- organisation, account, tag
    account_id uuid    null,
    tag        varchar not null,
    amount     numeric not null,
    currency   varchar not null,
    thresholds jsonb   not null,
    closed     boolean not null,
    version    bigint  not null,
    constraint pk_ai_budgets primary key (tenant_id, id)
);
create unique index ai_budgets_by_name on ai_budgets (tenant_id, lower(name)) where not closed;
create index ai_budgets_open on ai_budgets (tenant_id, id) where not closed;
select wall_in('ai_budgets');
