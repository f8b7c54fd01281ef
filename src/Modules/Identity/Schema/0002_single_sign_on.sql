-- Coming in through an organisation's own identity provider. What was arranged is told by events; here is what they must not or cannot hold.

create table identity_sso_domains (
    tenant_id varchar not null,
    domain    varchar not null,
    constraint pk_identity_sso_domains primary key (tenant_id, domain)
);
create unique index identity_sso_domains_once on identity_sso_domains (domain);

create table identity_sso_subjects (
    tenant_id varchar not null,
    issuer    varchar not null,
    subject   varchar not null,
    person_id uuid    not null,
    constraint pk_identity_sso_subjects primary key (tenant_id, issuer, subject)
);

select wall_in('identity_sso_domains'), wall_in('identity_sso_subjects');

-- A door in the wall: whoever types an address of a domain learns whose it is.
create policy by_proof on identity_sso_domains for select to billing_web using ('domain:' || domain = (select current_setting('billing.proof', true)));
