-- How far the reminders of each invoice are; what was sent and skipped stands in their streams. Rows follow from events alone; a rebuild makes the same.

create table invoicing_reminders (
    tenant_id    varchar not null,
    id           uuid    not null,
    invoice_id   uuid    not null,
    silenced     boolean not null,                    -- no reminders of this invoice
    reached      integer null,                        -- the latest step done with, in days after the due date
    sent         integer not null,
    last_sent_on date    null,
    version      bigint  not null,
    constraint pk_invoicing_reminders primary key (tenant_id, id)
);
create unique index invoicing_reminders_of_an_invoice on invoicing_reminders (tenant_id, invoice_id);

select wall_in('invoicing_reminders');

-- Clients who shall not be reminded.
alter table invoicing_clients add column reminders_silenced boolean not null default false;
