-- What clients owe money for, each once for what it came from.

create table invoicing_charges (
    tenant_id         varchar     not null,
    id                uuid        not null,           -- follows from the source
    client_id         uuid        not null,           -- as posted; a merged client's charges are listed with the one that stays
    source_module     varchar     not null,
    source_kind       varchar     not null,
    source_fact       varchar     not null,
    description       varchar     not null,
    quantity          numeric     not null,
    unit_price        numeric     not null,
    amount            numeric     not null,
    currency          varchar     not null,
    period_from       date        null,
    period_through    date        null,
    tax_category      varchar     null,
    line_group        varchar     null,
    available_from    date        not null,
    state             varchar     not null,           -- open, invoiced, withdrawn
    invoice_id        uuid        null,
    corrects          uuid        null,
    corrected         numeric     null,               -- the sum of the charges that correct this one
    withdrawn_because varchar     null,
    revision          bigint      not null,           -- how often its fact had changed
    posted_at         timestamptz not null,
    version           bigint      not null,
    constraint pk_invoicing_charges primary key (tenant_id, id)
);
create unique index invoicing_charges_by_source on invoicing_charges (tenant_id, source_module, source_kind, source_fact);
create index invoicing_charges_newest on invoicing_charges (tenant_id, available_from desc, id);
create index invoicing_charges_by_client on invoicing_charges (tenant_id, client_id, state);
create index invoicing_charges_open on invoicing_charges (tenant_id, client_id, currency, available_from) where state = 'open';
create index invoicing_charges_by_invoice on invoicing_charges (tenant_id, invoice_id) where invoice_id is not null;

select wall_in('invoicing_charges');
