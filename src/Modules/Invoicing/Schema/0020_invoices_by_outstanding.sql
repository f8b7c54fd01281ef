-- The list by what is outstanding, the oldest due date first: the first page of it needs no look at all invoices.
create index invoicing_invoices_by_outstanding on invoicing_invoices (tenant_id, outstanding desc, (coalesce(due_date, '9999-12-31'::date)), id);
