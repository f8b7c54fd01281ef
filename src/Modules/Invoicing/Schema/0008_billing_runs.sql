-- Billing runs with how many clients are at which step. Rows follow from events alone; a rebuild makes the same.

create table invoicing_billing_runs (
    tenant_id      varchar     not null,
    id             uuid        not null,
    period_from    date        not null,
    period_through date        not null,
    started_at     timestamptz not null,
    started_by     varchar     not null,
    due            integer     not null,              -- to be drafted
    left_out       integer     not null,
    undrafted      integer     not null,              -- parked: no draft could be made
    drafted        integer     not null,              -- wait for approval
    approved       integer     not null,              -- to be issued
    unissued       integer     not null,              -- parked: the draft could not be issued
    issued         integer     not null,
    passed_over    integer     not null,              -- issued or dropped by hand
    unwanted       integer     not null,              -- to be dropped
    dropped        integer     not null,
    version        bigint      not null,
    constraint pk_invoicing_billing_runs primary key (tenant_id, id)
);
create index invoicing_billing_runs_newest on invoicing_billing_runs (tenant_id, started_at desc, id);
create index invoicing_billing_runs_by_period on invoicing_billing_runs (tenant_id, period_from, period_through);
create index invoicing_invoices_by_billing_run on invoicing_invoices (tenant_id, billing_run) where billing_run is not null;

select wall_in('invoicing_billing_runs');
