using System.Globalization;
using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Subscriptions;

/// <summary>A subscription that Stripe bills, as it stood there last.</summary>
/// <param name="OutsideId">What Stripe calls it.</param>
/// <param name="Page">Where it is changed: Stripe's page of it.</param>
/// <param name="Plan">The code of the plan that one of its prices stands for; null where none does: it is unmapped.</param>
/// <param name="PlanName">As people call it; null where it is unmapped.</param>
/// <param name="Items">What it asks money for.</param>
/// <param name="CancelAtPeriodEnd">Whether it ends with the period that is paid for.</param>
/// <param name="Monthly">What it comes to in a month; nothing while it is not paid for, and without prices that Stripe computes.</param>
internal sealed record MirroredSubscriptionLine(
    SubscriptionId Id, string OutsideId, string Page, ClientId ClientId, string? Plan, string? PlanName, SubscriptionStatus Status, Currency Currency, IReadOnlyList<MirroredItem> Items, DateTimeOffset StartAt, DateTimeOffset PeriodFrom, DateTimeOffset PeriodTo,
    DateTimeOffset? TrialEndsAt, bool CancelAtPeriodEnd, DateTimeOffset? EndedAt, Money Monthly, long Version);

/// <summary>The subscriptions that Stripe bills: their list, and one of them. Nothing is changed here; that is done at Stripe.</summary>
internal static class ListMirroredSubscriptions
{
    private const int ColumnCount = 16;
    private const string Live = "https://dashboard.stripe.com/", Test = "https://dashboard.stripe.com/test/";

    private const string Columns = "m.id, m.outside_id, m.client_id, p.code, p.name, m.status, m.currency, m.items, m.start_at, m.period_from, m.period_to, m.trial_ends, m.ends, m.ended_at, m.steps -> -1 ->> 'monthly', m.version";

    // The first of its prices that stands for a plan says which it is.
    private const string From = """
        from subscriptions_mirrored m left join lateral (
            select p.code, p.name from subscriptions_plans p where p.tenant_id = m.tenant_id and exists (select from jsonb_array_elements_text(m.prices) as mine (price) where jsonb_exists(p.outside_prices, mine.price))
            order by p.sort_order, p.code limit 1) p on true
        where m.tenant_id = $1
        """;

    private static readonly List<string> Statuses = [.. Enum.GetValues<SubscriptionStatus>().Select(MirroredSubscriptionRows.Text)];

    private static readonly Dictionary<string, SortField> Fields = new() { ["next"] = new("m.period_to", NpgsqlDbType.TimestampTz), ["started"] = new("m.start_at", NpgsqlDbType.TimestampTz) };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/mirrored-subscriptions", async (Session session, StripeConnections connections, CancellationToken stop, string? status = null, ClientId? clientId = null, bool? unmapped = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return (IResult)tooMany;
            if (status is not null && !Statuses.Contains(status)) return Problems.BadRequest(new Fault("?status", $"A status is {string.Join(", ", Statuses)}."));
            var query = new ListQuery(Fields, new("m.id", NpgsqlDbType.Uuid)).Filter("m.status = @", status, NpgsqlDbType.Varchar).Filter("m.client_id = @", clientId?.Value, NpgsqlDbType.Uuid);
            if (unmapped is { } without) query.Filter(without ? "p.code is null" : "p.code is not null");
            if ((query.Sort(sort, "next") ?? query.After(cursor)) is { } unclear) return unclear;
            var (rows, pages) = (limit ?? Limit.Default, PagesOf(session, connections));
            return await session.Read($"select {Columns}{query.CursorColumns} {From}{query.Where}{query.Tail(rows)}", query.Values, async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, ColumnCount, row => Line(row, pages), stop)), stop);
        })
        .Produces<Page<MirroredSubscriptionLine>>().Requires(Permission.SeeSubscriptions).WithSummary("Subscriptions that Stripe bills, those that renew next first");

        app.MapGet("/api/mirrored-subscriptions/{id}", async (SubscriptionId id, Session session, StripeConnections connections, CancellationToken stop) =>
            await session.Read($"select {Columns} {From} and m.id = $2", [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async reader =>
                await reader.ReadAsync(stop) && Line(reader, PagesOf(session, connections)) is { } line ? (IResult)Answer.Of(line, line.Version) : Problems.NotFound, stop))
        .Produces<MirroredSubscriptionLine>().Requires(Permission.SeeSubscriptions).WithSummary("A subscription that Stripe bills, as it stood there last");
    }

    /// <summary>Where Stripe shows what its key is for.</summary>
    private static string PagesOf(Session session, StripeConnections connections) => connections.AccountOf(session.Tenant) is { IsTest: true } ? Test : Live;

    private static MirroredSubscriptionLine Line(NpgsqlDataReader row, string pages)
    {
        DateTimeOffset? Instant(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        var (currency, outside) = (Currency.Parse(row.GetString(6)), row.GetString(1));
        return new MirroredSubscriptionLine(
            new(row.GetGuid(0)), outside, $"{pages}subscriptions/{Uri.EscapeDataString(outside)}", new(row.GetGuid(2)), Text(3), Text(4), MirroredSubscriptionRows.Read(row.GetString(5)), currency,
            JsonSerializer.Deserialize<List<MirroredItem>>(row.GetFieldValue<byte[]>(7), JsonSerializerOptions.Web)!, Instant(8)!.Value, Instant(9)!.Value, Instant(10)!.Value, Instant(11), row.GetBoolean(12), Instant(13),
            Money.Round(Text(14) is { } monthly ? decimal.Parse(monthly, CultureInfo.InvariantCulture) : 0, currency), row.GetInt64(15));
    }
}
