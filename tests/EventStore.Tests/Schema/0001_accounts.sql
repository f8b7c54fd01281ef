create table test_accounts (
    tenant_id varchar not null,
    id uuid not null,
    owner varchar not null,
    balance numeric not null,
    version bigint not null,
    touched timestamptz not null,
    constraint pk_test_accounts primary key (tenant_id, id)
);
create unique index test_accounts_by_owner on test_accounts (tenant_id, owner);
select wall_in('test_accounts');

create table test_totals (
    tenant_id varchar not null,
    what varchar not null,
    events int not null,
    amount numeric not null constraint test_totals_amount check (amount < 1000000),
    last_at timestamptz not null,
    constraint pk_test_totals primary key (tenant_id, what)
);
create index test_totals_by_amount on test_totals (tenant_id, amount desc) where events > 0;
select wall_in('test_totals');

create table test_statements (
    tenant_id varchar not null,
    id uuid not null,
    owner varchar not null,
    balance numeric not null,
    lines int not null,
    first_on date null,
    tags jsonb null,
    constraint pk_test_statements primary key (tenant_id, id)
);
create index test_statements_by_owner on test_statements (tenant_id, owner);
select wall_in('test_statements');

create table test_clients (
    tenant_id varchar not null,
    id uuid not null,
    name varchar not null,
    email varchar not null,
    version bigint not null,
    noted_by varchar not null,
    constraint pk_test_clients primary key (tenant_id, id)
);
select wall_in('test_clients');
