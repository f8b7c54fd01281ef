-- What is left of what was paid before, as the provider last told.
create table ai_balances (
    tenant_id  varchar     not null,
    account_id uuid        not null,
    currency   varchar     not null,
    amount     numeric     not null,
    told_at    timestamptz not null,
    constraint pk_ai_balances primary key (tenant_id, account_id, currency)
);
select wall_in('ai_balances');
