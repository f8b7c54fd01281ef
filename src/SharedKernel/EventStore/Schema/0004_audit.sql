-- The audit trail: one entry for each event, per organisation in one row behind the other. The hash of each covers the event as it is stored, sealed words
-- and all, and the hash before it: forgetting somebody changes none, changing anything else does. Written behind the high-water mark, never touched again.
create table audit_trail (
    tenant_id  varchar     not null,
    number     bigint      not null,                    -- 1, 2, 3 … in the order of the log
    seq_id     bigint      not null,
    event_id   uuid        not null,
    hash       bytea       not null,                    -- SHA-256
    at         timestamptz not null,
    action     varchar     not null,                    -- the event's alias
    entity     varchar     not null,                    -- the stream's type
    entity_id  uuid        not null,
    actor_kind varchar     not null,
    actor_id   varchar     not null,
    constraint pk_audit_trail primary key (tenant_id, number)
);
create unique index audit_trail_by_sequence on audit_trail (seq_id);
create index audit_trail_by_actor on audit_trail (tenant_id, actor_id, number);
create index audit_trail_by_entity on audit_trail (tenant_id, entity_id, number);
select wall_in('audit_trail');
revoke insert, update, delete, truncate on audit_trail from billing_web;
revoke update, delete, truncate on audit_trail from billing_daemon;
