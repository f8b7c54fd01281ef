-- For whom costs are: rules, in the order in which they are tried.
create table ai_allocation_rules (
    tenant_id  varchar not null,
    id         uuid    not null,
    name       varchar not null,
    kind       varchar not null,                        -- client, tag
    place      integer not null,
    account_id uuid    null,                            -- what it looks for; empty: anything
    api_key    varchar not null,
    workspace  varchar not null,
    person     varchar not null,
    model      varchar not null,
    shares     jsonb   not null,
    dropped    boolean not null,
    version    bigint  not null,
    constraint pk_ai_allocation_rules primary key (tenant_id, id)
);
create index ai_allocation_rules_in_order on ai_allocation_rules (tenant_id, kind, place, id) where not dropped;
select wall_in('ai_allocation_rules');
