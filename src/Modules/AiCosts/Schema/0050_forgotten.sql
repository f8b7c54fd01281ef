-- People who were forgotten and of whom providers go on telling: by the digest of an address its stand-in is found again.
create table ai_forgotten (
    tenant_id varchar not null,
    digest    varchar not null,                         -- slow and salted: nobody tries out addresses by the million
    salt      varchar not null,
    stand_in  varchar not null,                         -- what stands in place of the address
    constraint pk_ai_forgotten primary key (tenant_id, digest)
);
select wall_in('ai_forgotten');
