using System.Text.Json;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Subscriptions;

/// <summary>The subscriptions, those that renew next first.</summary>
internal static class ListSubscriptions
{
    private const int ColumnCount = 20;

    private const string Columns = """
        s.id, s.client_id, p.code, p.name, s.plan_version, s.quantity, s.currency, s.start_at, s.trial_ends, s.next_at, s.ends, s.paused, s.canceled_at, s.outside_id, s.version, s.time_zone, jsonb_array_length(s.missed), s.unpaid, s.plan_id,
        (select l.steps -> -1 -> 'off' from subscriptions_lives l where l.tenant_id = s.tenant_id and l.id = s.id)
        """;

    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["next"] = new("coalesce(s.next_at, 'infinity'::timestamptz)", NpgsqlDbType.TimestampTz),
        ["started"] = new("s.start_at", NpgsqlDbType.TimestampTz),
        ["plan"] = new("p.code", NpgsqlDbType.Text),
    };

    // @ is the instant that is looked at.
    private static readonly Dictionary<string, string> Views = new()
    {
        ["active"] = "s.canceled_at is null and not s.paused and s.start_at <= @ and s.trial_ends <= @ and s.missed = '[]'",
        ["pastDue"] = "s.canceled_at is null and not s.paused and s.start_at <= @ and s.missed <> '[]' and not s.unpaid",
        ["unpaid"] = "s.canceled_at is null and not s.paused and s.start_at <= @ and s.missed <> '[]' and s.unpaid",
        ["trialing"] = "s.canceled_at is null and not s.paused and s.start_at <= @ and s.trial_ends > @ and s.missed = '[]'",
        ["paused"] = "s.canceled_at is null and s.paused and s.start_at <= @",
        ["canceled"] = "s.canceled_at <= @",
        ["incomplete"] = "s.canceled_at is null and s.start_at > @",
    };

    private const string From = "from subscriptions_subscriptions s join subscriptions_plans p on p.tenant_id = s.tenant_id and p.id = s.plan_id where s.tenant_id = $1";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/subscriptions", (Session session, [FromServices] IInvoicing invoicing, CancellationToken stop, string? status = null, ClientId? clientId = null, string? plan = null, string? search = null, string? sort = null, int? limit = null, string? cursor = null) =>
                Of(session, invoicing, status, clientId, plan, search, sort, limit, cursor, stop))
            .Produces<SubscriptionList>().Requires(Permission.SeeSubscriptions).WithSummary("Subscriptions, those that renew next first, with the number in each status");

        app.MapGet("/api/subscriptions/active", (Session session, [FromServices] IInvoicing invoicing, CancellationToken stop, ClientId? clientId = null, string? plan = null, string? search = null, string? sort = null, int? limit = null, string? cursor = null) =>
                Of(session, invoicing, "active", clientId, plan, search, sort, limit, cursor, stop))
            .Produces<SubscriptionList>().Requires(Permission.SeeSubscriptions).WithSummary("Subscriptions that are billed and paid for: neither tried, past due, paused nor canceled");
    }

    private static async Task<IResult> Of(Session session, IInvoicing invoicing, string? status, ClientId? clientId, string? plan, string? search, string? sort, int? limit, string? cursor, CancellationToken stop)
    {
        if (Limit.Check(limit) is { } tooMany) return tooMany;
        if (status is not null && !Views.ContainsKey(status)) return Problems.BadRequest(new Fault("?status", $"A status is {string.Join(", ", Views.Keys)}."));
        var (now, rows) = (session.Now, limit ?? Limit.Default);
        var clients = Search.Pattern(search) is null ? null : await invoicing.ClientsFound(session, search!, stop);
        var query = Filtered();
        if (status is not null) query.Filter(Views[status], now, NpgsqlDbType.TimestampTz);
        if ((query.Sort(sort, "next") ?? query.After(cursor)) is { } unclear) return unclear;
        var page = await session.Read($"select {Columns}{query.CursorColumns} {From}{query.Where}{query.Tail(rows)}", query.Values, reader => Pages.Read(reader, query, rows, ColumnCount, row => (Plan: row.GetGuid(18), Row: Row(row, now), Off: Off(row)), stop), stop);
        var work = session.Begin();
        await work.LoadMany<Plan>([.. page.Items.Select(item => item.Plan).Distinct()], stop);
        var items = new List<SubscriptionListRow>();
        foreach (var (id, row, off) in page.Items)
            items.Add(row.CanceledAt <= now ? row : row with { Monthly = Money.Round(RecurringRevenue.Monthly((await work.Load<Plan>(id, stop)).State.Terms(row.PlanVersion), row.Currency, row.Quantity, off), row.Currency) });
        return Answer.Of(new SubscriptionList(items, page.NextCursor, cursor is null ? await Counts(session, Filtered(), now, stop) : null));

        ListQuery Filtered()
        {
            var filtered = new ListQuery(Fields, new("s.id", NpgsqlDbType.Uuid)).Filter("s.client_id = @", clientId?.Value, NpgsqlDbType.Uuid).Filter("p.code = @", plan, NpgsqlDbType.Text);
            if (clients is null) return filtered;
            var (found, typed) = (filtered.Value(clients.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid), filtered.Value(Search.Pattern(search)!, NpgsqlDbType.Text));
            return filtered.Filter($"(s.client_id = any ({found}) or p.name ilike {typed} or p.code ilike {typed} or s.outside_id ilike {typed})");
        }
    }

    private static Task<Dictionary<string, long>> Counts(Session session, ListQuery query, DateTimeOffset now, CancellationToken stop)
    {
        var at = query.Value(now, NpgsqlDbType.TimestampTz);
        return session.Read($"select count(*), {string.Join(", ", Views.Values.Select(view => $"count(*) filter (where {view.Replace("@", at, StringComparison.Ordinal)})"))} {From}{query.Where}", query.Values, async row =>
        {
            await row.ReadAsync(stop);
            var counts = new Dictionary<string, long> { ["all"] = row.GetInt64(0) };
            foreach (var (n, view) in Views.Keys.Index()) counts[view] = row.GetInt64(n + 1);
            return counts;
        }, stop);
    }

    /// <summary>The coupons that take something off again and again.</summary>
    private static List<LifeCoupon> Off(NpgsqlDataReader row) => row.IsDBNull(19) ? [] : JsonSerializer.Deserialize<List<LifeCoupon>?>(row.GetFieldValue<byte[]>(19), JsonSerializerOptions.Web) ?? [];

    private static SubscriptionListRow Row(NpgsqlDataReader row, DateTimeOffset now)
    {
        DateTimeOffset? Instant(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
        var (start, trial, canceled) = (Instant(7)!.Value, Instant(8)!.Value, Instant(12));
        var status = canceled <= now ? SubscriptionStatus.Canceled : start > now ? SubscriptionStatus.Incomplete : row.GetBoolean(11) ? SubscriptionStatus.Paused
            : row.GetInt32(16) > 0 ? row.GetBoolean(17) ? SubscriptionStatus.Unpaid : SubscriptionStatus.PastDue : trial > now ? SubscriptionStatus.Trialing : SubscriptionStatus.Active;
        return new SubscriptionListRow(
            new(row.GetGuid(0)), new(row.GetGuid(1)), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetInt32(5), status, Currency.Parse(row.GetString(6)), start, Instant(9), row.GetBoolean(10), canceled,
            row.IsDBNull(13) ? null : row.GetString(13), row.GetString(15), row.GetInt64(14), null);
    }
}

/// <summary>A page of subscriptions.</summary>
/// <param name="Counts">On the first page: how many there are in all, and in each status.</param>
internal sealed record SubscriptionList(IReadOnlyList<SubscriptionListRow> Items, string? NextCursor, IReadOnlyDictionary<string, long>? Counts);

/// <summary>A subscription in the list.</summary>
/// <param name="Plan">The code of its plan.</param>
/// <param name="PlanName">As people call it.</param>
/// <param name="RenewsAt">When the next period is billed, UTC; null when none is.</param>
/// <param name="CancelAtPeriodEnd">Whether it ends with the period that is paid for.</param>
/// <param name="Monthly">What it comes to in a month, less coupons that come again and again, whether or not it is paid for now; null for one that is canceled.</param>
internal sealed record SubscriptionListRow(
    SubscriptionId Id, ClientId ClientId, string Plan, string PlanName, int PlanVersion, int Quantity, SubscriptionStatus Status, Currency Currency, DateTimeOffset StartAt, DateTimeOffset? RenewsAt, bool CancelAtPeriodEnd, DateTimeOffset? CanceledAt,
    string? OutsideId, string TimeZone, long Version, Money? Monthly);
