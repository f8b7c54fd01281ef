-- What people were told of, one row for each person. What it says is made of the event each time and lies nowhere.
create table notifications (
    tenant_id   varchar     not null,
    id          uuid        not null,
    place       bigint      not null generated always as identity, -- the order in which people were told
    person_id   uuid        not null,
    event_id    uuid        not null,
    seq_id      bigint      null,                       -- the event's number in the log
    stream_id   uuid        not null,
    version     bigint      not null,
    kind        varchar     not null,                   -- budget, anomaly, limit, overdue, paymentFailed, syncTrouble, webhookTrouble, system
    priority    varchar     not null,                   -- low, normal, high
    permission  varchar     not null,                   -- who may see it
    path        varchar     not null,                   -- of the dashboard
    in_product  boolean     not null,                   -- whether it stands under the bell
    happened_at timestamptz not null,
    told_at     timestamptz not null,
    read_at     timestamptz null,
    constraint pk_notifications primary key (tenant_id, id)
);
create unique index notifications_once on notifications (tenant_id, person_id, event_id);
create index notifications_of_person on notifications (tenant_id, person_id, place) where in_product;
create index notifications_unread on notifications (tenant_id, person_id, kind) where in_product and read_at is null;
create index notifications_old on notifications (tenant_id, told_at);
select wall_in('notifications');
