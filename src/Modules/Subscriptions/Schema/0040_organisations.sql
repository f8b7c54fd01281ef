-- Organisations of the product that are clients of the operator's: what they subscribe to says what they may do. Rows follow from events alone.
create table subscriptions_organisations (
    tenant_id    varchar not null,                      -- the operator's
    id           uuid    not null,
    organisation varchar not null,
    client_id    uuid    null,                          -- null when it is a client no longer
    version      bigint  not null,
    constraint pk_subscriptions_organisations primary key (tenant_id, id)
);
create unique index subscriptions_organisations_by_client on subscriptions_organisations (tenant_id, client_id) where client_id is not null;
select wall_in('subscriptions_organisations');
