namespace Billing.Subscriptions;

/// <summary>What changed of what comes in each month, in one currency: the five add up to the change. To four decimals, as a year's price ÷ 12 has them.</summary>
/// <param name="New">Of clients who never paid before.</param>
/// <param name="Expansion">Of clients who pay more than before.</param>
/// <param name="Contraction">Of clients who pay less; below nothing.</param>
/// <param name="Churn">Of clients who pay no more; below nothing.</param>
/// <param name="Reactivation">Of clients who pay again.</param>
internal sealed record RevenueMovements(UnitPrice New, UnitPrice Expansion, UnitPrice Contraction, UnitPrice Churn, UnitPrice Reactivation)
{
    public static RevenueMovements None { get; } = new(default, default, default, default, default);

    /// <summary>What all of them come to.</summary>
    public decimal Sum() => New.Value + Expansion.Value + Contraction.Value + Churn.Value + Reactivation.Value;

    /// <summary>With those of another time, too.</summary>
    public RevenueMovements And(RevenueMovements other) => new(
        new(New.Value + other.New.Value), new(Expansion.Value + other.Expansion.Value), new(Contraction.Value + other.Contraction.Value), new(Churn.Value + other.Churn.Value), new(Reactivation.Value + other.Reactivation.Value));

    /// <summary>What it is that a client pays so much after so much.</summary>
    /// <param name="paidEver">Whether the client paid at any time before.</param>
    public static RevenueMovements Of(decimal before, decimal after, bool paidEver)
    {
        var change = new UnitPrice(after - before);
        return (before, after) switch
        {
            _ when change.Value == 0 => None,
            (0m, _) => paidEver ? None with { Reactivation = change } : None with { New = change },
            (_, 0m) => None with { Churn = change },
            _ => change.Value > 0 ? None with { Expansion = change } : None with { Contraction = change },
        };
    }
}

/// <summary>
/// What comes in each month of subscriptions that are paid for, in one currency: the fixed parts and seats, a year ÷ 12, a week × 52 ÷ 12, each subscription to
/// four decimals. Pure: of the lives of subscriptions and the prices of plans, at any instant.
/// </summary>
internal sealed class RecurringRevenue
{
    private readonly List<Paid> _steps = [];

    /// <param name="lives">Of this currency.</param>
    /// <param name="plans">All that they are of.</param>
    /// <param name="currency">Of all of them.</param>
    public RecurringRevenue(IEnumerable<SubscriptionLife> lives, IReadOnlyDictionary<PlanId, Plan> plans, Currency currency)
    {
        foreach (var life in lives)
        {
            var before = 0m;
            foreach (var step in life.Steps)
            {
                var value = step.Counts ? Monthly(plans[new(step.PlanId)].Terms(step.PlanVersion), currency, step.Quantity, step.Off) : 0;
                if (value != before) _steps.Add(new(step.At, life.ClientId, value - before));
                before = value;
            }
        }
        _steps.Sort((one, other) => one.At.CompareTo(other.At));
    }

    /// <summary>What a plan's version comes to in a month, less what coupons take off period after period; to four decimals.</summary>
    public static decimal Monthly(PlanOffer terms, Currency currency, int quantity, IEnumerable<LifeCoupon>? off = null)
    {
        var due = terms.Recurring(currency, quantity).Amount;
        foreach (var coupon in off ?? []) due -= Math.Min(due, coupon.Share is { } share ? due * share.Value / 100 : coupon.Off!.Value.Amount);
        return decimal.Round(terms.Interval.Monthly(due), 4, MidpointRounding.AwayFromZero);
    }

    /// <summary>What comes in each month, at an instant.</summary>
    public decimal At(DateTimeOffset instant) => _steps.TakeWhile(step => step.At <= instant).Sum(step => step.Change);

    /// <summary>How many clients pay, at an instant.</summary>
    public int ClientsAt(DateTimeOffset instant) => _steps.TakeWhile(step => step.At <= instant).GroupBy(step => step.Client).Count(client => client.Sum(step => step.Change) > 0);

    /// <summary>What changed from each instant to the next, clients together, and how many of them stopped paying.</summary>
    /// <param name="borders">In order; the first one is where it begins.</param>
    public IEnumerable<(RevenueMovements Movements, decimal After, int Lost)> Between(IReadOnlyList<DateTimeOffset> borders)
    {
        var (pays, paidEver, next, total) = (new Dictionary<Guid, decimal>(), new HashSet<Guid>(), 0, 0m);
        for (var border = 0; border < borders.Count; border++)
        {
            var before = new Dictionary<Guid, decimal>();
            for (; next < _steps.Count && _steps[next].At <= borders[border]; next++)
            {
                var (client, had) = (_steps[next].Client, pays.GetValueOrDefault(_steps[next].Client));
                before.TryAdd(client, had);
                pays[client] = had + _steps[next].Change;
                total += _steps[next].Change;
            }
            var moved = before.Select(one => RevenueMovements.Of(one.Value, pays[one.Key], paidEver.Contains(one.Key))).Aggregate(RevenueMovements.None, (sum, one) => sum.And(one));
            var lost = before.Count(one => one.Value > 0 && pays[one.Key] == 0);
            paidEver.UnionWith(before.Keys.Where(client => pays[client] > 0));
            if (border > 0) yield return (moved, total, lost);
        }
    }

    private sealed record Paid(DateTimeOffset At, Guid Client, decimal Change);
}
