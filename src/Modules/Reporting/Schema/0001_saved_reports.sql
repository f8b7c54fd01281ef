-- Reports that somebody asks for again and again, and when they go out by mail.
create table reporting_saved_reports (
    tenant_id varchar not null,
    id        uuid    not null,
    name      varchar not null,
    report    varchar not null,
    days      varchar not null,                         -- lastTwelveMonths, thisMonth, lastMonth, thisYear, lastYear, lastSevenDays, fixed
    from_day  date    null,
    through   date    null,
    rhythm    varchar null,                             -- weekly, monthly; null: nobody gets it by mail
    on_day    integer null,                             -- of the week, Monday is 1; of the month
    format    varchar null,                             -- csv, xlsx
    readers   jsonb   not null,                         -- people, by id
    mailed_on date    null,                             -- the last day it was due and went out
    version   bigint  not null,
    constraint pk_reporting_saved_reports primary key (tenant_id, id)
);
create unique index reporting_saved_reports_by_name on reporting_saved_reports (tenant_id, lower(name));
select wall_in('reporting_saved_reports');
