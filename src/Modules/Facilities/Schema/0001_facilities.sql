-- What the Facilities screens show. Rows follow from events alone; a rebuild makes the same.

create table facilities_status_sets (
    tenant_id  varchar not null,
    id         uuid    not null,
    name       varchar not null,
    is_default boolean not null,
    retired    boolean not null,
    statuses   jsonb   not null,
    version    bigint  not null,
    constraint pk_facilities_status_sets primary key (tenant_id, id)
);
create unique index facilities_status_sets_by_name on facilities_status_sets (tenant_id, lower(name)) where not retired;

create table facilities_groups (
    tenant_id          varchar not null,
    id                 uuid    not null,
    name               varchar not null,
    schedule           jsonb   not null,
    custom_dates       jsonb   not null,
    status_set_id      uuid    not null,
    payment_terms_days integer not null,
    currency           varchar not null,
    client_id          uuid    null,
    standing           varchar not null,              -- active, archived, withdrawn
    version            bigint  not null,
    constraint pk_facilities_groups primary key (tenant_id, id)
);
create unique index facilities_groups_by_name on facilities_groups (tenant_id, lower(name)) where standing = 'active';

create table facilities_facilities (
    tenant_id varchar not null,
    id        uuid    not null,
    name      varchar not null,
    group_id  uuid    not null,
    standing  varchar not null,                       -- active, archived, withdrawn
    version   bigint  not null,
    constraint pk_facilities_facilities primary key (tenant_id, id)
);
create unique index facilities_facilities_by_name on facilities_facilities (tenant_id, group_id, lower(name)) where standing = 'active';
create index facilities_facilities_sorted on facilities_facilities (tenant_id, lower(name), id);

create table facilities_billing_records (
    tenant_id      varchar     not null,
    id             uuid        not null,
    facility_id    uuid        not null,
    currency       varchar     not null,
    billing_date   date        not null,
    period_from    date        not null,
    period_through date        not null,
    status_id      uuid        null,
    billed         numeric     null,
    paid           numeric     null,
    paid_on        date        null,
    note           varchar     null,
    withdrawn      boolean     not null,
    import_id      uuid        null,
    version        bigint      not null,
    edited_at      timestamptz not null,
    edited_by      varchar     not null,
    constraint pk_facilities_billing_records primary key (tenant_id, id)
);
create unique index facilities_billing_records_by_period on facilities_billing_records (tenant_id, facility_id, period_from, period_through) where not withdrawn;
create index facilities_billing_records_by_start on facilities_billing_records (tenant_id, period_from desc, id) where not withdrawn;
create index facilities_billing_records_by_date on facilities_billing_records (tenant_id, billing_date desc, id) where not withdrawn;
create index facilities_billing_records_by_status on facilities_billing_records (tenant_id, status_id) where not withdrawn;

create table facilities_imports (
    tenant_id varchar     not null,
    id        uuid        not null,
    file_name varchar     not null,
    taken_at  timestamptz not null,
    taken_by  varchar     not null,
    accepted  integer     not null,
    unchanged integer     not null,
    rejected  integer     not null,
    undone_at timestamptz null,
    version   bigint      not null,
    constraint pk_facilities_imports primary key (tenant_id, id)
);
create index facilities_imports_newest on facilities_imports (tenant_id, taken_at desc, id);

create table facilities_activity (
    tenant_id   varchar     not null,
    id          uuid        not null,
    sequence    bigint      not null,
    at          timestamptz not null,
    actor_kind  varchar     not null,
    actor_id    varchar     not null,
    actor_name  varchar     not null,
    type        varchar     not null,
    stream_id   uuid        not null,
    facts       jsonb       not null,
    constraint pk_facilities_activity primary key (tenant_id, id)
);
create index facilities_activity_newest on facilities_activity (tenant_id, sequence desc);

select wall_in('facilities_status_sets'), wall_in('facilities_groups'), wall_in('facilities_facilities'),
       wall_in('facilities_billing_records'), wall_in('facilities_imports'), wall_in('facilities_activity');
