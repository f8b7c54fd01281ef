-- Invoices that other modules want: which wait, and which are carried to the next of their series. Rows follow from events alone; a rebuild makes the same.

create table invoicing_wanted_invoices (
    tenant_id  varchar not null,
    id         uuid    not null,                        -- follows from module and reference
    module     varchar not null,
    reference  varchar not null,
    series     varchar not null,
    client_id  uuid    not null,
    currency   varchar not null,
    dated_on   date    not null,
    step       varchar not null,                        -- wanted, made, carried, parked
    invoice_id uuid    null,
    code       varchar null,                            -- why it is parked
    version    bigint  not null,
    constraint pk_invoicing_wanted_invoices primary key (tenant_id, id)
);
create unique index invoicing_wanted_invoices_by_reference on invoicing_wanted_invoices (tenant_id, module, reference);
create index invoicing_wanted_invoices_carried on invoicing_wanted_invoices (tenant_id, module, series) where step = 'carried';
select wall_in('invoicing_wanted_invoices');
