using Billing.Host.Tests.Facilities;
using Billing.Subscriptions;
using Billing.Web;

namespace Billing.Host.Tests.Subscriptions;

/// <summary>Our client of Stripe, where connections are cut before or after the payment was made.</summary>
public class Payments_that_are_cut_off
{
    private const int Payments = 100;

    private static readonly DateTimeOffset Now = new(2025, 11, 19, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task are_never_made_twice_and_none_is_left_out()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var stripe = await PretendedStripe.Start(Now);
        using var api = new StripeApi(new OutgoingCalls(new OutgoingRules("127.0.0.1")), TimeProvider.System, perSecond: 1_000);
        var account = new StripeAccount(PretendedStripe.Key, new Uri(stripe.Settings["Stripe:Address"]!));
        var customer = await api.CreateCustomer(account, "Meadow Health", "bills@example.test", new Dictionary<string, string>(), "customer", stop);
        var card = await api.Attach(account, "pm_card_visa", customer.Id, "card", stop);
        for (var cut = 0; cut < 4 * Payments; cut++) await stripe.Control("next", new { path = "/v1/payment_intents", method = "POST", cut = cut % 3 == 0 ? "before" : "after" });

        var unknown = 0;
        var paid = await Task.WhenAll(Enumerable.Range(0, Payments).Select(async number =>
        {
            var attempt = new Dictionary<string, string> { ["attempt"] = $"attempt-{number}" };
            while (true)
            {
                try
                {
                    return await api.Charge(account, new Money(29, Currency.Parse("USD")), customer.Id, card.Id, "Pro", attempt, $"attempt-{number}", stop);
                }
                catch (StripeException broken) when (broken.OutcomeUnknown)
                {
                    Interlocked.Increment(ref unknown);
                    await foreach (var known in api.IntentsSince(account, customer.Id, Now.AddHours(-1), stop))
                        if (known.Metadata?.GetValueOrDefault("attempt") == attempt["attempt"]) return known;
                }
            }
        }));

        Assert.All(paid, one => Assert.Equal("succeeded", one.Status));
        Assert.True(unknown > 0, "Some calls end without an answer, else asking is never tried.");
        var charges = await stripe.All("charge");
        Assert.Equal(Enumerable.Range(0, Payments).Select(number => $"attempt-{number}").Order(StringComparer.Ordinal), charges.Select(one => one.Text("metadata.attempt")).Order(StringComparer.Ordinal));
        Assert.All(charges, one => Assert.Equal(2_900, one!["amount"]!.GetValue<int>()));
    }
}
