-- What clients asked for.
create table support_requests (
    tenant_id   varchar not null,
    id          uuid    not null,
    client_id   uuid    not null,
    resolved_on date    not null,                       -- in the organisation's zone; of an open one, the day it came in
    resolved_at integer not null,                       -- the second of that day
    type        varchar not null,
    category    varchar not null,
    about       uuid    not null,                       -- whom the description is about
    description varchar not null,
    urgency     varchar not null,
    effort      varchar not null,
    hours       numeric not null,
    source      varchar not null,
    web_address varchar not null,
    outside_id  varchar not null,
    open        boolean not null,
    status      varchar not null,
    flag        varchar null,
    edited      integer not null,                       -- what a person said last, as bits
    close       varchar null,                           -- what the invoice that it went on is wanted under
    version     bigint  not null,
    constraint pk_support_requests primary key (tenant_id, id)
);
create unique index support_requests_by_outside_id on support_requests (tenant_id, source, outside_id) where outside_id <> '';
create index support_requests_by_day on support_requests (tenant_id, resolved_on, resolved_at, id);
create index support_requests_by_client on support_requests (tenant_id, client_id, resolved_on);
create index support_requests_about on support_requests (tenant_id, about);
select wall_in('support_requests');
