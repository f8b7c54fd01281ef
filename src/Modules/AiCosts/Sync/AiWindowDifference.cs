using Billing.EventStore;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>
/// What a window told, held against what is known of its stretches of time. Each stretch is replaced as a whole: what it tells no more is withdrawn, or a day would
/// count twice when its rows find their owners later.
/// </summary>
/// <param name="Keep">New and restated rows.</param>
/// <param name="Withdraw">Rows that are told no more.</param>
/// <param name="Buckets">Those that are new, told otherwise, or closed now.</param>
/// <param name="IsNews">Whether anything was told that was not known; else no event is written.</param>
/// <param name="Hash">Over all that was told.</param>
internal sealed record AiWindowDifference(IReadOnlyList<AiUsageRow> Keep, IReadOnlyList<Guid> Withdraw, IReadOnlyList<ReadBucket> Buckets, int Recorded, int Restated, bool IsNews, bool Preliminary, string Hash)
{
    private const string KnownSql = "select id, content, withdrawn_at is not null, start_at, minutes from ai_usage where tenant_id = $1 and account_id = $2 and report = $3 and start_at = any ($4) and source = 'api'";
    private const string ReadSql = "select start_at, minutes, hash, preliminary from ai_buckets where tenant_id = $1 and account_id = $2 and report = $3 and start_at = any ($4)";

    /// <summary>A row that is known.</summary>
    internal sealed record Known(Guid Id, string Content, bool IsWithdrawn, DateTimeOffset Start, int Minutes);

    /// <summary>Pages may cut a stretch of time in two: what they tell of it is put together first.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="report">Which.</param>
    /// <param name="told">By all pages.</param>
    /// <param name="known">Rows of these stretches.</param>
    /// <param name="read">These stretches, as far as they were read before.</param>
    /// <param name="now">What is younger than its tail is preliminary.</param>
    public static AiWindowDifference Of(Guid account, AiReport report, IReadOnlyList<AiBucket> told, IReadOnlyList<Known> known, IReadOnlyList<ReadBucket> read, DateTimeOffset now)
    {
        List<AiUsageRow> keep = [];
        List<Guid> withdraw = [];
        List<ReadBucket> buckets = [];
        List<string?> hashes = [];
        var (recorded, restated, news, preliminary) = (0, 0, false, false);
        var (rowsById, bucketsByStart) = (known.ToDictionary(row => row.Id), read.ToDictionary(bucket => (bucket.Start, bucket.Minutes)));
        foreach (var bucket in told.GroupBy(one => (one.Start, one.Width)).OrderBy(one => one.Key).Select(one => new AiBucket(one.Key.Start, one.Key.Width, [.. one.SelectMany(part => part.Records)])))
        {
            var rows = AiUsageRow.Of(account, report.Name, report.IsAddedUp ? bucket with { Records = [.. bucket.Records.GroupBy(record => record.Of).Select(parts => parts.Aggregate((sum, part) => sum + part))] } : bucket, AiSource.Api);
            var (minutes, hash, open) = ((int)bucket.Width.TotalMinutes, AiHash.Content(rows.Select(row => (row.Id, row.Content))), bucket.Start + bucket.Width > now.UtcDateTime.Date);
            hashes.Add(hash);
            preliminary |= open;
            var before = bucketsByStart.GetValueOrDefault((bucket.Start, minutes));
            if (before is null || before.Hash != hash || before.Preliminary != open) buckets.Add(new ReadBucket(bucket.Start, minutes, hash, open));
            if (before?.Hash == hash) continue;
            news = true;
            foreach (var row in rows)
                switch (rowsById.GetValueOrDefault(row.Id))
                {
                    case null: recorded++; keep.Add(row); break;
                    case { IsWithdrawn: true }: restated++; keep.Add(row); break;
                    case var same when same.Content != row.Content: restated++; keep.Add(row); break;
                }
            var still = rows.Select(row => row.Id).ToHashSet();
            withdraw.AddRange(known.Where(row => row.Start == bucket.Start && row.Minutes == minutes && !row.IsWithdrawn && !still.Contains(row.Id)).Select(row => row.Id));
        }
        return new AiWindowDifference(keep, withdraw, buckets, recorded, restated, news, preliminary, AiHash.Text(hashes));
    }

    /// <summary>The same against what the tables know.</summary>
    public static async Task<AiWindowDifference> Of(Session session, Guid account, AiReport report, IReadOnlyList<AiBucket> told, CancellationToken stop)
    {
        NpgsqlParameter[] Asked() => [new NpgsqlParameter<Guid> { TypedValue = account }, AiUsageStatements.Text(report.Name), new NpgsqlParameter<DateTime[]> { TypedValue = [.. told.Select(bucket => bucket.Start.UtcDateTime).Distinct()] }];
        var known = await session.Read(KnownSql, Asked(), async row =>
        {
            var rows = new List<Known>();
            while (await row.ReadAsync(stop)) rows.Add(new(row.GetGuid(0), row.GetString(1), row.GetBoolean(2), row.GetFieldValue<DateTimeOffset>(3), row.GetInt32(4)));
            return rows;
        }, stop);
        var read = await session.Read(ReadSql, Asked(), async row =>
        {
            var rows = new List<ReadBucket>();
            while (await row.ReadAsync(stop)) rows.Add(new(row.GetFieldValue<DateTimeOffset>(0), row.GetInt32(1), row.GetString(2), row.GetBoolean(3)));
            return rows;
        }, stop);
        return Of(account, report, told, known, read, session.Now);
    }
}
