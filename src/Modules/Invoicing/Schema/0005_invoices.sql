-- What the list of invoices shows. Rows follow from events alone; a rebuild makes the same.

create table invoicing_invoices (
    tenant_id      varchar     not null,
    id             uuid        not null,
    client_id      uuid        not null,
    currency       varchar     not null,
    standing       varchar     not null,              -- draft, issued, voided, given_up; dropped drafts are not here
    number         varchar     null,                  -- from issuing on
    issue_date     date        null,
    due_date       date        null,
    period_from    date        null,
    period_through date        null,
    subtotal       numeric     not null,
    discount       numeric     not null,
    tax            numeric     not null,
    total          numeric     not null,
    paid           numeric     not null,
    credited       numeric     not null,
    outstanding    numeric     not null,
    settled_on     date        null,                  -- since when nothing is outstanding
    purchase_order varchar     null,
    billing_run    uuid        null,
    draft          jsonb       null,                  -- until issuing: what the totals follow from
    version        bigint      not null,
    edited_at      timestamptz not null,
    edited_by      varchar     not null,
    constraint pk_invoicing_invoices primary key (tenant_id, id)
);
create unique index invoicing_invoices_by_number on invoicing_invoices (tenant_id, number) where number is not null;
create index invoicing_invoices_by_issue_date on invoicing_invoices (tenant_id, (coalesce(issue_date, '9999-12-31'::date)) desc, (coalesce(number, '')) desc, id);
create index invoicing_invoices_by_client on invoicing_invoices (tenant_id, client_id);
create index invoicing_invoices_open on invoicing_invoices (tenant_id, due_date) where standing = 'issued' and outstanding > 0;

select wall_in('invoicing_invoices');
