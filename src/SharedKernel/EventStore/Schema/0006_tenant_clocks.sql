-- Clocks of organisations in test mode: each stands still until it is moved. Others have none, and go by the product's.

create table tenant_clocks (
    tenant_id varchar     not null,
    at        timestamptz not null,                     -- what it shows; never goes back
    target    timestamptz null,                         -- where it is on its way to
    constraint pk_tenant_clocks primary key (tenant_id)
);
select wall_in('tenant_clocks');
revoke delete on tenant_clocks from billing_web;

-- When a message is due by its organisation's clock; as long as that has not come, it is due never. Null where there is no such clock.
alter table messages add column clock_due timestamptz null;
create index messages_clocked on messages (tenant_id, clock_due) where clock_due is not null and handled_at is null and dead_at is null;
