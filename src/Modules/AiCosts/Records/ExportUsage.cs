using System.Runtime.CompilerServices;
using System.Text.Json;
using Billing.Documents;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>A record on its way into a file.</summary>
/// <param name="Counts">Whether its cost is in the sums: reported money wins over computed.</param>
internal sealed record ExportedUsage(AiUsageRow Row, string Provider, string AccountName, IReadOnlyList<string> Tags, bool Counts);

/// <summary>Usage as a file: record by record, or as FOCUS, where only what counts is a charge. A week at a time, so memory stays flat.</summary>
internal static class ExportUsage
{
    private const int DaysAtOnce = 7;

    private const string Sql = $"""
        {CountedUsage.Sql}
        select u.id, u.provider, u.account_name, u.tags, u.is_money, {AiUsageReading.Columns} from counted u
        where ($4::uuid is null or u.account_id = $4) and ($5::varchar is null or u.provider = $5) order by u.start_at, u.id
        """;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/ai/usage/export", async (Session session, Streams<AiAccount> accounts, CancellationToken stop, string? format = null, string? version = null, DateOnly? from = null, DateOnly? until = null, AiAccountId? accountId = null, string? provider = null) =>
        {
            var today = DateOnly.FromDateTime(session.Now.UtcDateTime);
            var (first, end) = (from ?? new DateOnly(today.Year, today.Month, 1), until ?? today.AddDays(1));
            if (ShowTrends.DaysWrong(first, end) is { } wrong) return (IResult)Problems.BadRequest(wrong);
            if (accountId is { } id && await accounts.Peek(id.Value, stop) is { Exists: false }) return Problems.NotFound;
            var rows = Rows(session, first, end, accountId, provider, stop);
            if (format == "focus")
            {
                if (Focus(version) is not { } focus) return Problems.BadRequest(new Fault("?version", "FOCUS is written as 1.2 or 1.4."));
                var book = await AiPriceRows.Book(session, null, stop);
                return Results.Stream(to => SheetWriter.CsvAsync(to, SheetTable.Of("FOCUS", FocusColumns.Of(focus), Charges(rows, book)), mark: false, stop: stop), SheetFormat.Csv.MediaType(), $"ai-usage-focus-{DateText.Write(today)}.csv");
            }
            if (!Enum.TryParse<SheetFormat>(format ?? "csv", ignoreCase: true, out var kind) || !Enum.IsDefined(kind)) return Problems.BadRequest(new Fault("?format", "A format is csv, xlsx, json or focus."));
            return Results.Stream(to => SheetWriter.WriteAsync(kind, to, SheetTable.Of("Usage", Columns, rows), stop), kind.MediaType(), $"ai-usage-{DateText.Write(today)}.{kind.Extension()}");
        })
        .Produces(200, contentType: "text/csv").Requires(Permission.SeeAiCosts).WithSummary("Export usage of AI services as CSV, XLSX or JSON, record by record, or as FOCUS 1.2 or 1.4");

    // Cost in dollars once more by itself: so the product's own file can be read again.
    private static readonly SheetColumn<ExportedUsage>[] Columns =
    [
        SheetColumn<ExportedUsage>.Date("date", one => DateOnly.FromDateTime(one.Row.Start.UtcDateTime)), Text("service", one => one.Provider), Text("account", one => one.AccountName), Text("model", one => one.Row.Record.Of.Model),
        Number("input_tokens", one => one.Row.Record.Tokens.Prompt), Number("output_tokens", one => one.Row.Record.Tokens.Output + one.Row.Record.Tokens.AudioOutput + one.Row.Record.Tokens.ImageOutput),
        Number("cost_usd", one => one.Row.Record.Currency == "USD" ? one.Row.Record.Cost : null), Text("notes", one => one.Row.Note), Number("amount", one => one.Row.Record.Cost), Text("currency", one => one.Row.Record.Currency),
        Text("basis", one => one.Row.Record.Basis.ToString().ToLowerInvariant()), SheetColumn<ExportedUsage>.YesNo("counts", one => one.Counts), Text("unpriced", one => one.Row.Unpriced), Text("report", one => one.Row.Report), SheetColumn<ExportedUsage>.Instant("start", one => one.Row.Start),
        Number("minutes", one => one.Row.Minutes), Text("project", one => one.Row.Record.Of.Project), Text("key", one => one.Row.Record.Of.Key), Text("user", one => one.Row.Record.Of.User), Text("tier", one => one.Row.Record.Of.Tier), Text("item", one => one.Row.Record.Of.Item),
        Number("requests", one => one.Row.Record.Requests), Text("price_id", one => one.Row.PriceId), Text("source", one => one.Row.Source), Text("id", one => one.Row.Id.ToString()),
    ];

    private static SheetColumn<ExportedUsage> Text(string name, Func<ExportedUsage, string?> value) => SheetColumn<ExportedUsage>.Text(name, value);

    private static SheetColumn<ExportedUsage> Number(string name, Func<ExportedUsage, decimal?> value) => SheetColumn<ExportedUsage>.Number(name, value);

    private static FocusVersion? Focus(string? version) => version switch { null or "1.4" => FocusVersion.V1_4, "1.2" => FocusVersion.V1_2, _ => null };

    private static async IAsyncEnumerable<ExportedUsage> Rows(Session session, DateOnly from, DateOnly until, AiAccountId? account, string? provider, [EnumeratorCancellation] CancellationToken stop)
    {
        // Whether reported money wins is a matter of a day, so days may be read a few at a time.
        for (var day = from; day < until; day = day.AddDays(DaysAtOnce))
        {
            var end = day.AddDays(DaysAtOnce) < until ? day.AddDays(DaysAtOnce) : until;
            foreach (var row in await session.Read(Sql, [.. ShowUsage.Between(day, end), AiDailyCosts.Account(account), AiUsageStatements.Text(provider)], reader => Read(reader, stop), stop)) yield return row;
        }
    }

    private static async Task<List<ExportedUsage>> Read(NpgsqlDataReader reader, CancellationToken stop)
    {
        var all = new List<ExportedUsage>();
        while (await reader.ReadAsync(stop)) all.Add(new(AiUsageReading.Row(reader, 0, 5), reader.GetString(1), reader.GetString(2), JsonSerializer.Deserialize<string[]>(reader.GetString(3))!, reader.GetBoolean(4)));
        return all;
    }

    private static async IAsyncEnumerable<FocusRow> Charges(IAsyncEnumerable<ExportedUsage> rows, PriceBook book)
    {
        await foreach (var one in rows)
        {
            if (!one.Counts || one.Row.Record.Cost is not { } cost) continue;
            PricedCall? priced = one.Row.Record.Basis == AiBasis.Computed && AiPricing.Call(one.Row, one.Provider) is { } call && book.Price(call).TryGet(out var known, out _) && known.PriceId == one.Row.PriceId ? known : null;
            var usage = new FocusUsage(
                one.Provider, one.Row.Account.ToString(), one.AccountName, one.Row.Record.Of.Project, one.Row.Record.Of.Model, one.Row.Start, one.Row.Start.AddMinutes(Math.Max(1, one.Row.Minutes)), new Cost(cost, Currency.Parse(one.Row.Record.Currency!)), priced, false,
                one.Tags.ToDictionary(tag => tag, _ => "true"));
            foreach (var charge in usage.Rows()) yield return charge;
        }
    }
}
