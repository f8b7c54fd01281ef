-- What was billed of each period of a plan. Rows follow from events alone; a rebuild makes the same.

alter table usage_meters add column late jsonb not null default '{"then":"bill","afterHours":0}'; -- what is done with usage of a period that was billed
alter table usage_meters alter column late drop default;

create table usage_bills (
    tenant_id      varchar not null,
    id             uuid    not null,
    assignment_id  uuid    not null,
    subject        varchar not null,
    plan_id        uuid    not null,
    client_id      uuid    not null,
    period_from    date    not null,
    period_through date    not null,
    steps          integer not null,
    currency       varchar not null,
    charged        numeric not null,                    -- credit taken off
    credit         numeric not null,
    lines          jsonb   not null,
    held           jsonb   not null,
    waiting        integer not null,
    billed_on      date    not null,                    -- the last step
    version        bigint  not null,
    constraint pk_usage_bills primary key (tenant_id, id),
    constraint usage_bills_once unique (tenant_id, assignment_id, period_from)
);
create index usage_bills_by_period on usage_bills (tenant_id, period_from desc, id);
create index usage_bills_waiting on usage_bills (tenant_id) where waiting > 0;
select wall_in('usage_bills');
