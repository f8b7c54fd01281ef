-- Files of text messages that were taken over.
create table support_message_imports (
    tenant_id  varchar     not null,
    id         uuid        not null,
    file_name  varchar     not null,
    taken_at   timestamptz not null,
    taken_by   varchar     not null,
    accepted   integer     not null,
    unchanged  integer     not null,
    left_out   integer     not null,
    rejected   integer     not null,
    undone_at  timestamptz null,
    taken_back integer     not null,                    -- requests that an undo put away
    kept       integer     not null,                    -- requests that it left, because people changed or billed them
    version    bigint      not null,
    constraint pk_support_message_imports primary key (tenant_id, id)
);
create index support_message_imports_by_time on support_message_imports (tenant_id, taken_at desc, id);
select wall_in('support_message_imports');
