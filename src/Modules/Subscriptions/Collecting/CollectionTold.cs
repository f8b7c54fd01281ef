using System.Globalization;
using System.Text.Json;
using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>What Stripe tells of a payment of ours, or of a client who objects to one.</summary>
internal static class CollectionTold
{
    /// <summary>Has the payment looked at, where it is one of a collection: what Stripe answers then counts, whatever came first.</summary>
    public static void Announce(this StripeArrival arrived, Work work)
    {
        using var json = JsonDocument.Parse(arrived.Body);
        var thing = json.RootElement.GetProperty("data").GetProperty("object");
        switch (Text(thing, "object"))
        {
            case "payment_intent" when arrived.ObjectId is { } payment && thing.TryGetProperty("metadata", out var metadata) && Ours(metadata) is var (collection, attempt):
                work.Send(AttemptDue.Message, new AttemptDue(collection, attempt, payment));
                break;
            case "charge" when Text(thing, "payment_intent") is { } payment && thing.TryGetProperty("amount_refunded", out var back) && back.ValueKind == JsonValueKind.Number && back.GetDecimal() > 0:
                work.Send(RefundsTold.Message, new RefundsTold(payment));
                break;
            case "refund" when arrived.ObjectId is { } refund && thing.TryGetProperty("metadata", out var about) && about.ValueKind == JsonValueKind.Object && Ours(Text(about, StripeProvider.CollectionKey), Text(about, StripeProvider.RefundKey)) is var (of, number):
                work.Send(RefundMoved.Message, new RefundMoved(of, number, refund));
                break;
            case "refund" when Text(thing, "payment_intent") is { } payment: // made at Stripe: it may have been pending when the charge was told of
                work.Send(RefundsTold.Message, new RefundsTold(payment));
                break;
            case "dispute" when arrived.ObjectId is { } dispute && Text(thing, "payment_intent") is { } payment:
                work.Send(PaymentObjected.Message, new PaymentObjected(dispute, payment));
                break;
        }
    }

    private static (Guid Collection, int Attempt)? Ours(JsonElement metadata) => metadata.ValueKind == JsonValueKind.Object ? Ours(Text(metadata, StripeProvider.CollectionKey), Text(metadata, StripeProvider.AttemptKey)) : null;

    /// <summary>Which attempt a payment is of; null for somebody else's.</summary>
    public static (Guid Collection, int Attempt)? Ours(string? collection, string? attempt) =>
        Guid.TryParse(collection, out var id) && int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (id, number) : null;

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>A client objects to a payment.</summary>
internal sealed record PaymentObjected(string Dispute, string Payment)
{
    /// <summary>The type of its message.</summary>
    public const string Message = "subscriptions.payment_objected";
}

/// <summary>Marks the collection of a payment that its client objects to.</summary>
internal sealed class When_a_payment_is_disputed(StripeConnections connections, StripeApi stripe) : MessageHandler<PaymentObjected>(PaymentObjected.Message)
{
    public override async Task Handle(Message<PaymentObjected> message, Work work, CancellationToken stop)
    {
        if (connections.AccountOf(message.Tenant) is not { } account) return;
        var metadata = (await stripe.FindIntent(account, message.Body.Payment, stop)).Metadata;
        if (CollectionTold.Ours(metadata?.GetValueOrDefault(StripeProvider.CollectionKey), metadata?.GetValueOrDefault(StripeProvider.AttemptKey)) is not var (id, _)) return;
        if ((await work.Load<Collection>(id, stop, fresh: true)).Exists) work.Decide<Collection, CollectionEvent>(id, collection => Collecting.Dispute(collection, message.Body.Dispute, message.Body.Payment));
    }
}
