-- What clients are asked for what they use, and who is billed by what. Rows follow from events alone; a rebuild makes the same.

create table usage_plans (
    tenant_id varchar not null,
    id        uuid    not null,
    code      varchar not null,
    name      varchar not null,                         -- of the newest version
    currency  varchar not null,
    period    jsonb   not null,
    versions  jsonb   not null,                         -- oldest first, each with the day from which it holds
    retired   boolean not null,
    version   bigint  not null,
    constraint pk_usage_plans primary key (tenant_id, id)
);
create unique index usage_plans_by_code on usage_plans (tenant_id, code);
select wall_in('usage_plans');

-- The plans of each subject, all in one row: entitlements are asked for by subject, and often.
create table usage_subject_plans (
    tenant_id varchar not null,
    id        uuid    not null,                         -- the first 16 bytes of SHA-256 over its name
    subject   varchar not null,
    plans     jsonb   not null,                         -- each with its client, the first and the last day
    version   bigint  not null,
    constraint pk_usage_subject_plans primary key (tenant_id, id)
);
create index usage_subject_plans_by_plan on usage_subject_plans using gin (plans jsonb_path_ops);
select wall_in('usage_subject_plans');
