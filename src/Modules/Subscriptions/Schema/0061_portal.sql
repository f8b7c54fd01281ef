-- Links by which clients look after their subscriptions for an hour. Rows follow from events alone; a rebuild makes the same.
create table subscriptions_portals (
    tenant_id  varchar     not null,
    id         uuid        not null,
    proof      varchar     null,                      -- SHA-256 of the secret that opens it; null once it was closed
    client_id  uuid        not null,
    expires_at timestamptz not null,
    version    bigint      not null,
    constraint pk_subscriptions_portals primary key (tenant_id, id)
);
create unique index subscriptions_portals_by_proof on subscriptions_portals (proof) where proof is not null;

select wall_in('subscriptions_portals');

-- A door in the wall: a single row opens to who has the link's secret. See Database.ReadByProof.
create policy by_proof on subscriptions_portals for select to billing_web using (proof = (select current_setting('billing.proof', true)));
