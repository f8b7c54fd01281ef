using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.AiCosts;

/// <summary>A record as the list shows it.</summary>
/// <param name="Report">The provider's report that it stands in, or calls, manual, file, or seats.</param>
/// <param name="Start">The first instant of its stretch of time, UTC.</param>
/// <param name="Minutes">How long that is; 0: an instant.</param>
/// <param name="Project">A project or workspace at the provider.</param>
/// <param name="Key">The key, by its id there.</param>
/// <param name="Tier">standard, batch, flex, priority.</param>
/// <param name="Item">What was bought, in the provider's words.</param>
/// <param name="Tokens">In kinds that do not overlap.</param>
/// <param name="Requests">Null where the provider does not count them.</param>
/// <param name="Quantity">What else was used.</param>
/// <param name="Cost">Exact; null: unpriced.</param>
/// <param name="Basis">What the cost rests on.</param>
/// <param name="Estimated">What of it is an estimate: on which day it was spent, or how many tokens were used; null: nothing that the basis does not say.</param>
/// <param name="PriceId">The entry of the price book that computed it.</param>
/// <param name="Unpriced">Why the book could not.</param>
/// <param name="Source">api, call, manual, file, seats.</param>
/// <param name="Withdrawn">Whether the provider tells of it no more; it counts nowhere.</param>
internal sealed record AiUsageLine(
    Guid Id, AiAccountId Account, string Provider, string Report, DateTimeOffset Start, int Minutes, string? Model, string? Project, string? Key, string? User, string? Tier, string? Context, string? Item, TokenKinds Tokens, long? Requests, long Searches, string? Quantity, string? Unit,
    Cost? Cost, AiBasis Basis, AiEstimate? Estimated, string? PriceId, string? Unpriced, string Source, string? Note, bool Withdrawn);

/// <summary>The records themselves.</summary>
internal static class ListUsage
{
    /// <summary>The id, the provider and whether it is withdrawn come before what a record is read from.</summary>
    private const int Width = AiUsageReading.Width + 3;

    private static readonly Dictionary<string, SortField> Fields = new() { ["start"] = new("u.start_at", NpgsqlDbType.TimestampTz), ["cost"] = new("coalesce(u.cost, 0)", NpgsqlDbType.Numeric) };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/ai/usage/records", async (Session session, AiProviders providers, CancellationToken stop, DateOnly? from = null, DateOnly? until = null, AiAccountId? accountId = null, string? provider = null, string? report = null, string? model = null, [AllowedValues("reported", "computed", "estimated", "manual")] string? basis = null, string? source = null,
            bool? unpriced = null, bool? withdrawn = null, AiImportId? importId = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("u.id", NpgsqlDbType.Uuid))
                .Filter("u.start_at >= @", Day(from), NpgsqlDbType.TimestampTz).Filter("u.start_at < @", Day(until), NpgsqlDbType.TimestampTz).Filter("u.account_id = @", accountId?.Value, NpgsqlDbType.Uuid).Filter("a.provider = @", provider, NpgsqlDbType.Varchar)
                .Filter("u.report = @", report, NpgsqlDbType.Varchar).Filter("u.model = @", model, NpgsqlDbType.Varchar).Filter("u.basis = @", basis, NpgsqlDbType.Varchar).Filter("u.source = @", source, NpgsqlDbType.Varchar).Filter("u.import_id = @", importId?.Value, NpgsqlDbType.Uuid);
            if (unpriced is { } wanted) query.Filter(wanted ? "u.unpriced is not null" : "u.unpriced is null");
            query.Filter(withdrawn == true ? "u.withdrawn_at is not null" : "u.withdrawn_at is null");
            if ((query.Sort(sort, "-start") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select u.id, a.provider, u.withdrawn_at is not null, {AiUsageReading.Columns}{query.CursorColumns} from ai_usage u join ai_accounts a on a.tenant_id = u.tenant_id and a.id = u.account_id where u.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, Width, row => Line(row, providers), stop)), stop);
        })
        .Produces<Page<AiUsageLine>>().Requires(Permission.SeeAiCosts).WithSummary("Usage of AI services, record by record");

    private static DateTime? Day(DateOnly? day) => day?.ToDateTime(default, DateTimeKind.Utc);

    private static AiUsageLine Line(NpgsqlDataReader reader, AiProviders providers)
    {
        var row = AiUsageReading.Row(reader, 0, 3);
        var (record, of) = (row.Record, row.Record.Of);
        return new AiUsageLine(
            row.Id, new(row.Account), reader.GetString(1), row.Report, row.Start, row.Minutes, of.Model, of.Project, of.Key, of.User, of.Tier, of.Context, of.Item, record.Tokens, record.Requests, record.Searches, record.Quantity?.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture), record.Unit,
            record.Cost is { } cost ? new Cost(cost, Currency.Parse(record.Currency!)) : null, record.Basis, providers.Estimated(reader.GetString(1), row.Report), row.PriceId, row.Unpriced, row.Source, row.Note, reader.GetBoolean(2));
    }
}
