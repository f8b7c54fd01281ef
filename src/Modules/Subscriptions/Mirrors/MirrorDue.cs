using System.Text.Json;
using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>Something that Stripe bills is to be looked at there, and shown here as it stands then.</summary>
/// <param name="Kind">subscription or invoice.</param>
/// <param name="Id">What Stripe calls it.</param>
internal sealed record MirrorDue(string Kind, string Id)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "subscriptions.mirror_due";

    public const string Subscription = "subscription", Invoice = "invoice";

    /// <summary>Has it looked at if, and only if, the work commits.</summary>
    public void With(Work work) => work.Send(Message, this);

    /// <summary>What of an event's object is to be looked at; null for an object that is no subscription and no invoice.</summary>
    public static MirrorDue? Of(StripeArrival arrived)
    {
        using var json = JsonDocument.Parse(arrived.Body);
        var thing = json.RootElement.GetProperty("data").GetProperty("object");
        var kind = thing.TryGetProperty("object", out var named) && named.ValueKind == JsonValueKind.String ? named.GetString() : null;
        return arrived.ObjectId is { } id && kind is Subscription or Invoice ? new MirrorDue(kind, id) : null;
    }
}

/// <summary>Everything that Stripe bills is to be looked at.</summary>
internal sealed record MirrorAll
{
    /// <summary>The type of its message.</summary>
    public const string Message = "subscriptions.mirror_all";
}

/// <summary>Has everything looked at that Stripe bills: when an organisation begins to have Stripe bill, and when somebody asks for what never came.</summary>
internal sealed class When_all_is_to_be_mirrored(StripeConnections connections, StripeApi stripe) : MessageHandler<MirrorAll>(MirrorAll.Message)
{
    private const int InOneCommit = 500;

    public override async Task Handle(Message<MirrorAll> message, Work work, CancellationToken stop)
    {
        if (!(await work.Load<SubscriptionSettings>(SubscriptionSettings.Id, stop, fresh: true)).State.HasMirrored || connections.AccountOf(message.Tenant) is not { } account) return;
        // However many there are, no commit is large; who is cut off begins anew, and a look too many changes nothing.
        var (some, count) = (work.Session.Begin(), 0);
        await foreach (var one in stripe.Subscriptions(account, stop)) await Look(new MirrorDue(MirrorDue.Subscription, one.Id));
        await foreach (var one in stripe.Invoices(account, stop)) await Look(new MirrorDue(MirrorDue.Invoice, one.Id));
        await some.Commit();

        async Task Look(MirrorDue due)
        {
            due.With(some);
            if (++count % InOneCommit != 0) return;
            await some.Commit();
            some = work.Session.Begin();
        }
    }
}
