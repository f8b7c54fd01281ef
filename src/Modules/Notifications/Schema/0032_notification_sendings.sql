-- What goes to a person by one channel besides the bell.
create table notification_sendings (
    tenant_id       varchar     not null,
    notification_id uuid        not null,
    channel         varchar     not null,               -- mail, slack, discord, teams, webhook
    person_id       uuid        not null,
    state           varchar     not null,               -- waiting, handed (to a mail server, perhaps), sent, failed
    digest          boolean     not null default false, -- whether it waits for the next digest
    digest_id       uuid        null,                   -- the digest that it went with
    attempts        integer     not null default 0,
    due_at          timestamptz not null,
    error           varchar     null,
    done_at         timestamptz null,
    constraint pk_notification_sendings primary key (tenant_id, notification_id, channel)
);
create index notification_sendings_of_person on notification_sendings (tenant_id, person_id, channel);
create index notification_sendings_of_digest on notification_sendings (tenant_id, digest_id) where digest_id is not null;
select wall_in('notification_sendings');

-- When the latest went to a person by a channel, so that not too many do.
create table notification_lanes (
    tenant_id varchar       not null,
    person_id uuid          not null,
    channel   varchar       not null,
    gone_at   timestamptz[] not null,                   -- of the last day
    constraint pk_notification_lanes primary key (tenant_id, person_id, channel)
);
select wall_in('notification_lanes');
