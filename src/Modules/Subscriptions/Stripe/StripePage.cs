using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>How an organisation stands with Stripe. Neither key nor secret is told.</summary>
/// <param name="Asks">Whether there is a key, with which we ask Stripe.</param>
/// <param name="Listens">Whether there is a secret, by which what Stripe tells is known to be Stripe's.</param>
/// <param name="Path">The path of our address that Stripe is to tell.</param>
/// <param name="Types">The events that Stripe is to tell.</param>
/// <param name="LookedUntil">Up to when events that were never delivered are taken in, UTC; null before the first look.</param>
/// <param name="Waiting">How many events are not handled yet.</param>
internal sealed record StripePage(bool Asks, bool Listens, string Path, IReadOnlyList<string> Types, DateTimeOffset? LookedUntil, long Waiting)
{
    private const string State = "select (select max(until) from stripe_reconciled where tenant_id = $1), (select count(*) from stripe_inbox where tenant_id = $1 and handled_at is null)";

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/stripe", async (Session session, StripeConnections connections, CancellationToken stop) =>
        {
            var own = connections.All.FirstOrDefault(one => one.Tenant == session.Tenant);
            return await session.Read(State, [], async reader =>
            {
                await reader.ReadAsync(stop);
                return (IResult)Answer.Of(new StripePage(own?.Account is not null, own is { Secrets.Count: > 0 }, "/api/webhooks/stripe", StripeReconciliation.Types, reader.IsDBNull(0) ? null : reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1)));
            }, stop);
        })
        .Produces<StripePage>().Requires(Permission.SeeOperations).WithSummary("Whether Stripe is connected, and what it is to tell");
}
