-- Documents as they were printed first. No event tells the bytes, and none needs to: what is printed follows from events, and these are kept so that it stays
-- the same to the last byte, whatever prints later.

create table invoicing_kept_papers (
    tenant_id   varchar     not null,
    document_id uuid        not null,                 -- the invoice, or the credit note
    form        varchar     not null,                 -- issued, voided
    client_id   uuid        not null,                 -- whom it names: goes when they are forgotten
    name        varchar     not null,                 -- of the file
    hash        varchar     not null,                 -- SHA-256 of its bytes
    bytes       bytea       not null,
    printed_at  timestamptz not null,
    constraint pk_invoicing_kept_papers primary key (tenant_id, document_id, form)
);
alter table invoicing_kept_papers alter column bytes set storage external; -- compressed already
create index invoicing_kept_papers_of_a_client on invoicing_kept_papers (tenant_id, client_id);

select wall_in('invoicing_kept_papers');
