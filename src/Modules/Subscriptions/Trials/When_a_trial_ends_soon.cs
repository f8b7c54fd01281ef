using Billing.EventStore;
using Billing.Web;

namespace Billing.Subscriptions;

/// <summary>A trial has three days to go.</summary>
internal sealed record TrialEndsSoon(Guid Subscription)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "subscriptions.trial_ends_soon";

    /// <summary>So many days before its end the client is told; of a shorter trial nobody is.</summary>
    public const int Days = 3;

    /// <summary>When the client is to be told, UTC: where a trial begins, or goes on that stood still or was to end, for then nobody was told; null otherwise.</summary>
    /// <param name="before">Null for one that starts.</param>
    public static DateTimeOffset? Of(Subscription? before, Subscription after)
    {
        if (after is not { TrialDays: > Days, TrialOver: false, IsToldOfTrial: false, IsPaused: false, Ends: false, CanceledAt: null }) return null;
        return before is null or { IsPaused: true } or { Ends: true } ? after.TrialEnds.AddDays(-Days) : null;
    }

    /// <summary>Sends it if, and only if, the work commits, where the client is to be told.</summary>
    /// <param name="before">Null for one that starts.</param>
    public static void With(Work work, SubscriptionId id, Subscription? before, Versioned<Subscription> after)
    {
        if (Of(before, after.State) is { } due) work.Send(Message, new TrialEndsSoon(id.Value), due, key: $"{Message} {id} {after.Version}");
    }
}

/// <summary>Notes that the client is told of the end of the trial, and mails it; a trial that will not become a paid period ends in silence.</summary>
internal sealed class When_a_trial_ends_soon() : MessageHandler<TrialEndsSoon>(TrialEndsSoon.Message)
{
    /// <summary>Once; nothing of a trial that is over, was canceled, or stands still.</summary>
    public static Decision<SubscriptionEvent> Decide(Subscription subscription, DateTimeOffset at) =>
        subscription.StatusAt(at) == SubscriptionStatus.Trialing && subscription is { Ends: false, IsToldOfTrial: false } ? new TrialEndTold() : Decision.Nothing;

    public override async Task Handle(Message<TrialEndsSoon> message, Work work, CancellationToken stop)
    {
        var id = message.Body.Subscription;
        var before = await work.Load<Subscription>(id, stop, fresh: true);
        if (!before.Exists) return;
        work.Decide<Subscription, SubscriptionEvent>(id, subscription => Decide(subscription, work.At));
        if ((await work.Load<Subscription>(id, stop)).Version > before.Version) work.WantMail(TrialMail.Name, id);
    }
}
