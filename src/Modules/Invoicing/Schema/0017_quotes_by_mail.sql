-- Mails bring quotes, too: each row is of one invoice or of one quote.

alter table invoicing_sendings alter column invoice_id drop not null;
alter table invoicing_sendings add column quote_id uuid null;
create index invoicing_sendings_of_a_quote on invoicing_sendings (tenant_id, quote_id) where quote_id is not null;
