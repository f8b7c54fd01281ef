-- A read model is rebuilt in a shadow table beside the live one and then takes its place. Run by the owner.

-- Same columns, defaults and checks; no index yet, and nobody's to see.
create function shadow_begin(live regclass, shadow text) returns void language plpgsql as $$
begin
    execute format('drop table if exists %I', shadow);
    execute format('create table %I (like %s including all excluding indexes)', shadow, live);
end $$;

-- The live table's indexes and keys, once the rows are in; "r_" and the number of the live index until the swap.
create function shadow_index(live regclass, shadow regclass) returns void language plpgsql as $$
declare i record;
begin
    for i in
        select 'r_' || x.indexrelid as name, x.indisunique, substring(pg_get_indexdef(x.indexrelid) from ' USING .*$') as definition,
               (select case contype when 'p' then 'primary key' else 'unique' end from pg_constraint where conindid = x.indexrelid and contype in ('p', 'u')) as key
        from pg_index x where x.indrelid = live order by x.indexrelid
    loop
        execute format('create %s index %I on %s %s', case when i.indisunique then 'unique' else '' end, i.name, shadow, i.definition);
        if i.key is not null then execute format('alter table %s add constraint %I %s using index %I', shadow, i.name, i.key, i.name); end if;
    end loop;
end $$;

-- The shadow gets the wall, the rights and every name of the live table, which is dropped.
create function shadow_swap(live regclass, shadow regclass) returns void language plpgsql as $$
declare
    called name := (select relname from pg_class where oid = live);
    indexes name[] := (select array_agg('r_' || indexrelid order by indexrelid) from pg_index where indrelid = live);
    names name[] := (select array_agg(c.relname order by indexrelid) from pg_index join pg_class c on c.oid = indexrelid where indrelid = live);
    g record;
begin
    perform wall_in(shadow);
    execute format('revoke all on %s from billing_web, billing_daemon', shadow);
    for g in
        select a.privilege_type as may, case when a.grantee = 0 then 'public' else quote_ident(a.grantee::regrole::text) end as who
        from pg_class c, aclexplode(c.relacl) a where c.oid = live and a.grantee <> c.relowner
    loop
        execute format('grant %s on %s to %s', g.may, shadow, g.who);
    end loop;
    execute format('drop table %s', live);
    execute format('alter table %s rename to %I', shadow, called);
    for i in 1 .. coalesce(cardinality(indexes), 0) loop
        execute format('alter index %I rename to %I', indexes[i], names[i]);
    end loop;
end $$;
