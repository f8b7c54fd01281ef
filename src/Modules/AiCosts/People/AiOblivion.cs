using Billing.EventStore;
using Billing.Identity.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace Billing.AiCosts;

/// <summary>
/// Lets go of somebody's address in all that providers told. Their records stay, under a stand-in, and so do all sums. Ids of records hold what tells records apart, the address
/// among it, so they are made anew as the provider's next answer will make them: it brings nothing new.
/// </summary>
internal sealed class AiOblivion : IForgetsAddresses
{
    private const string NamedSql = $"""
        select u.id, coalesce(lower(trim(u.person)) = any ($2), false), u.withdrawn_at is not null, {AiUsageReading.Columns} from ai_usage u
        where u.tenant_id = $1 and exists (
            select from ai_usage n where n.tenant_id = $1 and lower(trim(n.person)) = any ($2) and n.account_id = u.account_id and n.report = u.report and n.start_at = u.start_at and n.minutes = u.minutes)
        """;

    private const string RenameSql = "update ai_usage u set id = r.now_id, person = $3 from jsonb_to_recordset($2) as r (id uuid, now_id uuid) where u.tenant_id = $1 and u.id = r.id";

    private const string ChargedSql = "update ai_charged_usage c set usage_id = r.now_id from jsonb_to_recordset($2) as r (id uuid, now_id uuid) where c.tenant_id = $1 and c.usage_id = r.id and r.id <> r.now_id";

    private const string RulesSql = "select id from ai_allocation_rules where tenant_id = $1 and lower(trim(person)) = any ($2)";

    private const string BucketsSql = """
        update ai_buckets b set hash = r.hash from jsonb_to_recordset($2) as r (account_id uuid, report varchar, start_at timestamptz, minutes integer, hash varchar)
        where b.tenant_id = $1 and b.account_id = r.account_id and b.report = r.report and b.start_at = r.start_at and b.minutes = r.minutes
        """;

    // Pages of a window that is read in part: it is asked for again from its first.
    private const string HalvesSql = "update ai_runs set half = null where tenant_id = $1 and half is not null and exists (select from unnest($2) as n (name) where position(n.name in lower(half::text)) > 0)";

    private sealed record Row(AiUsageRow Kept, bool IsNamed, bool IsWithdrawn);

    public async Task Forget(Session session, IReadOnlyCollection<string> addresses)
    {
        string[] names = [.. addresses.Select(AiForgotten.Plain).Distinct()];
        var known = await AiForgotten.Of(session, CancellationToken.None);
        var standIn = names.Select(known.StandIn).OfType<string>().FirstOrDefault() ?? $"forgotten-{session.NewId():N}";
        var salt = session.NewId().ToString("N");
        await session.Write([.. names.Select(name => known.Keep(name, standIn, salt))]); // first, so that what is read meanwhile names nobody
        while (await Named(session, names) is { Count: > 0 } rows) await session.Write(Renamed(rows, standIn));
        await session.Write(new Statement(HalvesSql, Names(names)));
        await Rules(session, names, standIn);
        await When_names_are_looked_over.Ask(session);
    }

    /// <summary>Rules about somebody are about the stand-in from now on, so that the same costs are for the same clients.</summary>
    private static async Task Rules(Session session, string[] names, string standIn)
    {
        var ids = await session.Read(RulesSql, [Names(names)], async row =>
        {
            var all = new List<Guid>();
            while (await row.ReadAsync()) all.Add(row.GetGuid(0));
            return all;
        }, CancellationToken.None);
        foreach (var id in ids)
        {
            var work = session.Begin();
            if ((await work.Load<AiAllocationRule>(id, CancellationToken.None, fresh: true)).State is not { IsDropped: false, User: { } named }) continue;
            work.Decide<AiAllocationRule, AiAllocationRuleEvent>(id, now => new AiAllocationWritten(now.Name, now.Place, now.Account, now.Key, now.Workspace, new PersonalText(session.NewId(), standIn), now.Model, now.Shares));
            work.Forget(named.Subject);
            await work.Commit();
        }
    }

    private static Task<List<Row>> Named(Session session, string[] names) => session.Read(NamedSql, [Names(names)], async reader =>
    {
        var rows = new List<Row>();
        while (await reader.ReadAsync()) rows.Add(new(AiUsageReading.Row(reader, 0, 3), reader.GetBoolean(1), reader.GetBoolean(2)));
        return rows;
    }, CancellationToken.None);

    private static Statement[] Renamed(List<Row> rows, string standIn)
    {
        var (taken, now) = (rows.Select(row => row.Kept.Id).ToHashSet(), new Dictionary<Guid, Guid>());
        foreach (var row in rows.Where(row => row.IsNamed).Select(row => row.Kept).OrderBy(row => row.Source == AiSource.Api ? Twin(row, rows.Count) : 0))
        {
            // The id of whatever came otherwise does not hold who it was.
            var id = row.Id;
            taken.Remove(id);
            for (var twin = 1; row.Source == AiSource.Api && !taken.Add(id = Id(row, row.Record.Of with { User = standIn }, twin)); twin++) { }
            now.Add(row.Id, id);
        }
        var buckets = from row in rows
                      where row.Kept.Source == AiSource.Api && !row.IsWithdrawn
                      group (now.GetValueOrDefault(row.Kept.Id, row.Kept.Id), row.Kept.Content) by (row.Kept.Account, row.Kept.Report, row.Kept.Start, row.Kept.Minutes);
        return
        [
            new Statement(RenameSql, Ids(now), AiUsageStatements.Text(standIn)),
            new Statement(ChargedSql, Ids(now)),
            new Statement(BucketsSql, AiUsageStatements.Jsonb(buckets.Select(bucket => new { AccountId = bucket.Key.Account, bucket.Key.Report, StartAt = bucket.Key.Start, bucket.Key.Minutes, Hash = AiHash.Content(bucket) }))),
        ];
    }

    /// <summary>Which of those that nothing tells apart.</summary>
    private static int Twin(AiUsageRow row, int most)
    {
        for (var twin = 1; twin < most; twin++)
            if (Id(row, row.Record.Of, twin) == row.Id) return twin;
        return most;
    }

    private static Guid Id(AiUsageRow row, AiDimensions of, int twin) => AiHash.Id(row.Account, row.Report, new AiBucket(row.Start, TimeSpan.FromMinutes(row.Minutes), []), of, twin);

    private static NpgsqlParameter Ids(Dictionary<Guid, Guid> now) => AiUsageStatements.Jsonb(now.Select(pair => new { Id = pair.Key, NowId = pair.Value }));

    private static NpgsqlParameter<string[]> Names(string[] names) => new() { TypedValue = names, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
