-- What the list of quotes shows. Rows follow from events alone; a rebuild makes the same.

create table invoicing_quotes (
    tenant_id      varchar     not null,
    id             uuid        not null,
    client_id      uuid        not null,
    currency       varchar     not null,
    standing       varchar     not null,              -- draft, issued, accepted, declined, withdrawn; dropped drafts are not here
    number         varchar     null,                  -- from issuing on
    issue_date     date        null,
    valid_until    date        null,                  -- the last day; whether it is past is asked when read
    subtotal       numeric     not null,
    tax            numeric     not null,
    total          numeric     not null,
    purchase_order varchar     null,
    invoice_id     uuid        null,                  -- the draft that came of it
    draft          jsonb       null,                  -- until issuing: what the totals follow from
    version        bigint      not null,
    edited_at      timestamptz not null,
    edited_by      varchar     not null,
    constraint pk_invoicing_quotes primary key (tenant_id, id)
);
create unique index invoicing_quotes_by_number on invoicing_quotes (tenant_id, number) where number is not null;
create index invoicing_quotes_by_issue_date on invoicing_quotes (tenant_id, (coalesce(issue_date, '9999-12-31'::date)) desc, (coalesce(number, '')) desc, id);
create index invoicing_quotes_by_client on invoicing_quotes (tenant_id, client_id);

select wall_in('invoicing_quotes');
