-- Work at a price of its own, and sites that are hosted for a fee.
create table support_projects (
    tenant_id      varchar not null,
    id             uuid    not null,
    client_id      uuid    not null,
    name           varchar not null,
    category       varchar not null,
    price          numeric not null,
    currency       varchar not null,
    completed_on   date    null,
    outside_id     varchar not null,
    status         varchar not null,
    invoice_id     uuid    null,                        -- here; null for one that was issued elsewhere
    invoice_number varchar not null,
    edited         integer not null,                    -- what a person said last, as bits
    close          varchar null,                        -- what the invoice that it went on is wanted under
    archived       boolean not null,
    version        bigint  not null,
    constraint pk_support_projects primary key (tenant_id, id)
);
create unique index support_projects_by_outside_id on support_projects (tenant_id, outside_id) where outside_id <> '';
create index support_projects_by_client on support_projects (tenant_id, client_id, completed_on);
create index support_projects_by_day on support_projects (tenant_id, completed_on, id);
select wall_in('support_projects');

create table support_sites (
    tenant_id   varchar not null,
    id          uuid    not null,
    client_id   uuid    not null,
    name        varchar not null,
    web_address varchar not null,
    start_on    date    not null,
    end_on      date    null,
    fees        jsonb   not null,                       -- each with the first day of the month from which it holds
    outside_id  varchar not null,
    edited      integer not null,                       -- what a person said last, as bits
    archived    boolean not null,
    version     bigint  not null,
    constraint pk_support_sites primary key (tenant_id, id)
);
create unique index support_sites_by_outside_id on support_sites (tenant_id, outside_id) where outside_id <> '';
create index support_sites_by_client on support_sites (tenant_id, client_id);
select wall_in('support_sites');
