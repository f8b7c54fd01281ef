using Npgsql;

namespace Billing.EventStore;

/// <summary>
/// Looks whether the wall between tenants stands around every table that has a tenant: what a restore without roles, a hand at the database or a
/// forgotten <c>wall_in</c> would leave open (or shut for everybody) is refused before anything is served.
/// </summary>
internal static class Walls
{
    /// <summary>The store's own tables; those of projections come from the model.</summary>
    private static readonly string[] Own = ["mt_streams", "mt_events", "messages", "tenant_clocks", "projection_dead_letters", "idempotency_keys", "tenant_keys", "personal_keys", "secrets"];

    /// <summary>
    /// Each hole as table, what is wrong, and the statement that mends it. Tables that must be there are named; any other with a tenant_id is found,
    /// but for the shadow that a rebuild fills, which no role but the owner may see. Further policies are a module's own affair, unless they show everything.
    /// </summary>
    private const string Holes = """
        with must as (select unnest($2) as name),
        web as (select oid, rolsuper or rolbypassrls as passes from pg_roles where rolname = 'billing_web'),
        daemon as (select oid, rolsuper or rolbypassrls as passes from pg_roles where rolname = 'billing_daemon'),
        there as (
            select c.oid, c.relname::text as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced from pg_class c
            where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p') and c.relname not in (select name || '_rebuild' from must)
              and (c.relname in (select name from must) or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))),
        looked as (select coalesce(t.name, m.name) as name, t.oid, t.enabled, t.forced, m.name is not null as must, format('%I.%I', $1, coalesce(t.name, m.name)) as called from there t full join must m on m.name = t.name),
        policies as (
            select polrelid, polname, polcmd, polpermissive, coalesce(pg_get_expr(polqual, polrelid), '') as shows,
                   (select oid from web) = any (polroles) as of_web, (select oid from daemon) = any (polroles) as of_daemon, 0 = any (polroles) as of_all
            from pg_policy where polrelid in (select oid from there)),
        holes as (
            select 1 as rank, role as name, 'this role passes through every wall' as wrong, format('alter role %I nosuperuser nobypassrls', role) as mend
            from (select 'billing_web' as role, passes from web union all select 'billing_daemon', passes from daemon) r where passes
            union all
            select 2, called, 'it is not there', 'a restore' from looked where oid is null
            union all
            select 3, called, 'row-level security is off', format('alter table %s enable row level security', called) from looked where not enabled
            union all
            select 4, called, 'row-level security is not forced on its owner', format('alter table %s force row level security', called) from looked where not forced
            union all
            select 5, called, 'the policy that shows one tenant to billing_web is missing',
                   format('drop policy if exists one_tenant on %1$s; create policy one_tenant on %1$s to billing_web using (tenant_id = (select current_setting(''billing.tenant'', true))) with check (tenant_id = (select current_setting(''billing.tenant'', true)))', called)
            from looked l where oid is not null and not exists (select from policies p where p.polrelid = l.oid and p.of_web and p.polpermissive and p.polcmd = '*' and p.shows like '%tenant_id%' and p.shows like '%billing.tenant%')
            union all
            select 6, called, 'the policy that shows it to billing_daemon is missing', format('drop policy if exists all_tenants on %1$s; create policy all_tenants on %1$s to billing_daemon using (true) with check (true)', called)
            from looked l where oid is not null and not exists (select from policies p where p.polrelid = l.oid and p.of_daemon and p.polpermissive and p.polcmd = '*')
            union all
            select 7, called, format('the policy %I shows every tenant''s rows to billing_web', polname), format('drop policy %I on %s', polname, called)
            from looked l join policies p on p.polrelid = l.oid where (of_web or of_all) and polpermissive and polcmd in ('*', 'r', 'w', 'd') and shows = 'true'
            union all
            select 8, called, format('%s may not read and write it', role), format('grant select, insert%s on %s to %s', case when name = 'mt_events' then '' when name = 'mt_streams' then ', update' else ', update, delete' end, called, role)
            from looked, unnest(array['billing_web', 'billing_daemon']) as role where must and oid is not null and not (has_table_privilege(role, oid, 'select') and has_table_privilege(role, oid, 'insert'))
            union all
            select 9, called, format('%s may rewrite history', role), format('revoke update, delete, truncate on %s from %s', called, role)
            from looked, unnest(array['billing_web', 'billing_daemon']) as role where name = 'mt_events' and has_table_privilege(role, oid, 'update, delete, truncate'))
        select name, wrong, mend, count(*) over () from holes order by rank, name limit 1
        """;

    /// <exception cref="MigrationException">There is a hole; the message names the table and what to do.</exception>
    public static async Task Check(NpgsqlConnection connection, Database database, StoreModel model, CancellationToken stop)
    {
        await using var command = Sql.Command(connection, null, Holes, Sql.Text(database.Schema), Sql.Texts(Own.Union(model.Projections.Select(p => p.RowTable.Name))));
        await using var reader = await command.ExecuteReaderAsync(stop);
        if (!await reader.ReadAsync(stop)) return;
        var (name, wrong, mend, more) = (reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3) - 1);
        throw new MigrationException(
            $"The wall between tenants is broken at {name}: {wrong}{(more > 0 ? $" ({more} more such findings follow)" : "")}. "
            + (mend == "a restore" ? "Restore a backup." : $"If this database was restored, restore it again into one that migrate has prepared; else run as its owner: {mend};"));
    }
}
