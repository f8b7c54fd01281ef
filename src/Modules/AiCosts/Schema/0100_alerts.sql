-- What somebody should look at: raised once, until it is over or somebody has seen it.
create table ai_alerts (
    tenant_id       varchar     not null,
    id              uuid        not null,
    kind            varchar     not null,               -- unpriced, credentialRejected, syncStale, budget, anomaly
    level           varchar     not null,               -- warning, critical, emergency
    account_id      uuid        null,
    budget_id       uuid        null,
    day             date        null,                   -- of an anomaly; the first of the month of a budget
    threshold       numeric     null,                   -- of a budget, in hundredths
    raised_at       timestamptz not null,
    acknowledged_at timestamptz null,
    acknowledged_by varchar     null,
    note            varchar     not null,
    settled_at      timestamptz null,
    version         bigint      not null,
    constraint pk_ai_alerts primary key (tenant_id, id)
);
create index ai_alerts_open on ai_alerts (tenant_id, raised_at desc, id) where settled_at is null;
select wall_in('ai_alerts');
