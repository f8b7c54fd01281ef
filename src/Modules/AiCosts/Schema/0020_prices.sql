-- The price book: entries whole and never edited. A new price is a new entry, and what was priced keeps the id of the one that did it.
create table ai_prices (
    tenant_id  varchar     not null,
    id         varchar     not null,
    provider   varchar     not null,
    pattern    varchar     not null,                    -- of models: a name, with * for any characters
    currency   varchar     not null,
    origin     varchar     not null,                    -- own, catalogue
    account_id uuid        null,                        -- agreed for one account
    from_at    timestamptz not null,
    until_at   timestamptz null,
    source     varchar     not null,
    terms      jsonb       not null,
    at         timestamptz not null,
    constraint pk_ai_prices primary key (tenant_id, id)
);
create index ai_prices_by_model on ai_prices (tenant_id, provider, lower(pattern), from_at desc);
select wall_in('ai_prices');
