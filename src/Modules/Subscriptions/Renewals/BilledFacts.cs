using System.Globalization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Subscriptions;

/// <summary>Says what a charge of a subscription is made of: the plan, the days, and where the subscription is looked at.</summary>
internal sealed class BilledFacts : IChargedFacts
{
    public string Module => SubscriptionFact.Module;

    public async Task<IReadOnlyDictionary<string, FactDetail>> Explain(Session session, string kind, IReadOnlyCollection<string> facts, CancellationToken stop)
    {
        var said = new Dictionary<string, FactDetail>(StringComparer.Ordinal);
        if (kind != SubscriptionFact.Kind) return said;
        foreach (var (text, fact) in facts.Select(fact => (fact, SubscriptionFact.Read(fact))))
        {
            if (fact is not { } read) continue;
            var subscription = (await session.Streams<Subscription>().Peek(read.Id.Value, stop)).State;
            var lines = read.Bill == SubscriptionFact.GivenBack ? subscription.GivenBack : read.Bill <= subscription.Bills.Count ? subscription.Bills[read.Bill - 1].Lines : [];
            if (read.Line >= lines.Count) continue;
            var line = lines[read.Line];
            said[text] = line.Metered is { } use ? Used(line, use) : new FactDetail($"{PlainText.Shown(line.Description)}: {line.Days}", $"/api/subscriptions/{read.Id}");
        }
        return said;
    }

    // Where the events are listed that were counted, the latest first.
    private static FactDetail Used(SubscriptionLine line, MeteredUse use) => new(
        $"{PlainText.Shown(line.Description)}, by then: {PlainText.Shown(use.Subject)}, {line.Days}",
        $"/api/usage/events?meter={Uri.EscapeDataString(use.Meter)}&subject={Uri.EscapeDataString(use.Subject)}&from={Instant(use.From)}&to={Instant(use.To)}");

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
