create table test_clients (
    tenant_id varchar not null,
    id uuid not null,
    name varchar not null,
    email varchar not null,
    version bigint not null,
    noted_by varchar not null,
    constraint pk_test_clients primary key (tenant_id, id)
);
select wall_in('test_clients');
