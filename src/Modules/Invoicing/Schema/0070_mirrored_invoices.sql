-- What an invoice is called where it was born, and where it can be seen there; null for those of our own. The rows are made anew beside these.
alter table invoicing_invoices add column outside_id varchar null, add column outside_page varchar null;
create unique index invoicing_invoices_by_outside_id on invoicing_invoices (tenant_id, outside_id) where outside_id is not null;

-- Numbers of elsewhere stand in no way of our own: a series would not get past one that is taken.
drop index invoicing_invoices_by_number;
create unique index invoicing_invoices_by_number on invoicing_invoices (tenant_id, number) where number is not null and outside_id is null;
