-- Who may come in. People and what they sign in with lie under the tenant billing-people, organisations and keys under their own.

-- Rows that follow from events alone.
create table identity_people (
    tenant_id      varchar     not null,
    id             uuid        not null,
    email          varchar     null,                    -- null once forgotten
    first_name     varchar     not null,
    last_name      varchar     not null,
    phone          varchar     null,
    email_verified boolean     not null,
    second_factor  boolean     not null,
    standing       varchar     not null,                -- active, disabled, forgotten
    registered_at  timestamptz not null,
    version        bigint      not null,
    constraint pk_identity_people primary key (tenant_id, id)
);
create unique index identity_people_by_email on identity_people (tenant_id, lower(email));

create table identity_organisations (
    tenant_id              varchar not null,
    id                     uuid    not null,
    slug                   varchar not null,
    name                   varchar not null,
    currency               varchar not null,
    time_zone              varchar not null,
    locale                 varchar not null,
    contact                jsonb   not null,
    logo                   varchar null,                -- SHA-256 of its bytes
    trial_ends_on          date    null,
    second_factor_required boolean not null,
    delete_on              date    null,
    deleted                boolean not null,
    members                jsonb   not null,
    invitations            jsonb   not null,
    proofs                 jsonb   not null,            -- what opens the row to somebody who does not know the tenant
    version                bigint  not null,
    constraint pk_identity_organisations primary key (tenant_id, id)
);
create unique index identity_organisations_by_slug on identity_organisations (slug) where not deleted;
create index identity_organisations_by_proof on identity_organisations using gin (proofs);

create table identity_api_keys (
    tenant_id  varchar     not null,
    id         uuid        not null,
    name       varchar     not null,
    prefix     varchar     not null,
    proof      varchar     not null,                    -- SHA-256 of the whole key
    scopes     varchar     not null,
    issued_at  timestamptz not null,
    issued_by  varchar     not null,
    expires_at timestamptz null,
    revoked_at timestamptz null,
    version    bigint      not null,
    constraint pk_identity_api_keys primary key (tenant_id, id)
);
create unique index identity_api_keys_by_proof on identity_api_keys (proof);

-- What no event tells: credentials, because the log never forgets.
create table identity_passwords (
    tenant_id varchar     not null,
    person_id uuid        not null,
    hash      varchar     not null,                     -- pbkdf2-sha512$rounds$salt$hash
    chosen_at timestamptz not null,
    constraint pk_identity_passwords primary key (tenant_id, person_id)
);

create table identity_sessions (
    tenant_id    varchar     not null,
    id           uuid        not null,                  -- that of the sign-in
    person_id    uuid        not null,
    organisation varchar     not null,
    device       varchar     not null,
    address      varchar     not null,
    started_at   timestamptz not null,
    used_at      timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz null,
    constraint pk_identity_sessions primary key (tenant_id, id)
);
create index identity_sessions_of_a_person on identity_sessions (tenant_id, person_id, used_at desc);
create index identity_sessions_by_end on identity_sessions (expires_at);

create table identity_refresh_tokens (
    tenant_id  varchar     not null,
    hash       varchar     not null,                    -- SHA-256
    session_id uuid        not null,
    expires_at timestamptz not null,
    spent_at   timestamptz null,
    constraint pk_identity_refresh_tokens primary key (tenant_id, hash),
    constraint fk_identity_refresh_tokens foreign key (tenant_id, session_id) references identity_sessions (tenant_id, id) on delete cascade
);
create index identity_refresh_tokens_of_a_session on identity_refresh_tokens (tenant_id, session_id);

create table identity_links (
    tenant_id  varchar     not null,
    hash       varchar     not null,                    -- SHA-256 of the token in the mail
    kind       varchar     not null,                    -- reset, verify, invitation
    subject    uuid        not null,                    -- the person, or the invitation
    email      varchar     not null,                    -- the address it was sent to
    expires_at timestamptz not null,
    used_at    timestamptz null,
    constraint pk_identity_links primary key (tenant_id, hash)
);
create index identity_links_of_a_subject on identity_links (tenant_id, subject);
create index identity_links_by_end on identity_links (expires_at);

create table identity_second_factors (
    tenant_id    varchar     not null,
    person_id    uuid        not null,
    confirmed_at timestamptz null,
    last_step    bigint      not null default 0,        -- a code works once: the step of the last one
    constraint pk_identity_second_factors primary key (tenant_id, person_id)
);

create table identity_recovery_codes (
    tenant_id varchar     not null,
    person_id uuid        not null,
    hash      varchar     not null,
    used_at   timestamptz null,
    constraint pk_identity_recovery_codes primary key (tenant_id, person_id, hash)
);

create table identity_throttle (
    tenant_id varchar     not null,
    bucket    varchar     not null,
    failures  integer     not null,
    since     timestamptz not null,
    constraint pk_identity_throttle primary key (tenant_id, bucket)
);
create index identity_throttle_by_age on identity_throttle (since);

create table identity_signing_keys (
    tenant_id  varchar     not null,
    id         varchar     not null,
    public     bytea       not null,
    made_at    timestamptz not null,
    retired_at timestamptz null,                        -- replaced: it signs nothing, and from then on verifies nothing either
    constraint pk_identity_signing_keys primary key (tenant_id, id)
);

create table identity_key_use (
    tenant_id varchar     not null,
    key_id    uuid        not null,
    used_at   timestamptz not null,
    constraint pk_identity_key_use primary key (tenant_id, key_id)
);

create table identity_logos (
    tenant_id varchar not null,
    hash      varchar not null,
    type      varchar not null,
    bytes     bytea   not null,
    constraint pk_identity_logos primary key (tenant_id, hash)
);

select wall_in('identity_people'), wall_in('identity_organisations'), wall_in('identity_api_keys'), wall_in('identity_passwords'), wall_in('identity_sessions'),
       wall_in('identity_refresh_tokens'), wall_in('identity_links'), wall_in('identity_second_factors'), wall_in('identity_recovery_codes'), wall_in('identity_throttle'),
       wall_in('identity_signing_keys'), wall_in('identity_key_use'), wall_in('identity_logos');

-- Doors in the wall: a single row opens to what one proves, such as the hash of a secret. See Database.ReadByProof.
create policy by_proof on identity_organisations for select to billing_web using (proofs ? (select current_setting('billing.proof', true)));
create policy by_proof on identity_api_keys for select to billing_web using (proof = (select current_setting('billing.proof', true)));
create policy by_proof on identity_links for select to billing_web using (hash = (select current_setting('billing.proof', true)));
