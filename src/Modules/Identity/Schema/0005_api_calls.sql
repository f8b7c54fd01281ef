-- What programs asked for, counted by organisation and calendar month (UTC); nothing but a plan's limit reads it.
create table identity_api_calls (
    tenant_id varchar not null,
    month     date    not null,                         -- its first day
    calls     bigint  not null,
    constraint pk_identity_api_calls primary key (tenant_id, month)
);

select wall_in('identity_api_calls');
