-- Those of clients who may come into the portal. Rows follow from events alone.
create table support_portal_users (
    tenant_id     varchar     not null,
    id            uuid        not null,
    client_id     uuid        not null,
    name          varchar     not null,
    email         varchar     not null,
    proof         varchar     null,                     -- SHA-256 made of the address; null once nobody may come in by it
    sees_invoices boolean     not null,
    standing      varchar     not null,                 -- invited, active, withdrawn, forgotten
    invited_at    timestamptz not null,
    entered_at    timestamptz null,
    version       bigint      not null,
    constraint pk_support_portal_users primary key (tenant_id, id)
);
create unique index support_portal_users_once on support_portal_users (tenant_id, client_id, proof) where proof is not null;
create index support_portal_users_by_proof on support_portal_users (proof) where proof is not null;

-- What they come in with, which no event tells: the log never forgets.
create table support_portal_links (
    tenant_id  varchar     not null,
    hash       varchar     not null,                    -- SHA-256 of the secret in the mail
    user_id    uuid        not null,
    expires_at timestamptz not null,
    used_at    timestamptz null,
    constraint pk_support_portal_links primary key (tenant_id, hash)
);
create index support_portal_links_by_end on support_portal_links (expires_at);
create index support_portal_links_of_a_user on support_portal_links (tenant_id, user_id);

create table support_portal_sessions (
    tenant_id  varchar     not null,
    id         uuid        not null,
    hash       varchar     not null,                    -- SHA-256 of the secret in the cookie
    user_id    uuid        not null,
    begun_at   timestamptz not null,
    used_at    timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz null,
    constraint pk_support_portal_sessions primary key (tenant_id, id)
);
create unique index support_portal_sessions_by_hash on support_portal_sessions (hash);
create index support_portal_sessions_by_end on support_portal_sessions (expires_at);
create index support_portal_sessions_of_a_user on support_portal_sessions (tenant_id, user_id);

-- How often links were asked for, among the people: whoever asks knows no organisation.
create table support_portal_asking (
    tenant_id varchar     not null,
    bucket    varchar     not null,                     -- SHA-256 of an address: a count is no list of addresses
    times     integer     not null,
    since     timestamptz not null,
    constraint pk_support_portal_asking primary key (tenant_id, bucket)
);
create index support_portal_asking_by_age on support_portal_asking (since);

select wall_in('support_portal_users'), wall_in('support_portal_links'), wall_in('support_portal_sessions'), wall_in('support_portal_asking');

-- Doors in the wall: rows open to who names the address, or has the secret. See Database.ReadByProof.
create policy by_proof on support_portal_users for select to billing_web using (proof = (select current_setting('billing.proof', true)));
create policy by_proof on support_portal_links for select to billing_web using (hash = (select current_setting('billing.proof', true)));
create policy by_proof on support_portal_sessions for select to billing_web using (hash = (select current_setting('billing.proof', true)));
