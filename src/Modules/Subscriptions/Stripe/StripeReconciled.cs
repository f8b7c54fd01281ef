using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Billing.Subscriptions;

/// <summary>What was found when Stripe was asked for events that never came.</summary>
/// <param name="TakenIn">So many had not been delivered, and are taken in.</param>
internal sealed record StripeReconciliationPage(int TakenIn);

/// <summary>
/// Asks Stripe what happened since the last time, and a little before it, and takes in what was never delivered. Stripe keeps events for thirty days;
/// so whatever was lost while nobody listened is made up for.
/// </summary>
internal sealed class StripeReconciliation(EventStore.EventStore store, StripeApi stripe, ILogger<StripeReconciliation> log)
{
    /// <summary>Events that are younger may still be on their way.</summary>
    public static readonly TimeSpan OnTheWay = TimeSpan.FromMinutes(5);

    /// <summary>The types of events that Stripe is to be told to send us; of others it may send what it likes, and nobody asks for them.</summary>
    public static readonly IReadOnlyList<string> Types =
    [
        "customer.subscription.created", "customer.subscription.updated", "customer.subscription.deleted", "customer.subscription.trial_will_end",
        "invoice.created", "invoice.finalized", "invoice.paid", "invoice.payment_failed", "invoice.voided", "invoice.marked_uncollectible",
        "payment_intent.succeeded", "payment_intent.payment_failed", "charge.refunded", "charge.refund.updated", "refund.updated", "refund.failed", "charge.dispute.created", "checkout.session.completed", "payment_method.attached",
    ];

    private const int Page = 100;
    private const string Until = "select until from stripe_reconciled where tenant_id = $1 and endpoint = $2";
    private const string SetUntil = "insert into stripe_reconciled (tenant_id, endpoint, until) values ($1, $2, $3) on conflict (tenant_id, endpoint) do update set until = greatest(stripe_reconciled.until, excluded.until)";
    private const string Clear = "delete from stripe_inbox where tenant_id = $1 and handled_at is not null and received_at < $2";

    private static readonly TimeSpan Again = TimeSpan.FromHours(2);
    private static readonly TimeSpan KeptThere = TimeSpan.FromDays(29);
    private static readonly TimeSpan KeptHere = TimeSpan.FromDays(60);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/stripe/reconcile", async (Session session, StripeConnections connections, StripeReconciliation reconciliation, CancellationToken stop) =>
        {
            var taken = 0;
            foreach (var connection in connections.All.Where(one => one.Tenant == session.Tenant && one.Account is not null)) taken += await reconciliation.Run(connection, stop);
            await Mirror(session);
            return TypedResults.Ok(new StripeReconciliationPage(taken));
        })
        .Produces<StripeReconciliationPage>().Requires(Permission.MendOperations).WithSummary("Ask Stripe for events that were never delivered, and take them in");

    /// <summary>Takes in what was never delivered to one connection; answers how much that was.</summary>
    public async Task<int> Run(StripeConnection connection, CancellationToken stop)
    {
        var session = store.Open(connection.Tenant, Actor.System);
        var now = session.Now;
        var last = await session.Read(Until, [StripeInbox.Text(connection.Endpoint)], async reader => await reader.ReadAsync(stop) ? reader.GetFieldValue<DateTimeOffset>(0) : now - KeptThere, stop);
        var (taken, page) = (0, new List<StripeArrival>());
        await foreach (var json in stripe.EventsSince(connection.Account!, last - Again > now - KeptThere ? last - Again : now - KeptThere, Types, stop))
        {
            if (StripeArrival.Read(json.GetRawText()) is not { } arrived || arrived.CreatedAt > now - OnTheWay) continue;
            page.Add(arrived);
            if (page.Count == Page) taken += await TakeIn(session, connection.Endpoint, page, stop);
        }
        taken += await TakeIn(session, connection.Endpoint, page, stop);
        await session.Write(new Statement(SetUntil, StripeInbox.Text(connection.Endpoint), StripeInbox.Moment(now - OnTheWay)), new Statement(Clear, StripeInbox.Moment(now - KeptHere)));
        if (taken > 0) log.LogWarning("Stripe had {Count} events that were never delivered; they are taken in", taken);
        return taken;
    }

    /// <summary>Has everything looked at that Stripe bills, where it bills or did: what came before its events were kept, too.</summary>
    public static async Task Mirror(Session session)
    {
        var work = session.Begin();
        work.Send(MirrorAll.Message, new MirrorAll());
        await work.Commit();
    }

    private static async Task<int> TakeIn(Session session, string endpoint, List<StripeArrival> page, CancellationToken stop)
    {
        var missing = await StripeInbox.NeverCame(session, endpoint, [.. page.Select(one => one.Id)], stop);
        var work = session.Begin();
        foreach (var arrived in page.Where(one => missing.Contains(one.Id))) StripeInbox.Take(work, endpoint, arrived, delivered: false);
        await work.Commit();
        page.Clear();
        return missing.Count;
    }
}

/// <summary>Each hour: events of Stripe's that were never delivered are taken in.</summary>
internal sealed class StripeReconciled(StripeConnections connections, StripeReconciliation reconciliation) : Job("subscriptions.stripe_reconciliation", Recurrence.Every(TimeSpan.FromHours(1)), perTenant: false)
{
    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        foreach (var connection in connections.All.Where(one => one.Account is not null)) await reconciliation.Run(connection, stop);
    }
}
