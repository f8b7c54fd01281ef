using Billing.Usage.Contracts;

namespace Billing.Subscriptions;

/// <summary>
/// What was used, as lines. Each period's usage is billed when it is over, even where it costs nothing, so that what comes in late is told from what was known:
/// bills that follow ask for the difference between what a window comes to by then and what was asked for it.
/// </summary>
internal static class MeteredLines
{
    /// <summary>So long after its end a billed window is looked at again.</summary>
    private const int LateDays = 400;

    /// <summary>What was used up to a point, since it was billed last; and what came in late for windows that were.</summary>
    /// <param name="goesOn">Codes of components whose window is not over.</param>
    public static IEnumerable<SubscriptionLine> Due(Subscription subscription, SubscriptionGround ground, Cut to, IReadOnlySet<string>? goesOn = null)
    {
        if (subscription.Current is not { } period) yield break;
        foreach (var late in Late(subscription, ground, to)) yield return late;
        var (terms, has) = (ground.Terms(subscription.Has), subscription.Has);
        var end = LocalDay.StartOf(period.To, subscription.Zone) is var over && over < to.Instant ? over : to.Instant;
        foreach (var component in terms.Components.Where(component => component.Kind == ComponentKind.Metered && goesOn?.Contains(component.Code) != true))
        {
            var from = subscription.MeteredFrom(component.Code);
            if (from >= end) continue;
            var window = new UsageWindow(has.PlanId, has.Version, component.Code, Subject(subscription, ground, component.Metered!.By), from.ToUniversalTime(), end.ToUniversalTime(), subscription.Currency);
            if (ground.Readings.Of(window) is { } priced) yield return Line(subscription, terms, component, window, priced, Money.Zero(subscription.Currency), late: false);
        }
    }

    private static IEnumerable<SubscriptionLine> Late(Subscription subscription, SubscriptionGround ground, Cut to)
    {
        var billed = subscription.Bills.SelectMany(bill => bill.Lines).Where(line => line.Metered is { } use && use.To.AddDays(LateDays) >= to.Instant)
            .GroupBy(line => new UsageWindow(line.Metered!.PlanId, line.Metered.PlanVersion, line.Component, line.Metered.Subject, line.Metered.From, line.Metered.To, subscription.Currency, Billed: true));
        foreach (var same in billed.OrderBy(same => same.Key.From).ThenBy(same => same.Key.Component, StringComparer.Ordinal))
        {
            var before = same.Aggregate(Money.Zero(subscription.Currency), (sum, line) => sum + line.Amount);
            if (ground.Readings.Of(same.Key) is not { TakesLate: true } priced || priced.Amount == before || (priced.Frozen && priced.Amount < before)) continue; // its first bill may count what came after the freeze, and corrections after it count for nothing
            var terms = ground.Plans[same.Key.PlanId].Terms(same.Key.PlanVersion);
            yield return Line(subscription, terms, terms.Components.First(component => component.Code == same.Key.Component), same.Key, priced, before, late: true);
        }
    }

    private static string Subject(Subscription subscription, SubscriptionGround ground, MeteredBy by) => (by == MeteredBy.Client ? subscription.ClientId.Value : ground.Id.Value).ToString();

    private static SubscriptionLine Line(Subscription subscription, PlanOffer terms, PlanComponent component, UsageWindow window, PricedWindow priced, Money before, bool late)
    {
        var (zone, amount) = (subscription.Zone, priced.Amount - before);
        var days = new Period(LocalDay.Of(window.From, zone), LocalDay.Of(window.To.AddTicks(-1), zone));
        var name = $"{terms.Name}: {component.Name}: {priced.Quantity} {priced.Unit}".TrimEnd();
        return new SubscriptionLine(
            component.Code, PlainText.Line(late ? $"Late usage: {name}" : name, 400), Quantity.One, new UnitPrice(amount.Amount), amount, days, component.TaxCategory,
            new MeteredUse(window.PlanId, window.PlanVersion, component.Metered!.Meter, window.Subject, window.From, window.To, priced.Quantity, priced.Amount, priced.Parts));
    }
}
