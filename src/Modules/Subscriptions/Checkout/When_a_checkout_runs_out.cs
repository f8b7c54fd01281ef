using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>The time of a checkout session is over.</summary>
internal sealed record CheckoutRunsOut(Guid Session)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "subscriptions.checkout_runs_out";
}

/// <summary>Notes that a link by which nobody subscribed opens nothing any more.</summary>
internal sealed class When_a_checkout_runs_out() : MessageHandler<CheckoutRunsOut>(CheckoutRunsOut.Message)
{
    public override async Task Handle(Message<CheckoutRunsOut> message, Work work, CancellationToken stop)
    {
        var id = message.Body.Session;
        if (await work.Load<CheckoutSession>(id, stop, fresh: true) is { Exists: true, State.Completed: false }) work.Decide<CheckoutSession, CheckoutSessionEvent>(id, session => session.Expire());
    }
}
