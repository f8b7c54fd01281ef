-- What came in from clients, and what of it is their credit. Rows follow from events alone; a rebuild makes the same.

create table invoicing_payments (
    tenant_id   varchar not null,
    id          uuid    not null,
    client_id   uuid    not null,
    reference   varchar not null,
    currency    varchar not null,
    amount      numeric not null,
    received_on date    not null,
    method      varchar not null,                     -- bankTransfer, card, cash, cheque, other
    fee         numeric null,
    note        varchar null,
    allocated   numeric not null,                     -- pays invoices
    credited    numeric not null,                     -- became the client's credit
    refunded    numeric not null,
    undone      boolean not null,
    version     bigint  not null,
    constraint pk_invoicing_payments primary key (tenant_id, id)
);
create index invoicing_payments_newest on invoicing_payments (tenant_id, received_on desc, id);
create index invoicing_payments_by_client on invoicing_payments (tenant_id, client_id, received_on desc);

create table invoicing_client_accounts (
    tenant_id varchar not null,
    id        uuid    not null,
    client_id uuid    not null,
    currency  varchar not null,
    balance   numeric not null,
    version   bigint  not null,
    constraint pk_invoicing_client_accounts primary key (tenant_id, id)
);
create index invoicing_client_accounts_by_client on invoicing_client_accounts (tenant_id, client_id);

select wall_in('invoicing_payments'), wall_in('invoicing_client_accounts');
