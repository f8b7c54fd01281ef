-- Seats that cost the same each month, whatever is used; what they come to lies among the records of usage.
create table ai_seats (
    tenant_id  varchar not null,
    id         uuid    not null,
    account_id uuid    not null,
    name       varchar not null,
    seats      integer not null,
    price      numeric not null,                        -- of one, a month
    currency   varchar not null,
    from_day   date    not null,
    until_day  date    null,                            -- nothing is charged on this day or later
    version    bigint  not null,
    constraint pk_ai_seats primary key (tenant_id, id)
);
select wall_in('ai_seats');
