-- Accounts at providers of AI services. Credentials lie sealed in secrets, never here.
create table ai_accounts (
    tenant_id      varchar not null,
    id             uuid    not null,
    provider       varchar not null,
    name           varchar not null,
    role           varchar not null,
    address        varchar not null,                    -- of a server of one's own; empty: where the provider is for everybody
    scope          varchar not null,
    read_from      date    not null,
    credential     varchar not null,
    shown          varchar not null,                    -- prefix and last four characters
    limit_amount   numeric null,
    limit_currency varchar null,
    every_minutes  integer not null,
    tags           jsonb   not null,
    paused         boolean not null,
    archived       boolean not null,
    version        bigint  not null,
    constraint pk_ai_accounts primary key (tenant_id, id)
);
create unique index ai_accounts_by_name on ai_accounts (tenant_id, provider, lower(name)) where not archived;
select wall_in('ai_accounts');
