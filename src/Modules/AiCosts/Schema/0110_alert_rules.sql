-- What somebody should look at, where, and how loudly. The usual rule of a kind stands here once somebody has changed it.
create table ai_alert_rules (
    tenant_id  varchar not null,
    id         uuid    not null,
    kind       varchar not null,                        -- unpriced, credentialRejected, syncStale, budget, anomaly, balanceLow, serviceDown
    name       varchar not null,
    scope      varchar not null,                        -- organisation, account, provider, tag
    account_id uuid    null,
    provider   varchar not null,
    tag        varchar not null,
    level      varchar null,                            -- as loudly as what is found
    hours      integer null,
    minutes    integer null,
    amount     numeric null,
    currency   varchar null,
    severity   varchar null,                            -- low, medium, high, critical
    told       varchar not null,                        -- readers, keepers, nobody
    off        boolean not null,
    dropped    boolean not null,
    version    bigint  not null,
    constraint pk_ai_alert_rules primary key (tenant_id, id)
);
select wall_in('ai_alert_rules');

-- By which rule; missing: the usual one of its kind.
alter table ai_alerts add column rule_id uuid null;

-- Since when a provider does not answer for an account, as far as it was asked; gone once it answers.
create table ai_outages (
    tenant_id  varchar     not null,
    account_id uuid        not null,
    since      timestamptz not null,
    asked_at   timestamptz not null,
    constraint pk_ai_outages primary key (tenant_id, account_id)
);
select wall_in('ai_outages');
