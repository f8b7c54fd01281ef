-- Invoices leave the house: links that open one without an account, and mails. Rows follow from events alone; a rebuild makes the same.

create table invoicing_client_links (
    tenant_id     varchar     not null,
    id            uuid        not null,
    invoice_id    uuid        not null,
    proofs        jsonb       not null,               -- SHA-256 of each secret that opens it; none once it is withdrawn
    expires_on    date        null,                   -- the last day; null for none
    sending_id    uuid        null,                   -- the mail that carries it
    given_at      timestamptz not null,
    withdrawn     boolean     not null,
    first_seen_on date        null,
    last_seen_on  date        null,
    version       bigint      not null,
    constraint pk_invoicing_client_links primary key (tenant_id, id)
);
create index invoicing_client_links_of_an_invoice on invoicing_client_links (tenant_id, invoice_id);
create index invoicing_client_links_by_proof on invoicing_client_links using gin (proofs);

create table invoicing_sendings (
    tenant_id  varchar     not null,
    id         uuid        not null,
    invoice_id uuid        not null,
    asked_at   timestamptz not null,
    asked_by   varchar     not null,
    due        timestamptz null,                      -- not before; null for at once
    state      varchar     not null,                  -- underWay, sent, failed, withdrawn
    ended_at   timestamptz null,
    version    bigint      not null,
    constraint pk_invoicing_sendings primary key (tenant_id, id)
);
create index invoicing_sendings_of_an_invoice on invoicing_sendings (tenant_id, invoice_id);

select wall_in('invoicing_client_links'), wall_in('invoicing_sendings');

-- A door in the wall: a single row opens to who has the link's secret. See Database.ReadByProof.
create policy by_proof on invoicing_client_links for select to billing_web using (proofs ? (select current_setting('billing.proof', true)));
