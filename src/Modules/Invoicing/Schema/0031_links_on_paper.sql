-- Invoices bear a client link when they are printed: its row says so.

alter table invoicing_client_links add column on_paper boolean not null default false;
