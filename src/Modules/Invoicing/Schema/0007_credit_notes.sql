-- Credit notes as the list shows them. Rows follow from events alone; a rebuild makes the same.

create table invoicing_credit_notes (
    tenant_id      varchar not null,
    id             uuid    not null,
    number         varchar not null,
    invoice_id     uuid    not null,
    invoice_number varchar not null,
    client_id      uuid    not null,
    currency       varchar not null,
    issue_date     date    not null,
    reason         varchar not null,
    tax            numeric not null,
    total          numeric not null,
    off_invoice    numeric not null,                  -- the rest became the client's credit
    version        bigint  not null,
    constraint pk_invoicing_credit_notes primary key (tenant_id, id)
);
create unique index invoicing_credit_notes_by_number on invoicing_credit_notes (tenant_id, number);
create index invoicing_credit_notes_newest on invoicing_credit_notes (tenant_id, issue_date desc, id);
create index invoicing_credit_notes_by_invoice on invoicing_credit_notes (tenant_id, invoice_id);

select wall_in('invoicing_credit_notes');
