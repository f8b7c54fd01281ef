-- Addresses that are told of what happens. Their secrets, and the values of their own headers, lie sealed in secrets, never here.
create table webhook_endpoints (
    tenant_id varchar     not null,
    id        uuid        not null,
    name      varchar     not null,
    url       varchar     not null,
    filters   jsonb       not null,                     -- names of events, * for any letters
    headers   jsonb       not null,                     -- names only
    rate      integer     null,                         -- most deliveries a second
    signing   varchar     not null,                     -- hmac, ed25519
    shown     varchar     not null,                     -- of the secret: prefix and last four characters
    old_until timestamptz null,                         -- until when the secret before signs, too
    state     varchar     not null,                     -- active, paused, disabled
    reason    varchar     null,                         -- why it was disabled: gone, failing
    opened_at timestamptz not null,
    version   bigint      not null,
    constraint pk_webhook_endpoints primary key (tenant_id, id)
);
create unique index webhook_endpoints_by_name on webhook_endpoints (tenant_id, lower(name));
select wall_in('webhook_endpoints');

-- Where each address stands: from which number of the log on it is told, and how it has answered lately. An organisation that was taken in elsewhere has no
-- such row there until it makes a secret: what happened before is not told a second time.
create table webhook_lanes (
    tenant_id     varchar     not null,
    endpoint_id   uuid        not null,
    since         bigint      not null,                 -- events with higher numbers are told
    failures      integer     not null default 0,       -- in a row
    failing_since timestamptz null,
    rests_until   timestamptz null,                     -- nothing is sent before
    constraint pk_webhook_lanes primary key (tenant_id, endpoint_id)
);
select wall_in('webhook_lanes');

-- One event for one address; also the log of what was sent. What is sent is made of the event each time and lies nowhere else.
create table webhook_deliveries (
    tenant_id   varchar     not null,
    id          uuid        not null,
    place       bigint      not null generated always as identity, -- the order in which they go out
    endpoint_id uuid        not null,
    cause       varchar     not null,                   -- event, replay, test
    replay_id   uuid        not null,                   -- which replay; zeros for none
    seq_id      bigint      null,                       -- the event's number in the log; null for a test
    event_id    uuid        not null,
    type        varchar     not null,
    stream      varchar     not null,
    stream_id   uuid        not null,
    version     bigint      not null,
    happened_at timestamptz not null,
    created_at  timestamptz not null,
    state       varchar     not null,                   -- waiting, delivered, failed
    due_at      timestamptz not null,
    attempts    integer     not null default 0,         -- made in all
    step        integer     not null default 0,         -- made since somebody last asked for it
    status      integer     null,                       -- HTTP, of the last attempt
    error       varchar     null,
    done_at     timestamptz null,
    constraint pk_webhook_deliveries primary key (tenant_id, id)
);
create unique index webhook_deliveries_once on webhook_deliveries (tenant_id, endpoint_id, replay_id, event_id);
create index webhook_deliveries_waiting on webhook_deliveries (tenant_id, endpoint_id, place) where state = 'waiting';
create index webhook_deliveries_due on webhook_deliveries (tenant_id, endpoint_id, due_at) where state = 'waiting';
create index webhook_deliveries_by_place on webhook_deliveries (tenant_id, place);
create index webhook_deliveries_by_endpoint on webhook_deliveries (tenant_id, endpoint_id, place);
create index webhook_deliveries_failed on webhook_deliveries (tenant_id, endpoint_id, place) where state = 'failed';
create index webhook_deliveries_old on webhook_deliveries (tenant_id, done_at) where state <> 'waiting';
select wall_in('webhook_deliveries');

create table webhook_attempts (
    tenant_id    varchar     not null,
    delivery_id  uuid        not null,
    number       integer     not null,
    at           timestamptz not null,
    milliseconds integer     not null,
    status       integer     null,                      -- null: no answer
    error        varchar     null,                      -- why it counts as failed
    answer       text        null,                      -- at most 16 KiB
    cut          boolean     not null default false,    -- whether the answer went on
    constraint pk_webhook_attempts primary key (tenant_id, delivery_id, number)
);
select wall_in('webhook_attempts');
