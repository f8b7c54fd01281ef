-- Credit that was given back in money, whatever it came from. Rows follow from events alone; a rebuild makes the same.

create table invoicing_pay_outs (
    tenant_id varchar not null,
    id        uuid    not null,
    client_id uuid    not null,
    currency  varchar not null,
    amount    numeric not null,
    paid_on   date    not null,
    reason    varchar not null,
    version   bigint  not null,
    constraint pk_invoicing_pay_outs primary key (tenant_id, id)
);
create index invoicing_pay_outs_of_a_client on invoicing_pay_outs (tenant_id, client_id, paid_on);

select wall_in('invoicing_pay_outs');
