create table node_counters (
    tenant_id varchar not null,
    id uuid not null,
    counted int not null,
    constraint pk_node_counters primary key (tenant_id, id)
);
select wall_in('node_counters');
