-- Addresses of a client from which mails came back: [{"reader","reason","on","invoiceId","quoteId"}]. Nothing was noted at clients before.
alter table invoicing_clients add column bounced jsonb not null default '[]';
