-- What the list of recurring invoices shows, and which of them have something to do. Rows follow from events alone; a rebuild makes the same.

create table invoicing_recurring_invoices (
    tenant_id varchar     not null,
    id        uuid        not null,
    client_id uuid        not null,
    currency  varchar     not null,
    paused    boolean     not null,
    ended     boolean     not null,                   -- no day is left
    next_on   date        null,                       -- the next day to be dealt with, which may be past for a while
    outcome   varchar     not null,                   -- draft, issue, send
    invoiced  integer     not null,
    left_out  integer     not null,
    parked    integer     not null,
    retried   integer     not null,                   -- were parked, and are being tried again
    content   jsonb       not null,                   -- what the next day and the next total follow from
    version   bigint      not null,
    edited_at timestamptz not null,
    edited_by varchar     not null,
    constraint pk_invoicing_recurring_invoices primary key (tenant_id, id)
);
create index invoicing_recurring_invoices_next on invoicing_recurring_invoices (tenant_id, next_on) where next_on is not null;
create index invoicing_recurring_invoices_by_client on invoicing_recurring_invoices (tenant_id, client_id);

select wall_in('invoicing_recurring_invoices');
