-- What takes something off what clients owe. Rows follow from events alone; a rebuild makes the same.

create table usage_coupons (
    tenant_id    varchar not null,
    id           uuid    not null,
    code         varchar not null,
    name         varchar not null,
    off_amount   numeric null,
    off_currency varchar null,
    share        numeric null,                        -- in hundredths
    periods      integer null,                        -- null for ever
    clients      integer not null,
    uses         integer not null,
    withdrawn    boolean not null,
    version      bigint  not null,
    constraint pk_usage_coupons primary key (tenant_id, id)
);
create unique index usage_coupons_by_code on usage_coupons (tenant_id, code);

select wall_in('usage_coupons');
