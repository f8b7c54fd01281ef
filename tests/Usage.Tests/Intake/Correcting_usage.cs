using static Billing.Stories.Story<Billing.Usage.UsageCorrection, Billing.Usage.UsageCorrectionEvent>;

namespace Billing.Usage.Tests;

public class Correcting_usage
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly EventSaid Said = new("a", "calls", "client-1", new Quantity(5), Noon);

    [Fact]
    public void withdraws_with_a_reason() => Given().When(so => new WithdrawUsage("a", " A  test ").Decide(so, Said)).Then(new UsageWithdrawn(Said, "A test"));

    [Fact]
    public void withdraws_once() => Given(new UsageWithdrawn(Said, "x")).When(so => new WithdrawUsage("a", "y").Decide(so, Said)).ThenNothing();

    [Fact]
    public void needs_a_reason() => Given().When(so => new WithdrawUsage("a", " ").Decide(so, Said)).ThenRefused("reason-missing");

    [Fact]
    public void amends_what_is_named_and_keeps_the_rest() =>
        Given().When(so => new AmendUsage("a", "Wrong unit", new Quantity(0.5m)).Decide(so, Said, Noon)).Then(new UsageAmended(Said, Said with { Value = new Quantity(0.5m) }, "Wrong unit"));

    [Fact]
    public void amends_to_what_it_is_with_nothing() => Given().When(so => new AmendUsage("a", "x", new Quantity(5.0m), Noon.ToOffset(TimeSpan.FromHours(2))).Decide(so, Said, Noon)).ThenNothing();

    [Fact]
    public void amends_nothing_that_was_withdrawn() => Given(new UsageWithdrawn(Said, "x")).When(so => new AmendUsage("a", "x", new Quantity(1)).Decide(so, Said, Noon)).ThenRefused("usage-withdrawn");

    [Fact]
    public void moves_nothing_beyond_tomorrow() => Given().When(so => new AmendUsage("a", "x", At: Noon.AddDays(1.1)).Decide(so, Said, Noon)).ThenRefused("too-far-ahead");
}
