-- Who is billed. Rows follow from events alone; a rebuild makes the same. What tells who a client is goes when it is forgotten.

create table invoicing_clients (
    tenant_id        varchar     not null,
    id               uuid        not null,
    name             varchar     not null,
    emails           jsonb       not null,
    cc_emails        jsonb       not null,
    phone            varchar     null,
    address_line1    varchar     null,
    address_line2    varchar     null,
    city             varchar     null,
    state            varchar     null,
    postal_code      varchar     null,
    country          varchar     null,
    tax_id           varchar     null,
    currency         varchar     not null,
    language         varchar     null,
    terms_days       integer     null,
    tax_treatment    varchar     not null,            -- standard, reverseCharge, exempt
    exemption_reason varchar     null,
    note             varchar     null,
    stripe_id        varchar     null,
    help_desk_id     varchar     null,
    crm_id           varchar     null,
    accounting_id    varchar     null,
    standing         varchar     not null,            -- active, archived, merged, forgotten
    merged_into      uuid        null,
    found            varchar     not null,            -- all that a search finds it by
    added_at         timestamptz not null,
    version          bigint      not null,
    constraint pk_invoicing_clients primary key (tenant_id, id)
);
create index invoicing_clients_sorted on invoicing_clients (tenant_id, lower(name), id);
create index invoicing_clients_merged on invoicing_clients (tenant_id, merged_into) where merged_into is not null;
create unique index invoicing_clients_by_stripe_id on invoicing_clients (tenant_id, stripe_id) where merged_into is null;
create unique index invoicing_clients_by_help_desk_id on invoicing_clients (tenant_id, help_desk_id) where merged_into is null;
create unique index invoicing_clients_by_crm_id on invoicing_clients (tenant_id, crm_id) where merged_into is null;
create unique index invoicing_clients_by_accounting_id on invoicing_clients (tenant_id, accounting_id) where merged_into is null;

select wall_in('invoicing_clients');
