-- Keys wrapped by keys: the master key, which is not in here, wraps each organisation's data key; that wraps a key for each person whom its events speak of.

create table tenant_keys (
    tenant_id varchar     not null,
    key       int         not null,
    master    varchar     not null,                     -- names the master key that wraps it
    wrapped   bytea       not null,
    made_at   timestamptz not null default clock_timestamp(),
    constraint pk_tenant_keys primary key (tenant_id, key)
);
select wall_in('tenant_keys');

-- A destroyed key stays as a row without a secret: "forgotten" is something else than "lost".
create table personal_keys (
    tenant_id    varchar     not null,
    subject      uuid        not null,
    key          int         not null,
    under        int         null,                      -- the organisation's data key that wraps it
    wrapped      bytea       null,
    forgotten_at timestamptz null,
    constraint pk_personal_keys primary key (tenant_id, subject),
    constraint personal_keys_one_state check (num_nonnulls(under, wrapped) in (0, 2) and (wrapped is null) = (forgotten_at is not null))
);
select wall_in('personal_keys');
revoke delete on personal_keys, tenant_keys from billing_web, billing_daemon;

-- Counts how often somebody was forgotten; a node that sees another number than before drops what it remembers.
create table personal_epoch (one bool primary key default true check (one), number bigint not null);
insert into personal_epoch (number) values (0);
grant select, update on personal_epoch to billing_web, billing_daemon;

-- An organisation's passwords to elsewhere, sealed with its data key: which record's, in which field. Not in the log, which never forgets.
create table secrets (
    tenant_id varchar     not null,
    record    varchar     not null,
    field     varchar     not null,
    key       int         not null,
    sealed    bytea       not null,
    put_at    timestamptz not null,
    constraint pk_secrets primary key (tenant_id, record, field)
);
select wall_in('secrets');
