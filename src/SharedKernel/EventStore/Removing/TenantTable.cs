using static Billing.EventStore.Sql;

namespace Billing.EventStore;

/// <summary>A table in which rows of tenants lie.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Which of its rows are a tenant's, <c>$1</c>.</param>
/// <param name="ByDaemon">Whether the daemon may delete them; else nobody but the owner may.</param>
/// <param name="SeenByDaemon">Whether the daemon may read them.</param>
internal sealed record TenantTable(string Name, string Rows, bool ByDaemon = true, bool SeenByDaemon = true)
{
    public const string ById = "tenant_id = $1";

    /// <summary>Log and trail: they go together, event by event.</summary>
    public static IReadOnlyList<string> Log { get; } = ["mt_events", "audit_trail"];

    /// <summary>Keys go when nothing is left that they open.</summary>
    private static readonly string[] Last = ["mt_streams", "personal_keys", "tenant_keys"];

    // asked of the database, so that no module can forget to name one; a shadow that a killed rebuild has left is among them
    private const string Catalogue = """
        with tables as (
            select c.oid, c.relname::text as name, has_table_privilege('billing_daemon', c.oid, 'delete') as by_daemon, has_table_privilege('billing_daemon', c.oid, 'select') as seen
            from pg_class c
            where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p') and not c.relispartition
              and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))
        select t.name, t.by_daemon, t.seen, array(select o.name from pg_constraint f join tables o on o.oid = f.confrelid where f.conrelid = t.oid and f.contype = 'f' and f.confrelid <> f.conrelid)
        from tables t order by t.name
        """;

    /// <summary>Whether it is emptied after the log.</summary>
    public bool IsLast => Last.Contains(Name);

    /// <summary>All but log and trail, in an order in which they can be emptied: first what modules name because it has no tenant_id, then those that have one.</summary>
    public static async Task<IReadOnlyList<TenantTable>> All(EventStore store, CancellationToken stop)
    {
        var all = store.Model.Belongings.SelectMany(belonging => belonging.Drop).Select(drop => new TenantTable(drop.Table, drop.Rows)).ToList();
        var left = await List(store.Database.Daemon, Catalogue, reader => (Name: reader.GetString(0), ByDaemon: reader.GetBoolean(1), Seen: reader.GetBoolean(2), PointsAt: reader.GetFieldValue<string[]>(3)), stop, Text(store.Database.Schema));
        left.RemoveAll(table => Log.Contains(table.Name));
        while (left.Count > 0)
        {
            var free = left.FindAll(table => !left.Exists(other => other.PointsAt.Contains(table.Name)));
            if (free.Count == 0) throw new InvalidOperationException($"These tables point at each other in a circle, so none can be emptied first: {string.Join(", ", left.Select(table => table.Name))}.");
            all.AddRange(free.Select(table => new TenantTable(table.Name, ById, table.ByDaemon, table.Seen)));
            left.RemoveAll(free.Contains);
        }
        return all;
    }
}
