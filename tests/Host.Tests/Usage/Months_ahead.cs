using Billing.Host.Tests.Identity;

namespace Billing.Host.Tests.Usage;

/// <summary>The nightly job that makes the partitions of months to come.</summary>
public class Months_ahead : Town
{
    [Fact]
    public async Task are_there_before_their_first_event_and_stay_as_they_are()
    {
        var month = Product.Clock.GetUtcNow().AddMonths(8);
        Assert.Equal("(f)", await There(month));
        Product.Clock.Forward(month.AddMonths(-3) - Product.Clock.GetUtcNow());
        await Night();
        Assert.Equal("(t)", await There(month));
        Assert.Equal("(f)", await There(month.AddMonths(1)));
        await Night(); // again is harmless
        Assert.Equal("(0)", await Ask("select count(*) from messages where dead_at is not null"));
    }

    private Task<string> There(DateTimeOffset month) => Ask($"select to_regclass('usage_events_{month:yyyy_MM}') is not null");

    private async Task Night()
    {
        var before = await Ask(Handled);
        await RunJob("usage.months_ahead");
        await Until("the months are made", async () => await Ask(Handled) is var now && now != before ? now : null);
    }

    private const string Handled = "select count(*) from messages where type = 'usage.months_ahead' and handled_at is not null";
}
