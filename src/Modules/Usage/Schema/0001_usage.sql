-- What is measured, and what came in. Meters follow from events of the log; usage events are facts by nature and have tables of their own.

create table usage_meters (
    tenant_id   varchar not null,
    id          uuid    not null,
    code        varchar not null,
    name        varchar not null,
    unit        varchar not null,
    retired     boolean not null,
    versions    jsonb   not null,                       -- oldest first, each with the instant from which it judges events
    version     bigint  not null,
    constraint pk_usage_meters primary key (tenant_id, id)
);
create unique index usage_meters_by_code on usage_meters (tenant_id, lower(code));
select wall_in('usage_meters');

-- The organisation as a number: four bytes instead of up to a hundred in every row and index of what follows.
create table usage_tenants (
    tenant_id varchar not null,
    no        integer not null generated always as identity,
    constraint pk_usage_tenants primary key (tenant_id)
);
select wall_in('usage_tenants');

-- The wall around a table that begins with the organisation's number.
create function wall_in_numbered(wanted regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', wanted);
    execute format('alter table %s force row level security', wanted);
    execute format('create policy one_tenant on %s to billing_web using (tenant_no = (select no from usage_tenants where tenant_id = (select current_setting(''billing.tenant'', true)))) with check (tenant_no = (select no from usage_tenants where tenant_id = (select current_setting(''billing.tenant'', true))))', wanted);
    execute format('create policy all_tenants on %s to billing_daemon using (true) with check (true)', wanted);
    execute format('grant select, insert, update, delete on %s to billing_web, billing_daemon', wanted);
end $$;

-- Every idempotency key that ever came in. It has a home of its own because a unique index of a table partitioned by time contains the time.
create table usage_keys (
    tenant_no integer     not null,
    key       uuid        not null,                     -- the first 16 bytes of SHA-256 over the event's id
    content   bigint      not null,                     -- 8 bytes of SHA-256 over meter, subject, value and properties
    at        timestamptz not null,                     -- leads to the partition that holds the event
    constraint pk_usage_keys primary key (tenant_no, key)
);
select wall_in_numbered('usage_keys');

-- Who used something: the id is the first 16 bytes of SHA-256 over the name.
create table usage_subjects (
    tenant_no integer not null,
    id        uuid    not null,
    name      varchar not null,
    constraint pk_usage_subjects primary key (tenant_no, id)
);
select wall_in_numbered('usage_subjects');

-- The events, by month of the instant they tell of.
create table usage_events (
    at         timestamptz not null,
    taken_at   timestamptz not null,
    tenant_no  integer     not null,
    counted    boolean     not null,                    -- whether the filters of its meter let it through
    withdrawn  boolean     not null default false,
    meter_id   uuid        not null,
    subject_id uuid        not null,
    key        uuid        not null,
    item       uuid        null,                        -- what a unique count counts, as a hash
    value      numeric     not null,
    id         varchar     not null,
    dims       varchar     not null,                    -- the values of the properties that the meter groups by, a JSON list
    properties jsonb       null
) partition by range (at);
create index usage_events_by_meter on usage_events (tenant_no, meter_id, subject_id, at);
create index usage_events_by_time on usage_events using brin (at) with (pages_per_range = 16); -- leads from a key, by its instant, to its event
select wall_in_numbered('usage_events');

-- Makes the partition of a month. Only the owner may, so the web role asks here.
create function usage_make_month(wanted timestamptz) returns void language plpgsql security definer set search_path from current as $$
declare
    month timestamptz := date_trunc('month', wanted, 'UTC');
    name text := 'usage_events_' || to_char(month at time zone 'UTC', 'YYYY_MM');
begin
    if month < timestamptz '2000-01-01Z' or month > clock_timestamp() + interval '13 months' then raise exception 'no month of usage: %', wanted; end if;
    perform pg_advisory_xact_lock(hashtext('usage_make_month'));
    if to_regclass(name) is not null then return; end if;
    execute format('create table %I (like usage_events including defaults including constraints)', name);
    execute format('alter table usage_events attach partition %I for values from (%L) to (%L)', name, month, month + interval '1 month');
end $$;
revoke execute on function usage_make_month(timestamptz) from public;
grant execute on function usage_make_month(timestamptz) to billing_web, billing_daemon;
select usage_make_month(clock_timestamp() + make_interval(months => ahead)) from generate_series(-1, 2) ahead;

-- What came in per hour (UTC), kept in the transaction that takes it in: always the same as the raw events say.
create table usage_hours (
    tenant_no  integer     not null,
    meter_id   uuid        not null,
    subject_id uuid        not null,
    hour       timestamptz not null,
    dims       varchar     not null,
    count      bigint      not null,
    sum        numeric     not null,
    min        numeric     not null,
    max        numeric     not null,
    latest     numeric     not null,
    latest_at  timestamptz not null,
    latest_key uuid        not null,                    -- of two at the same instant, the greater key is the later one
    constraint pk_usage_hours primary key (tenant_no, meter_id, subject_id, hour, dims)
) with (fillfactor = 70);
select wall_in_numbered('usage_hours');

-- The different items of an hour, for meters that count them.
create table usage_items (
    tenant_no  integer     not null,
    meter_id   uuid        not null,
    subject_id uuid        not null,
    hour       timestamptz not null,
    dims       varchar     not null,
    item       uuid        not null,
    constraint pk_usage_items primary key (tenant_no, meter_id, subject_id, hour, dims, item)
);
select wall_in_numbered('usage_items');
