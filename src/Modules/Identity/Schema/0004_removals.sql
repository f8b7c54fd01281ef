-- Organisations that are gone, under the tenant billing-people: all that is known of them. Rows follow from events alone; a rebuild makes the same.
create table identity_removals (
    tenant_id    varchar     not null,
    id           uuid        not null,
    organisation varchar     not null,                  -- its key, which is never given again
    entries      bigint      not null,                  -- of its audit trail
    hash         varchar     null,                      -- of the last entry
    begun_at     timestamptz not null,
    ended_at     timestamptz null,                      -- nothing of it is left
    version      bigint      not null,
    constraint pk_identity_removals primary key (tenant_id, id)
);
create unique index identity_removals_by_organisation on identity_removals (tenant_id, organisation);
select wall_in('identity_removals');
