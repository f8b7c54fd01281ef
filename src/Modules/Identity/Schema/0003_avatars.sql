-- What people look like, as they show it. The picture lies beside the log, so that it is gone with whoever is forgotten.

alter table identity_people add column avatar varchar null; -- SHA-256 of the picture

create table identity_avatars (
    tenant_id varchar not null,
    person_id uuid    not null,
    hash      varchar not null,
    type      varchar not null,
    bytes     bytea   not null,
    constraint pk_identity_avatars primary key (tenant_id, person_id)
);

select wall_in('identity_avatars');
