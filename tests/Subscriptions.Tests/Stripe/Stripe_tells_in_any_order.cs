using System.Text.Json;

namespace Billing.Subscriptions.Tests;

/// <summary>Whatever comes first, twice, under two ids or not at all: it ends as Stripe sees it.</summary>
public class Stripe_tells_in_any_order
{
    /// <summary>Eight events of one subscription's life: objects that pass through several states, some of them within one second.</summary>
    private static readonly StripeTelling[] Told =
    [
        Tell("subscription", "sub_1", 10, "incomplete"),
        Tell("invoice", "in_1", 10, "open", amount: 2900),
        Tell("payment_intent", "pi_1", 10, "requires_action", amount: 2900),
        Tell("payment_intent", "pi_1", 10, "succeeded", amount: 2900, paid: 2900),
        Tell("invoice", "in_1", 10, "paid", amount: 2900, paid: 2900, attempts: 1),
        Tell("subscription", "sub_1", 10, "active"),
        Tell("subscription", "sub_1", 90, "past_due"),
        Tell("subscription", "sub_1", 90, "active"),
    ];

    /// <summary>How Stripe sees it in the end; asked at any time, this is what it answers.</summary>
    private static readonly Dictionary<string, StripeTelling> Truth = new() { ["sub_1"] = Told[7], ["in_1"] = Told[4], ["pi_1"] = Told[3] };

    [Fact]
    public void and_it_ends_the_same_in_all_40320()
    {
        var (orders, asked) = (0, 0);
        foreach (var order in Orders([.. Told], Told.Length))
        {
            Assert.Equal("in_1 paid 2900 0 1|pi_1 succeeded 2900 0 0|sub_1 active 0 0 0", Ended(order, ref asked));
            orders++;
        }
        Assert.Equal(40_320, orders);
        Assert.True(asked > 0, "In some order there is a doubt, else asking is never tried.");
    }

    [Fact]
    public void twice_as_once()
    {
        var asked = 0;
        var random = new Random(7);
        foreach (var _ in Enumerable.Range(0, 2_000))
        {
            StripeTelling[] doubled = [.. Told, .. Told.Where(_ => random.Next(2) == 0), .. Told.Where(_ => random.Next(2) == 0)];
            random.Shuffle(doubled);
            Assert.Equal("in_1 paid 2900 0 1|pi_1 succeeded 2900 0 0|sub_1 active 0 0 0", Ended(doubled, ref asked));
        }
    }

    [Fact]
    public void what_grows_never_falls()
    {
        StripeTelling[] refunds = [Tell("charge", "ch_1", 10, "succeeded", 900, 900), Tell("charge", "ch_1", 20, "succeeded", 900, 900, 100), Tell("charge", "ch_1", 30, "succeeded", 900, 900, 500), Tell("charge", "ch_1", 30, "succeeded", 900, 900, 900)];
        var asked = 0;
        foreach (var order in Orders(refunds, refunds.Length)) Assert.Equal("ch_1 succeeded 900 900 0", Ended(order, ref asked));
    }

    [Fact]
    public void an_ended_life_stays_ended()
    {
        var ended = Take(StripeObject.Initial, Tell("payment_intent", "pi_1", 10, "succeeded", 100, 100));
        Assert.Equal(ended, Take(ended, Tell("payment_intent", "pi_1", 11, "requires_payment_method", 100)) with { At = ended.At });
    }

    [Fact]
    public void objects_that_are_not_followed_are_not_read()
    {
        using var json = JsonDocument.Parse("""{"id":"cus_1","object":"customer"}""");
        Assert.Null(StripeTelling.Read(json.RootElement, DateTimeOffset.UnixEpoch));
    }

    private static string Ended(IEnumerable<StripeTelling> order, ref int asked)
    {
        var state = new SortedDictionary<string, StripeObject>(StringComparer.Ordinal);
        foreach (var told in order)
        {
            var known = state.GetValueOrDefault(told.Id, StripeObject.Initial);
            var doubtful = known.IsDoubtful(told) && Truth.ContainsKey(told.Id);
            if (doubtful) asked++;
            state[told.Id] = doubtful ? Fold(known, known.Set(Truth[told.Id] with { At = told.At })) : Take(known, told);
        }
        return string.Join('|', state.Values.Select(one => $"{one.Id} {one.Look.Status} {one.Look.Paid} {one.Look.Refunded} {one.Look.Attempts}"));
    }

    private static StripeObject Take(StripeObject known, StripeTelling told) => Fold(known, known.Take(told));

    private static StripeObject Fold(StripeObject known, Decision<StripeObjectEvent> decided) => decided.Events.Aggregate(known, (so, happened) => so.Apply(happened));

    private static StripeTelling Tell(string kind, string id, int at, string status, long amount = 0, long paid = 0, long refunded = 0, int attempts = 0) =>
        new(id, kind, DateTimeOffset.UnixEpoch.AddSeconds(at), new StripeLook(status, "cus_1", "usd", amount, paid, refunded, attempts));

    private static IEnumerable<StripeTelling[]> Orders(StripeTelling[] all, int free)
    {
        if (free == 1) yield return all;
        else
            for (var at = 0; at < free; at++)
            {
                (all[at], all[free - 1]) = (all[free - 1], all[at]);
                foreach (var order in Orders(all, free - 1)) yield return order;
                (all[at], all[free - 1]) = (all[free - 1], all[at]);
            }
    }
}
