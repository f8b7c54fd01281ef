using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>A checkout session as the list has it; whom it is for is not in it, so that there is nothing to forget.</summary>
/// <param name="Proof">What opens the row to somebody who does not know the tenant; null once it was ended: one by which somebody subscribed still says so.</param>
/// <param name="State">open, completed or expired; one that nobody has ended yet may have run out.</param>
internal sealed record CheckoutRow(Guid Id, string? Proof, Guid ClientId, bool NewClient, string Plan, int Quantity, Guid SubscriptionId, DateTimeOffset OpenedAt, DateTimeOffset ExpiresAt, string State, long Version);

internal sealed class CheckoutRows : Projection<CheckoutRow>
{
    public CheckoutRows() : base("subscriptions.checkouts", new RowTable<CheckoutRow>("subscriptions_checkouts"), Lifecycle.Inline, inlineStream: CheckoutSession.Alias)
    {
        CoversAll<CheckoutSessionEvent>();
        Uses<CheckoutOpened>((_, e, at) => new CheckoutRow(at.StreamId, e.Proof, e.ClientId.Value, e.NewClient, e.PlanCode, e.Quantity, e.SubscriptionId.Value, at.At, e.ExpiresAt, "open", at.Version));
        Uses<CheckoutCardAsked>((row, _, at) => row! with { Version = at.Version });
        Uses<CheckoutCardLeft>((row, _, at) => row! with { Version = at.Version });
        Uses<CheckoutCompleted>((row, _, at) => row! with { State = "completed", Version = at.Version });
        Uses<CheckoutExpired>((row, _, at) => row! with { Proof = null, State = "expired", Version = at.Version });
    }
}
