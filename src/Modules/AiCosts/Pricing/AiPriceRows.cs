using System.Text.Json;
using System.Text.Json.Serialization;
using Billing.EventStore;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>Entries of the price book in their table.</summary>
internal static class AiPriceRows
{
    /// <summary>What an entry is read from.</summary>
    public const string Columns = "id, provider, pattern, currency, origin, account_id, from_at, until_at, source, terms";

    private const string KeepSql = """
        insert into ai_prices (tenant_id, id, provider, pattern, currency, origin, account_id, from_at, until_at, source, terms, at)
        select $1, p.id, p.provider, p.pattern, p.currency, p.origin, p.account_id, p.from_at, p.until_at, p.source, p.terms, $3
        from jsonb_to_recordset($2) as p (id varchar, provider varchar, pattern varchar, currency varchar, origin varchar, account_id uuid, from_at timestamptz, until_at timestamptz, source varchar, terms jsonb)
        on conflict (tenant_id, id) do nothing
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>Keeps entries.</summary>
    public static Statement Keep(IEnumerable<PriceEntry> entries, DateTimeOffset at) => new(KeepSql, AiUsageStatements.Jsonb(entries.Select(entry => new
    {
        entry.Id, entry.Provider, Pattern = entry.Pattern.Text, Currency = entry.Currency.Code, Origin = entry.Origin.ToString().ToLowerInvariant(), AccountId = entry.Account, FromAt = entry.From, UntilAt = entry.Until, entry.Source, Terms = JsonSerializer.SerializeToElement(entry.Terms, Json),
    })), AiUsageStatements.Moment(at));

    /// <summary>All that the book says of a provider; of all providers, when null.</summary>
    public static Task<List<PriceEntry>> Of(Session session, string? provider, CancellationToken stop) =>
        session.Read($"select {Columns} from ai_prices where tenant_id = $1 and ($2::varchar is null or provider = $2)", [AiUsageStatements.Text(provider)], async row =>
        {
            var all = new List<PriceEntry>();
            while (await row.ReadAsync(stop)) all.Add(Entry(row));
            return all;
        }, stop);

    /// <summary>The book of a provider.</summary>
    public static async Task<PriceBook> Book(Session session, string? provider, CancellationToken stop) => new(await Of(session, provider, stop));

    public static PriceEntry Entry(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), ModelPattern.Read(row.GetString(2)).Value, Currency.Parse(row.GetString(3)), Enum.Parse<PriceOrigin>(row.GetString(4), ignoreCase: true), row.IsDBNull(5) ? null : row.GetGuid(5).ToString(),
        row.GetFieldValue<DateTimeOffset>(6), row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7), row.GetString(8), JsonSerializer.Deserialize<PriceTerms>(row.GetString(9), Json)!);
}
