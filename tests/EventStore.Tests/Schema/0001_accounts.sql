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
