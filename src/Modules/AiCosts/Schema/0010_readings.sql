-- What was read of accounts. Records are facts by nature, as usage events are, and have tables of their own; the log says which windows brought something new.

-- One reading of an account from its beginning to its end: the diary. At most one of an account is open, wherever it runs.
create table ai_runs (
    tenant_id  varchar     not null,
    id         uuid        not null,
    account_id uuid        not null,
    cause      varchar     not null,                    -- asked, due
    state      varchar     not null,                    -- waiting, running, done, stopped
    begun_at   timestamptz not null,
    ended_at   timestamptz null,
    due_at     timestamptz not null,                    -- of one that waits: when it goes on
    step       integer     not null default 0,
    tries      integer     not null default 0,          -- in vain, since something was read
    windows    integer     not null default 0,
    pages      integer     not null default 0,
    recorded   integer     not null default 0,
    restated   integer     not null default 0,
    withdrawn  integer     not null default 0,
    trouble    varchar     null,
    said       varchar     null,
    skipped    jsonb       not null default '[]',       -- reports that the account does not have
    half       jsonb       null,                        -- a window that is read in part: where it goes on
    constraint pk_ai_runs primary key (tenant_id, id)
);
create unique index ai_runs_open on ai_runs (tenant_id, account_id) where ended_at is null;
create index ai_runs_by_account on ai_runs (tenant_id, account_id, begun_at desc, id);
select wall_in('ai_runs');

-- How far each report was read completely.
create table ai_reports (
    tenant_id  varchar     not null,
    account_id uuid        not null,
    report     varchar     not null,
    through    date        null,                        -- the day behind the last complete one
    not_before timestamptz null,                        -- the account did not have it; asked again then
    constraint pk_ai_reports primary key (tenant_id, account_id, report)
);
select wall_in('ai_reports');

-- Stretches of time that were read, the empty ones too.
create table ai_buckets (
    tenant_id   varchar     not null,
    account_id  uuid        not null,
    report      varchar     not null,
    start_at    timestamptz not null,
    minutes     integer     not null,
    hash        varchar     not null,                   -- of all that was told of it
    preliminary boolean     not null,                   -- it was not over, or the provider still puts it right
    read_at     timestamptz not null,                   -- when that was told first
    constraint pk_ai_buckets primary key (tenant_id, account_id, report, start_at, minutes)
);
select wall_in('ai_buckets');

-- Usage and money, by what they are told apart by. What a provider tells no more is withdrawn and stays.
create table ai_usage (
    tenant_id          varchar     not null,
    id                 uuid        not null,            -- 16 bytes of SHA-256 over account, report, bucket and everything that tells it apart
    account_id         uuid        not null,
    report             varchar     not null,
    start_at           timestamptz not null,
    minutes            integer     not null,
    model              varchar     null,
    project            varchar     null,
    api_key            varchar     null,
    person             varchar     null,
    tier               varchar     null,
    context            varchar     null,
    item               varchar     null,
    detail             varchar     null,
    input              bigint      not null,
    cache_read         bigint      not null,
    cache_write5m      bigint      not null,
    cache_write1h      bigint      not null,
    cache_write        bigint      not null,
    output             bigint      not null,
    reasoning          bigint      not null,
    audio_input        bigint      not null,
    cached_audio_input bigint      not null,
    audio_output       bigint      not null,
    image_input        bigint      not null,
    cached_image_input bigint      not null,
    image_output       bigint      not null,
    requests           bigint      null,
    searches           bigint      not null,
    quantity           numeric     null,
    unit               varchar     null,
    cost               numeric     null,
    currency           varchar     null,
    basis              varchar     not null,            -- reported, computed, estimated, manual
    price_id           varchar     null,                -- the entry of the price book that computed the cost
    unpriced           varchar     null,                -- why the price book could not
    source             varchar     not null,            -- api, manual, file, call
    note               varchar     null,
    content            varchar     not null,            -- a hash of what was told
    recorded_at        timestamptz not null,
    restated_at        timestamptz null,
    withdrawn_at       timestamptz null,
    constraint pk_ai_usage primary key (tenant_id, id)
);
create index ai_usage_by_bucket on ai_usage (tenant_id, account_id, report, start_at);
create index ai_usage_by_time on ai_usage (tenant_id, start_at, id);
select wall_in('ai_usage');
