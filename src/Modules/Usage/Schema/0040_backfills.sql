-- Named batches of usage that was measured elsewhere, or long ago, and can be taken back as a whole. Rows follow from events alone; a rebuild makes the same.

create table usage_backfills (
    tenant_id     varchar     not null,
    id            uuid        not null,
    name          varchar     not null,
    note          varchar     not null,
    opened_at     timestamptz not null,
    opened_by     varchar     not null,
    closed_at     timestamptz null,                    -- takes no more events
    undo_asked_at timestamptz null,                    -- its events are being withdrawn
    undo_reason   varchar     null,
    undone_at     timestamptz null,                    -- none of them counts
    withdrawn     bigint      not null,                -- how many the undo withdrew
    version       bigint      not null,
    constraint pk_usage_backfills primary key (tenant_id, id)
);
select wall_in('usage_backfills');

-- Which back-fill an event came with; nothing for the others, and then it costs neither room nor an index entry.
alter table usage_events add column backfill uuid null;
create index usage_events_of_a_backfill on usage_events (tenant_no, backfill, at, key) where backfill is not null;

-- What a back-fill brought for each meter, as it came in; kept in the transaction that takes it in, so that a list needs no count.
create table usage_backfill_meters (
    tenant_no   integer     not null,
    backfill_id uuid        not null,
    meter_id    uuid        not null,
    events      bigint      not null,
    counted     bigint      not null,                  -- whom the meter's filters let through
    value       numeric     not null,                  -- the values of those, added
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    constraint pk_usage_backfill_meters primary key (tenant_no, backfill_id, meter_id)
);
select wall_in_numbered('usage_backfill_meters');
