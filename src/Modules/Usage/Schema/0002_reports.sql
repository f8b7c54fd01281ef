-- Usage that somebody has added up already, by period. Written once: a report of the same period in other words stands beside the first, and the latest counts.
create table usage_reports (
    tenant_no    integer     not null,
    metric_type  varchar     not null,
    metric_name  varchar     not null,
    period_start timestamptz not null,
    period_end   timestamptz not null,
    taken_at     timestamptz not null,
    value        numeric     not null,
    unit         varchar     not null,
    metadata     jsonb       null,
    constraint pk_usage_reports primary key (tenant_no, metric_type, metric_name, period_start, period_end, taken_at)
);
select wall_in_numbered('usage_reports');
revoke update, delete on usage_reports from billing_web, billing_daemon;
