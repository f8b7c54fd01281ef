-- What clients pay for what was spent for them.
create table ai_rebilling_terms (
    tenant_id       varchar not null,
    id              uuid    not null,
    client_id       uuid    not null,
    markup          numeric null,                       -- in hundredths of the cost
    margin          numeric null,                       -- fixed, for each month with usage
    margin_currency varchar null,
    ended           boolean not null,
    version         bigint  not null,
    constraint pk_ai_rebilling_terms primary key (tenant_id, id)
);
select wall_in('ai_rebilling_terms');

-- Months of clients that were charged.
create table ai_charges (
    tenant_id       varchar not null,
    id              uuid    not null,
    client_id       uuid    not null,
    from_day        date    not null,                   -- the first of the month
    cost            numeric not null,
    currency        varchar not null,
    markup          numeric null,
    margin          numeric null,
    rate            numeric not null,
    rate_on         date    not null,
    rate_source     varchar not null,
    amount          numeric not null,
    charged_in      varchar not null,
    version         bigint  not null,
    constraint pk_ai_charges primary key (tenant_id, id)
);
create index ai_charges_by_month on ai_charges (tenant_id, from_day desc, id);
select wall_in('ai_charges');

-- Of which records a charge is made: parts, together its cost.
create table ai_charged_usage (
    tenant_id varchar not null,
    charge_id uuid    not null,
    place     integer not null,
    usage_id  uuid    not null,
    rule_id   uuid    not null,
    basis     varchar not null,                         -- told, computedWeight, unknown
    amount    numeric not null,                         -- in the currency of the charge's cost
    constraint pk_ai_charged_usage primary key (tenant_id, charge_id, place)
);
create index ai_charged_usage_by_usage on ai_charged_usage (tenant_id, usage_id);
select wall_in('ai_charged_usage');
