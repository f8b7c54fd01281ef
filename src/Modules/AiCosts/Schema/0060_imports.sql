-- Files that were taken over, and which records came with which.
create table ai_imports (
    tenant_id varchar     not null,
    id        uuid        not null,
    file_name varchar     not null,
    format    varchar     not null,                     -- usage, focus
    taken_at  timestamptz not null,
    taken_by  varchar     not null,
    accepted  integer     not null,
    unchanged integer     not null,
    rejected  integer     not null,
    undone_at timestamptz null,
    version   bigint      not null,
    constraint pk_ai_imports primary key (tenant_id, id)
);
create index ai_imports_by_time on ai_imports (tenant_id, taken_at desc, id);
select wall_in('ai_imports');

alter table ai_usage add column import_id uuid null;    -- the file it came with
alter table ai_usage add column replaced_by uuid null;  -- a later file that says otherwise; what it says counts instead, until that import is taken back
create index ai_usage_by_import on ai_usage (tenant_id, import_id) where import_id is not null;
create index ai_usage_by_replacing on ai_usage (tenant_id, replaced_by) where replaced_by is not null;
