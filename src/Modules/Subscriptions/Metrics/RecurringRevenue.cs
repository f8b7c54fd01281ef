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

    /// <summary>What a client's move comes to.</summary>
    public static RevenueMovements Of(ClientMove move)
    {
        var change = new UnitPrice(move.After - move.Before);
        return move.Movement switch
        {
            RevenueMovement.New => None with { New = change },
            RevenueMovement.Expansion => None with { Expansion = change },
            RevenueMovement.Contraction => None with { Contraction = change },
            RevenueMovement.Churn => None with { Churn = change },
            RevenueMovement.Reactivation => None with { Reactivation = change },
            _ => None,
        };
    }
}

/// <summary>How what a client pays each month moves.</summary>
internal enum RevenueMovement
{
    /// <summary>A client pays who never did before.</summary>
    New,

    /// <summary>More than before.</summary>
    Expansion,

    /// <summary>Less.</summary>
    Contraction,

    /// <summary>No more.</summary>
    Churn,

    /// <summary>Again.</summary>
    Reactivation,
}

/// <summary>A client pays so much each month after so much.</summary>
/// <param name="PaidEver">Whether the client paid at any time before.</param>
/// <param name="Subscriptions">Those that moved it.</param>
internal sealed record ClientMove(Guid Client, decimal Before, decimal After, bool PaidEver, IReadOnlyList<Guid> Subscriptions)
{
    /// <summary>What that is; null where it comes to the same.</summary>
    public RevenueMovement? Movement => (Before, After) switch
    {
        _ when Before == After => null,
        (0m, _) => PaidEver ? RevenueMovement.Reactivation : RevenueMovement.New,
        (_, 0m) => RevenueMovement.Churn,
        _ => After > Before ? RevenueMovement.Expansion : RevenueMovement.Contraction,
    };
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
    /// <param name="mirrored">What Stripe bills, of this currency: it comes to what it comes to there.</param>
    public RecurringRevenue(IEnumerable<SubscriptionLife> lives, IReadOnlyDictionary<PlanId, Plan> plans, Currency currency, IEnumerable<MirroredLife>? mirrored = null)
    {
        foreach (var life in mirrored ?? [])
        {
            var before = 0m;
            foreach (var step in life.Steps)
            {
                if (step.Monthly.Value != before) _steps.Add(new(step.At, life.ClientId, life.Id, step.Monthly.Value - before));
                before = step.Monthly.Value;
            }
        }
        foreach (var life in lives)
        {
            var before = 0m;
            foreach (var step in life.Steps)
            {
                var value = step.Counts ? Monthly(plans[new(step.PlanId)].Terms(step.PlanVersion), currency, step.Quantity, step.Off) : 0;
                if (value != before) _steps.Add(new(step.At, life.ClientId, life.Id, value - before));
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
        var total = 0m;
        foreach (var (border, moves) in Moves(borders).Index())
        {
            total += moves.Sum(move => move.After - move.Before);
            if (border > 0) yield return (moves.Select(RevenueMovements.Of).Aggregate(RevenueMovements.None, (sum, one) => sum.And(one)), total, moves.Count(move => move.Movement == RevenueMovement.Churn));
        }
    }

    /// <summary>Who paid something else at each instant than at the one before.</summary>
    /// <param name="borders">In order; the first one's are all who ever moved until then.</param>
    public IEnumerable<IReadOnlyList<ClientMove>> Moves(IReadOnlyList<DateTimeOffset> borders)
    {
        var (pays, paidEver, next) = (new Dictionary<Guid, decimal>(), new HashSet<Guid>(), 0);
        foreach (var border in borders)
        {
            var before = new Dictionary<Guid, (decimal Paid, List<Guid> Subscriptions)>();
            for (; next < _steps.Count && _steps[next].At <= border; next++)
            {
                var (client, had) = (_steps[next].Client, pays.GetValueOrDefault(_steps[next].Client));
                before.TryAdd(client, (had, []));
                if (!before[client].Subscriptions.Contains(_steps[next].Subscription)) before[client].Subscriptions.Add(_steps[next].Subscription);
                pays[client] = had + _steps[next].Change;
            }
            yield return [.. before.Select(one => new ClientMove(one.Key, one.Value.Paid, pays[one.Key], paidEver.Contains(one.Key), one.Value.Subscriptions))];
            paidEver.UnionWith(before.Keys.Where(client => pays[client] > 0));
        }
    }

    private sealed record Paid(DateTimeOffset At, Guid Client, Guid Subscription, decimal Change);
}
