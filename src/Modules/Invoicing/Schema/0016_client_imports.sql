-- Lists of clients that were taken over. Rows follow from events alone; a rebuild makes the same.

create table invoicing_client_imports (
    tenant_id varchar     not null,
    id        uuid        not null,
    file_name varchar     not null,
    taken_at  timestamptz not null,
    taken_by  varchar     not null,
    accepted  integer     not null,
    unchanged integer     not null,
    rejected  integer     not null,
    undone_at timestamptz null,
    version   bigint      not null,
    constraint pk_invoicing_client_imports primary key (tenant_id, id)
);
create index invoicing_client_imports_newest on invoicing_client_imports (tenant_id, taken_at desc, id);

select wall_in('invoicing_client_imports');
