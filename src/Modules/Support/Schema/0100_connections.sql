-- Connections with systems outside. Credentials lie sealed in secrets, never here; what is read and what it means is in the log.
create table support_connections (
    tenant_id     varchar not null,
    id            uuid    not null,
    kind          varchar not null,
    name          varchar not null,
    address       varchar not null,
    time_zone     varchar not null,                     -- empty: as the system says itself, or the organisation's
    every_minutes integer not null,
    read          boolean not null,                     -- it lets us in
    paused        boolean not null,
    disconnected  boolean not null,
    version       bigint  not null,
    constraint pk_support_connections primary key (tenant_id, id)
);
create unique index support_connections_by_name on support_connections (tenant_id, lower(name)) where not disconnected;
select wall_in('support_connections');

-- One pass over a system outside from its beginning to its end. At most one of a connection is open, wherever it runs.
create table support_passes (
    tenant_id     varchar     not null,
    id            uuid        not null,
    connection_id uuid        not null,
    cause         varchar     not null,                 -- asked, due, nightly, nudged
    whole         boolean     not null,                 -- everything; else what was changed since the mark
    state         varchar     not null,                 -- waiting, running, done, stopped
    begun_at      timestamptz not null,
    ended_at      timestamptz null,
    due_at        timestamptz not null,                 -- of one that waits: when it goes on
    step          integer     not null default 0,
    tries         integer     not null default 0,
    pages         integer     not null default 0,
    rows          integer     not null default 0,       -- different records that lists told of
    stored        integer     not null default 0,       -- records that are kept here
    added         integer     not null default 0,
    changed       integer     not null default 0,
    left_alone    integer     not null default 0,       -- fields that a person said
    elsewhere     integer     not null default 0,       -- records of other mailboxes
    gone          integer     not null default 0,
    rejected      integer     not null default 0,
    warnings      integer     not null default 0,
    mark          timestamptz null,                     -- the last change that it knows of
    trouble       varchar     null,
    said          varchar     null,
    undone_at     timestamptz null,
    constraint pk_support_passes primary key (tenant_id, id)
);
create unique index support_passes_open on support_passes (tenant_id, connection_id) where ended_at is null;
create index support_passes_by_connection on support_passes (tenant_id, connection_id, begun_at desc, id);
select wall_in('support_passes');

-- What a pass did, field by field. Words about people are not written down here, only that they are told otherwise.
create table support_pass_lines (
    tenant_id  varchar not null,
    pass_id    uuid    not null,
    number     integer not null,
    what       varchar not null,                        -- added, changed, leftAlone, flagged, putAway, restored, held, warned, hidden, rejected
    kind       varchar not null,                        -- request, project, site
    outside_id varchar not null,
    target     uuid    null,                            -- the request, project or site
    field      varchar null,
    was        varchar null,
    became     varchar null,
    said       varchar null,
    constraint pk_support_pass_lines primary key (tenant_id, pass_id, number)
);
select wall_in('support_pass_lines');

-- Records outside that are kept here, and where each is.
create table support_outside (
    tenant_id     varchar not null,
    connection_id uuid    not null,
    kind          varchar not null,
    outside_id    varchar not null,
    target        uuid    not null,
    state         varchar not null,                     -- here, elsewhere, gone
    constraint pk_support_outside primary key (tenant_id, connection_id, kind, outside_id)
);
create index support_outside_by_target on support_outside (tenant_id, target);
select wall_in('support_outside');

-- Nudges that came, so that the same one twice is one.
create table support_nudges (
    tenant_id     varchar     not null,
    connection_id uuid        not null,
    mark          varchar     not null,                 -- a hash over what tells it from every other
    at            timestamptz not null,
    constraint pk_support_nudges primary key (tenant_id, connection_id, mark)
);
select wall_in('support_nudges');
