using System.Text.Json;
using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.AiCosts;

/// <summary>What writes records and buckets, in the transaction of the event that says so.</summary>
internal static class AiUsageStatements
{
    private const string Told = """
        model varchar, project varchar, api_key varchar, person varchar, tier varchar, context varchar, item varchar, detail varchar,
        input bigint, cache_read bigint, cache_write5m bigint, cache_write1h bigint, cache_write bigint, output bigint, reasoning bigint, audio_input bigint, cached_audio_input bigint, audio_output bigint, image_input bigint, cached_image_input bigint, image_output bigint,
        requests bigint, searches bigint, quantity numeric, unit varchar, cost numeric, currency varchar, basis varchar, price_id varchar, unpriced varchar, source varchar, note varchar, content varchar, import_id uuid
        """;

    private static readonly string[] Columns = [.. Told.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(column => column.Split(' ')[0])];

    private static readonly string InsertSql = $"""
        insert into ai_usage (tenant_id, id, account_id, report, start_at, minutes, {string.Join(", ", Columns)}, recorded_at)
        select $1, r.id, r.account_id, r.report, r.start_at, r.minutes, {string.Join(", ", Columns.Select(column => "r." + column))}, $3
        from jsonb_to_recordset($2) as r (id uuid, account_id uuid, report varchar, start_at timestamptz, minutes integer, {Told})

        """;

    private static readonly string KeepSql = $"""
        {InsertSql}on conflict (tenant_id, id) do update set {string.Join(", ", Columns.Select(column => $"{column} = excluded.{column}"))}, restated_at = $3, withdrawn_at = null, replaced_by = null
        """;

    private static readonly string TakeSql = InsertSql + "on conflict (tenant_id, id) do nothing returning id";

    private const string PriceSql = """
        update ai_usage u set cost = r.cost, currency = r.currency, price_id = r.price_id, unpriced = r.unpriced
        from jsonb_to_recordset($2) as r (id uuid, cost numeric, currency varchar, price_id varchar, unpriced varchar) where u.tenant_id = $1 and u.id = r.id
        """;

    private const string WithdrawSql = "update ai_usage set withdrawn_at = $3 where tenant_id = $1 and id = any ($2) and withdrawn_at is null";

    private const string BucketsSql = """
        insert into ai_buckets (tenant_id, account_id, report, start_at, minutes, hash, preliminary, read_at)
        select $1, $2, $3, b.start_at, b.minutes, b.hash, b.preliminary, $5 from jsonb_to_recordset($4) as b (start_at timestamptz, minutes integer, hash varchar, preliminary boolean)
        on conflict (tenant_id, account_id, report, start_at, minutes) do update set hash = excluded.hash, preliminary = excluded.preliminary, read_at = case when ai_buckets.hash = excluded.hash then ai_buckets.read_at else excluded.read_at end
        """;

    internal static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Keeps records, new ones and restated ones.</summary>
    public static Statement Keep(IEnumerable<AiUsageRow> rows, DateTimeOffset at) => new(KeepSql, Jsonb(rows.Select(Wire)), Moment(at));

    /// <summary>Keeps those records that are new, at once.</summary>
    /// <returns>Their ids.</returns>
    public static Task<HashSet<Guid>> Take(Session session, IEnumerable<AiUsageRow> rows) => session.WriteAndRead(TakeSql, [Jsonb(rows.Select(Wire)), Moment(session.Now)], async row =>
    {
        var ids = new HashSet<Guid>();
        while (await row.ReadAsync()) ids.Add(row.GetGuid(0));
        return ids;
    });

    /// <summary>Writes what records cost by the price book as it is now.</summary>
    public static Statement Price(IEnumerable<AiUsageRow> rows) => new(PriceSql, Jsonb(rows.Select(row => new { row.Id, row.Record.Cost, row.Record.Currency, row.PriceId, row.Unpriced })));

    /// <summary>Says of records that they are told no more.</summary>
    public static Statement Withdraw(IEnumerable<Guid> ids, DateTimeOffset at) => new(WithdrawSql, new NpgsqlParameter<Guid[]> { TypedValue = [.. ids] }, Moment(at));

    /// <summary>Says of stretches of time that they were read.</summary>
    public static Statement Read(Guid account, string report, IEnumerable<ReadBucket> buckets, DateTimeOffset at) => new(
        BucketsSql, new NpgsqlParameter<Guid> { TypedValue = account }, Text(report), Jsonb(buckets.Select(bucket => new { StartAt = bucket.Start, bucket.Minutes, bucket.Hash, bucket.Preliminary })), Moment(at));

    internal static NpgsqlParameter Text(string? text) => new() { Value = (object?)text ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar };

    internal static NpgsqlParameter Moment(DateTimeOffset? moment) => new() { Value = (object?)moment?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    internal static NpgsqlParameter Jsonb<T>(T value) => new() { Value = JsonSerializer.Serialize(value, Json), NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static object Wire(AiUsageRow row)
    {
        var (record, tokens, of) = (row.Record, row.Record.Tokens, row.Record.Of);
        return new
        {
            row.Id, AccountId = row.Account, row.Report, StartAt = row.Start, row.Minutes,
            of.Model, of.Project, ApiKey = of.Key, Person = of.User, of.Tier, of.Context, of.Item, of.Detail,
            tokens.Input, tokens.CacheRead, cache_write5m = tokens.CacheWrite5m, cache_write1h = tokens.CacheWrite1h, tokens.CacheWrite, tokens.Output, tokens.Reasoning, tokens.AudioInput, tokens.CachedAudioInput, tokens.AudioOutput, tokens.ImageInput, tokens.CachedImageInput, tokens.ImageOutput,
            record.Requests, record.Searches, record.Quantity, record.Unit, record.Cost, record.Currency, Basis = record.Basis.ToString().ToLowerInvariant(), row.PriceId, row.Unpriced, row.Source, row.Note, row.Content, ImportId = row.Import,
        };
    }
}

/// <summary>A stretch of time that was read.</summary>
/// <param name="Preliminary">It was not over yet, or the provider still puts it right.</param>
internal sealed record ReadBucket(DateTimeOffset Start, int Minutes, string Hash, bool Preliminary);
