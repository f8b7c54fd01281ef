-- A rebuilt table keeps the doors that its module has made in the wall: policies beside those of wall_in.
create or replace function shadow_swap(live regclass, shadow regclass) returns void language plpgsql as $$
declare
    called name := (select relname from pg_class where oid = live);
    indexes name[] := (select array_agg('r_' || indexrelid order by indexrelid) from pg_index where indrelid = live);
    names name[] := (select array_agg(c.relname order by indexrelid) from pg_index join pg_class c on c.oid = indexrelid where indrelid = live);
    g record;
begin
    perform wall_in(shadow);
    for g in
        select p.polname as name, case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end as command,
               (select string_agg(quote_ident(r::regrole::text), ', ') from unnest(p.polroles) r) as roles, pg_get_expr(p.polqual, live) as sees, pg_get_expr(p.polwithcheck, live) as writes
        from pg_policy p where p.polrelid = live and p.polname not in ('one_tenant', 'all_tenants')
    loop
        execute format('create policy %I on %s for %s to %s', g.name, shadow, g.command, g.roles)
            || coalesce(' using (' || g.sees || ')', '') || coalesce(' with check (' || g.writes || ')', '');
    end loop;
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
