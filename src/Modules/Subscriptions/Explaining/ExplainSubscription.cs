using Billing.EventStore;
using Billing.Web;

namespace Billing.Subscriptions;

/// <summary>Explains what a subscription brings in each month.</summary>
internal sealed class ExplainSubscription : IExplained
{
    public const string Name = "subscription";

    public string Kind => Name;

    public Permission Needed => Permission.SeeSubscriptions;

    public IReadOnlyList<string> Amounts => ["mrr"];

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (asked.Guid() is not { } id) return null;
        var whole = await ShowRevenue.Read(session, stop);
        if (whole.Mirrored.FirstOrDefault(life => life.Id == id) is { } elsewhere)
            return Explained.Leaf(ExplainedAs.RecurringRevenue, new(elsewhere.Steps.LastOrDefault(step => step.At <= session.Now)?.Monthly.Value ?? 0, Currency.Parse(elsewhere.Currency))) with { Rule = new(ExplainedBy.Reported, "") };
        if (whole.Lives.FirstOrDefault(life => life.Id == id) is not { } life) return null;
        var past = await session.Past<Subscription>(id, Name, stop);
        return ExplainedMonth.Of(life, whole.Plans, session.Now, past.Last<SubscriptionSwitched>() ?? past.Last<SubscriptionStarted>(), past.Last<CouponTaken>()) with { Record = new(Name, id.ToString()) };
    }
}

/// <summary>Explains what all subscriptions bring in each month.</summary>
internal sealed class ExplainRevenue : IExplained
{
    public string Kind => "revenue";

    public Permission Needed => Permission.SeeSubscriptions;

    public IReadOnlyList<string> Amounts => ["mrr"];

    public bool PerCurrency => true;

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (asked.Id != "now" || asked.Currency is not { } currency) return null;
        var whole = await ShowRevenue.Read(session, stop);
        var parts = whole.Lives.Where(life => life.Currency == currency.Code).Select(life => (life.Id, ExplainedMonth.Of(life, whole.Plans, session.Now, null, null).Amount.Value))
            .Concat(whole.Mirrored.Where(life => life.Currency == currency.Code).Select(life => (life.Id, life.Steps.LastOrDefault(step => step.At <= session.Now)?.Monthly.Value ?? 0)))
            .Where(one => one.Item2 != 0).OrderByDescending(one => one.Item2).ThenBy(one => one.Item1)
            .Select(one => Explained.Leaf(ExplainedAs.Subscription, new(one.Item2, currency)) with { Place = new(ExplainSubscription.Name, one.Item1.ToString(), "mrr"), Record = new(ExplainSubscription.Name, one.Item1.ToString()) }).ToList();
        if (asked.After > 0) return ExplainedWiring.SumPaged(ExplainedAs.RecurringRevenue, currency, parts, asked);
        return Explained.Of(ExplainedAs.RecurringRevenue, Money.Round(whole.In(currency).At(session.Now), currency), parts.Paged(currency, asked));
    }
}

/// <summary>What a subscription comes to in a month, component by component, coupons taken off.</summary>
internal static class ExplainedMonth
{
    /// <param name="agreed">By which it has what it has.</param>
    /// <param name="couponed">By which it took its last coupon.</param>
    public static Explained Of(SubscriptionLife life, IReadOnlyDictionary<PlanId, Plan> plans, DateTimeOffset at, ExplainedEvent? agreed, ExplainedEvent? couponed)
    {
        var (currency, step) = (Currency.Parse(life.Currency), life.Steps.LastOrDefault(one => one.At <= at));
        if (step is not { Counts: true }) return Explained.Leaf(ExplainedAs.RecurringRevenue, ExactAmount.Zero(currency)) with { Event = agreed };
        var terms = plans[new(step.PlanId)].Terms(step.PlanVersion);
        var (due, parts) = (0m, new List<Explained>());
        foreach (var component in terms.Components.Where(one => one.Kind is ComponentKind.Fixed or ComponentKind.Seats))
        {
            var price = component.Price(currency, step.Quantity);
            due += price.Amount;
            parts.Add(Monthly(ExplainedAs.SubscriptionLine, price.Amount, component.Kind == ComponentKind.Seats ? $"{step.Quantity} × {component.Unit(currency)}" : price.ToString()) with { Text = component.Name, Event = agreed });
        }
        foreach (var coupon in step.Off ?? [])
        {
            var off = Math.Min(due, coupon.Share is { } share ? due * share.Value / 100 : coupon.Off!.Value.Amount);
            due -= off;
            parts.Add(Monthly(ExplainedAs.Coupon, -off, coupon.Share is { } taken ? $"{taken} × {new ExactAmount(due + off, currency)}" : $"{coupon.Off}") with { Text = coupon.Code, Event = couponed ?? agreed });
        }
        return Explained.Of(ExplainedAs.RecurringRevenue, new(RecurringRevenue.Monthly(terms, currency, step.Quantity, step.Off), currency), parts) with { Text = terms.Name, Event = agreed };

        Explained Monthly(ExplainedAs name, decimal amount, string formula) => Explained.Leaf(name, new(terms.Interval.Monthly(amount), currency)) with { Rule = new(ExplainedBy.PerMonth, formula + Per(terms.Interval)) };
    }

    private static string Per(PlanInterval interval) => interval.Monthly(1) == 1 ? "" : interval.Unit == IntervalUnit.Week ? FormattableString.Invariant($" × 52 / {12 * interval.Count}") : FormattableString.Invariant($" / {decimal.Round(1 / interval.Monthly(1))}");
}
