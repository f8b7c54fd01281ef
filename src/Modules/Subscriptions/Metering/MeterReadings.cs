using Billing.EventStore;
using Billing.Usage.Contracts;

namespace Billing.Subscriptions;

/// <summary>A stretch of time in which a subscription meters something by a version of a plan.</summary>
/// <param name="From">The first instant, UTC.</param>
/// <param name="To">The first instant after it, UTC.</param>
/// <param name="Billed">Whether it was billed before.</param>
internal sealed record UsageWindow(PlanId PlanId, int PlanVersion, string Component, string Subject, DateTimeOffset From, DateTimeOffset To, Currency Currency, bool Billed = false);

/// <summary>
/// What was used in the windows that a decision looks at. Decisions are pure, and which windows they look at comes out while they are made: one that asks for a
/// window nobody has read is none yet. What is missing is read, and it is decided anew.
/// </summary>
internal sealed class MeterReadings
{
    private readonly Dictionary<UsageWindow, PricedWindow> _read = [];
    private readonly HashSet<UsageWindow> _missing = [];

    /// <summary>What a window comes to; null where nobody has read it.</summary>
    public PricedWindow? Of(UsageWindow window)
    {
        if (_read.TryGetValue(window, out var priced)) return priced;
        _missing.Add(window);
        return null;
    }

    /// <summary>What a window comes to is known.</summary>
    public MeterReadings With(UsageWindow window, PricedWindow priced)
    {
        _read[window] = priced;
        _missing.Remove(window);
        return this;
    }

    /// <summary>Makes a decision until it asks for nothing that was not read; nothing of it may be written in between.</summary>
    /// <param name="session">The organisation's whose meters they are.</param>
    /// <param name="usage">Who reads them.</param>
    /// <param name="ground">What it is decided on, these readings among it.</param>
    /// <param name="decide">Makes it.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Why something cannot be priced, or null.</returns>
    public async Task<Refusal?> For(Session session, IMeteredUsage usage, SubscriptionGround ground, Action decide, CancellationToken stop)
    {
        for (decide(); _missing.Count > 0; decide())
        {
            List<UsageWindow> missing = [.. _missing];
            if (!(await usage.Price(session, [.. missing.Select(window => Asked(window, ground))], stop)).TryGet(out var priced, out var refused)) return refused;
            foreach (var (window, one) in missing.Zip(priced)) With(window, one);
        }
        return null;
    }

    private static MeterWindow Asked(UsageWindow window, SubscriptionGround ground)
    {
        var metered = ground.Plans[window.PlanId].Terms(window.PlanVersion).Components.First(component => component.Code == window.Component).Metered!;
        return new MeterWindow(metered.Meter, window.Subject, window.From, window.To, window.Currency, metered.In(window.Currency), metered.Included ?? default, window.Billed);
    }
}
