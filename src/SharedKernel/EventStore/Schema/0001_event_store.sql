-- The event log, in Marten's own layout (conjoined tenancy, string aliases), so that Marten can open it.
-- Whatever we add lives in tables of our own: Marten's migration drops columns of mt_events it does not know.

create table mt_streams (
    tenant_id   varchar     not null,
    id          uuid        not null,
    type        varchar     null,
    version     bigint      null,
    timestamp   timestamptz not null default now(),
    created     timestamptz not null default now(),
    is_archived bool        null default false,
    constraint pkey_mt_streams_tenant_id_id primary key (tenant_id, id)
);

create table mt_events (
    seq_id         bigint       not null constraint pkey_mt_events_seq_id primary key,
    id             uuid         not null,
    stream_id      uuid         null,
    version        bigint       not null,
    data           jsonb        not null,
    bdata          bytea        null,
    type           varchar(500) not null,
    timestamp      timestamptz  not null default now(),
    tenant_id      varchar      null default '*DEFAULT*',
    mt_dotnet_type varchar      null,
    correlation_id varchar      null,
    causation_id   varchar      null,
    headers        jsonb        null,
    is_archived    bool         null default false,
    constraint fkey_mt_events_stream_id_tenant_id foreign key (tenant_id, stream_id) references mt_streams (tenant_id, id)
);

create unique index pk_mt_events_stream_and_version on mt_events (tenant_id, stream_id, version);

create sequence mt_events_sequence owned by mt_events.seq_id;

create table mt_event_progression (
    name         varchar     not null constraint pk_mt_event_progression primary key,
    last_seq_id  bigint      null,
    last_updated timestamptz null default transaction_timestamp()
);

create table mt_high_water_skips (
    ending_sequence   bigint      not null constraint pk_mt_high_water_skips primary key,
    starting_sequence bigint      not null,
    timestamp         timestamptz not null default now()
);

-- Raised inside the appending statement, so that everything sent along with a lost race is rolled back with it.
create function version_conflict(tenant varchar, stream uuid, expected bigint) returns bigint language plpgsql volatile as $$
begin
    raise exception using errcode = 'BL409', message = format('stream %s of %s is not at version %s', stream, tenant, expected);
end $$;

-- Raised inside a statement whose right to write is gone: a checkpoint that another node has moved, a message whose lease is over.
create function refuse(code text, why text) returns bigint language plpgsql volatile as $$
begin
    raise exception using errcode = code, message = why;
end $$;

-- A tenant's wall: the web role sees one organisation, the daemon all, nobody else any. FORCEd, so that the owner is no exception.
create function wall_in(wanted regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s enable row level security', wanted);
    execute format('alter table %s force row level security', wanted);
    execute format('create policy one_tenant on %s to billing_web using (tenant_id = (select current_setting(''billing.tenant'', true))) with check (tenant_id = (select current_setting(''billing.tenant'', true)))', wanted);
    execute format('create policy all_tenants on %s to billing_daemon using (true) with check (true)', wanted);
    execute format('grant select, insert, update, delete on %s to billing_web, billing_daemon', wanted);
end $$;

select wall_in('mt_streams'), wall_in('mt_events');

-- History is written once.
revoke update, delete, truncate on mt_events from billing_web, billing_daemon;
revoke delete, truncate on mt_streams from billing_web, billing_daemon;
grant usage on sequence mt_events_sequence to billing_web, billing_daemon;
grant select on sequence mt_events_sequence to billing_daemon;
grant select on mt_event_progression, mt_high_water_skips to billing_web;
grant select, insert, update, delete on mt_event_progression to billing_daemon;
grant select, insert on mt_high_water_skips to billing_daemon;

-- Outgoing messages, reactions and schedules: written with the events, taken up by any node.
create table messages (
    tenant_id   varchar     not null,
    id          uuid        not null,
    type        varchar     not null,
    body        jsonb       not null,
    key         varchar     null,                       -- business key: at most one waiting or done message per (type, key)
    due         timestamptz not null,
    attempts    int         not null default 0,
    taken_by    varchar     null,
    taken_until timestamptz null,                       -- the lease; after it the message is anyone's again
    handled_at  timestamptz null,
    dead_at     timestamptz null,
    error       text        null,
    correlation_id varchar  null,
    causation_id   varchar  null,
    created     timestamptz not null default now(),
    constraint pk_messages primary key (tenant_id, id),
    -- waiting, taken, handled or dead: each state has its index, each index its query, and no row is in none
    constraint messages_one_state check (num_nonnulls(taken_until, handled_at, dead_at) <= 1 and (taken_by is null) = (taken_until is null))
);
create unique index messages_by_key on messages (tenant_id, type, key) where key is not null;
create index messages_waiting on messages (due) where taken_until is null and handled_at is null and dead_at is null;
create index messages_taken on messages (taken_until) where taken_until is not null;
create index messages_dead on messages (tenant_id, dead_at) where dead_at is not null;
create index messages_handled on messages (handled_at) where handled_at is not null;
select wall_in('messages');

-- Events that a projection could not digest; the projection stands still until they are replayed.
create table projection_dead_letters (
    tenant_id  varchar     not null,
    projection varchar     not null,
    seq_id     bigint      not null,
    error      text        not null,
    failed_at  timestamptz not null,
    attempts   int         not null default 1,
    replay     bool        not null default false,      -- somebody asked to try it again
    constraint pk_projection_dead_letters primary key (tenant_id, projection, seq_id)
);
select wall_in('projection_dead_letters');

-- Answers already given, so that asking twice has one effect. Kept for 30 days.
create table idempotency_keys (
    tenant_id   varchar     not null,
    key         varchar     not null,
    fingerprint bytea       not null,                   -- SHA-256 over method, path and body
    status      int         not null,
    headers     jsonb       not null,
    body        bytea       not null,
    created     timestamptz not null default now(),
    constraint pk_idempotency_keys primary key (tenant_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (created);
select wall_in('idempotency_keys');
