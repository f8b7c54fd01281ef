using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NpgsqlTypes;

namespace Billing.Subscriptions;

/// <summary>The checkout sessions, newest first.</summary>
internal static class ListCheckouts
{
    private const string Rows = "select c.id, c.opened_at";
    private const string From = " from subscriptions_checkouts c where c.tenant_id = $1";

    private static readonly Dictionary<string, SortField> Fields = new() { ["opened"] = new("c.opened_at", NpgsqlDbType.TimestampTz), ["expires"] = new("c.expires_at", NpgsqlDbType.TimestampTz) };

    // @ is the instant that is looked at.
    private static readonly Dictionary<string, string> Views = new()
    {
        ["open"] = "c.state = 'open' and c.expires_at > @",
        ["completed"] = "c.state = 'completed' and c.opened_at <= @",
        ["expired"] = "c.state <> 'completed' and (c.state = 'expired' or c.expires_at <= @)",
    };

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/checkout-sessions", (Session session, CancellationToken stop, [AllowedValues("open", "completed", "expired")] string? state = null, ClientId? clientId = null, string? sort = null, int? limit = null, string? cursor = null) => Of(session, state, clientId, sort, limit, cursor, stop))
            .Produces<Page<CheckoutCard>>().Requires(Permission.SeeSubscriptions).WithSummary("Links by which somebody subscribes without an account, newest first");

        app.MapGet("/api/checkout-sessions/{id:guid}", async (Guid id, Session session, CancellationToken stop) =>
                await session.Streams<CheckoutSession>().Load(id, stop) is { Exists: true } now ? (IResult)Answer.Of(CheckoutCard.Of(id, now, session.Now), now.Version) : Problems.NotFound)
            .Produces<CheckoutCard>().Requires(Permission.SeeSubscriptions).WithSummary("A checkout session, and what became of it");
    }

    private static async Task<IResult> Of(Session session, string? state, ClientId? clientId, string? sort, int? limit, string? cursor, CancellationToken stop)
    {
        if (Limit.Check(limit) is { } tooMany) return tooMany;
        if (state is not null && !Views.ContainsKey(state)) return Problems.BadRequest(new Fault("?state", $"A state is {string.Join(", ", Views.Keys)}."));
        var (now, rows) = (session.Now, limit ?? Limit.Default);
        var query = new ListQuery(Fields, new("c.id", NpgsqlDbType.Uuid)).Filter("c.client_id = @", clientId?.Value, NpgsqlDbType.Uuid);
        if (state is not null) query.Filter(Views[state], now, NpgsqlDbType.TimestampTz);
        if ((query.Sort(sort, "-opened") ?? query.After(cursor)) is { } unclear) return unclear;
        var page = await session.Read($"{Rows}{query.CursorColumns}{From}{query.Where}{query.Tail(rows)}", query.Values, reader => Pages.Read(reader, query, rows, 2, row => row.GetGuid(0), stop), stop);
        var work = session.Begin();
        await work.LoadMany<CheckoutSession>([.. page.Items], stop);
        var items = new List<CheckoutCard>();
        foreach (var id in page.Items) items.Add(CheckoutCard.Of(id, await work.Load<CheckoutSession>(id, stop), now));
        return Answer.Of(new Page<CheckoutCard>(items, page.NextCursor));
    }
}

/// <summary>A checkout session as people who sell see it; where its link leads is not known any more.</summary>
/// <param name="State">Whether somebody can subscribe by it, has, or cannot any more.</param>
/// <param name="ClientId">Who subscribes; of somebody new, the client that they become.</param>
/// <param name="NewClient">Whether they become a client with it.</param>
/// <param name="Name">What a new client's name was said to be; null where the page asks for it.</param>
/// <param name="Plan">The plan's code.</param>
/// <param name="SubscriptionId">The subscription that it became; null as long as it has not.</param>
/// <param name="ExpiresAt">From this instant on the link opens nothing, UTC.</param>
internal sealed record CheckoutCard(
    Guid Id, [property: AllowedValues("open", "completed", "expired")] string State, ClientId ClientId, bool NewClient, string? Name, string Plan, int Quantity, int? TrialDays, string? Coupon, SubscriptionId? SubscriptionId, DateTimeOffset ExpiresAt, long Version)
{
    public static CheckoutCard Of(Guid id, Versioned<CheckoutSession> now, DateTimeOffset at)
    {
        var (state, opened) = (now.State, now.State.Opened!);
        return new CheckoutCard(
            id, state.Completed ? "completed" : state.IsOpenAt(at) ? "open" : "expired", opened.ClientId, opened.NewClient, opened.Name?.Shown, opened.PlanCode, opened.Quantity, opened.TrialDays, opened.Coupon, state.Completed ? opened.SubscriptionId : null,
            opened.ExpiresAt, now.Version);
    }
}
