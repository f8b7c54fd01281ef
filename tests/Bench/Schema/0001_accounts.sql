create table bench_tracked_accounts (
    tenant_id varchar not null,
    id uuid not null,
    owner varchar not null,
    currency varchar not null,
    balance numeric not null,
    last_on date not null,
    version bigint not null,
    constraint pk_bench_tracked_accounts primary key (tenant_id, id)
);
select wall_in('bench_tracked_accounts');

create table bench_account_balances (like bench_tracked_accounts including all);
select wall_in('bench_account_balances');
