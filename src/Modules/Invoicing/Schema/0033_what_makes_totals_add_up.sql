-- What makes a total add up in the rows of documents: shipping stands below the subtotal, and tax is in it or on top. The rows are made anew beside these.
alter table invoicing_invoices add column shipping numeric not null default 0, add column prices_include_tax boolean not null default false;
alter table invoicing_quotes add column discount numeric not null default 0, add column shipping numeric not null default 0, add column prices_include_tax boolean not null default false;
