-- Links by which people subscribe without an account. Rows follow from events alone; a rebuild makes the same.
create table subscriptions_checkouts (
    tenant_id       varchar     not null,
    id              uuid        not null,
    proof           varchar     null,                 -- SHA-256 of the secret that opens it; null once it was ended
    client_id       uuid        not null,
    new_client      boolean     not null,
    plan            varchar     not null,             -- its code
    quantity        integer     not null,
    subscription_id uuid        not null,             -- that it becomes
    opened_at       timestamptz not null,
    expires_at      timestamptz not null,
    state           varchar     not null,             -- open, completed, expired
    version         bigint      not null,
    constraint pk_subscriptions_checkouts primary key (tenant_id, id)
);
create index subscriptions_checkouts_by_opening on subscriptions_checkouts (tenant_id, opened_at);
create index subscriptions_checkouts_of_a_client on subscriptions_checkouts (tenant_id, client_id);
create unique index subscriptions_checkouts_by_proof on subscriptions_checkouts (proof) where proof is not null;

select wall_in('subscriptions_checkouts');

-- A door in the wall: a single row opens to who has the link's secret. See Database.ReadByProof.
create policy by_proof on subscriptions_checkouts for select to billing_web using (proof = (select current_setting('billing.proof', true)));
