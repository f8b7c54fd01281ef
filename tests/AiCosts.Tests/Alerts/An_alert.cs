namespace Billing.AiCosts.Tests;

/// <summary>What somebody should look at, as loudly as it is by now.</summary>
public class An_alert
{
    private static AiAlertRaised At(AlertLevel level, int threshold) => new(AiAlertKind.Budget, level, null, new("0193e0c0-0000-7000-8000-00000000000b"), new(2026, 11, 1), new Percentage(threshold));

    private static readonly AiAlertRaised Warning = At(AlertLevel.Warning, 70), Critical = At(AlertLevel.Critical, 90);

    private static AiAlert After(params AiAlertEvent[] happened) => happened.Aggregate(AiAlert.Initial, (alert, one) => alert.Apply(one));

    [Fact]
    public void of_the_same_level_is_told_once() => Assert.Empty(After(Warning).Raise(Warning).Events);

    [Fact]
    public void whose_level_fell_says_the_new_one() => Assert.Equal([Warning], After(Critical).Raise(Warning).Events);

    [Fact]
    public void that_somebody_has_seen_stays_seen_when_it_is_less_bad_and_not_when_it_is_worse()
    {
        Assert.True(After(Critical, new AiAlertAcknowledged(""), Warning).IsAcknowledged);
        Assert.False(After(Warning, new AiAlertAcknowledged(""), Critical).IsAcknowledged);
        Assert.False(After(Critical, new AiAlertAcknowledged(""), new AiAlertSettled(), Warning).IsAcknowledged);
    }
}
