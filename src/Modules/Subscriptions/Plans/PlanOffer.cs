namespace Billing.Subscriptions;

/// <summary>What a plan asks for, and what it gives; a change of it is a version of its own.</summary>
/// <param name="Name">As people call it, and as it stands on invoices.</param>
/// <param name="Interval">How long a period is.</param>
/// <param name="Components">What is asked for, in the order of the invoice; none for a plan that costs nothing.</param>
/// <param name="Entitlements">What who has it may do.</param>
/// <param name="Family">Plans that one changes between; a client has one subscription of a family.</param>
/// <param name="Tier">Its place in the family: from a lower one to a higher one is an upgrade.</param>
/// <param name="TrialDays">For so many days from the start nothing is asked for.</param>
/// <param name="Description">For those who choose.</param>
internal sealed record PlanOffer(
    string Name, PlanInterval Interval, ValueList<PlanComponent> Components, ValueList<PlanEntitlement> Entitlements, string Family = "main", int Tier = 0, int TrialDays = 0, string? Description = null)
{
    /// <summary>Longest trial, in days.</summary>
    public const int LongestTrial = 730;

    private const int Most = 50;

    /// <summary>Whether it can be had more than once over: for each seat.</summary>
    public bool HasSeats() => Components.Any(component => component.Kind == ComponentKind.Seats);

    /// <summary>Whether everything it asks for has a price in a currency.</summary>
    public bool IsPricedIn(Currency currency) => Components.All(component => component.Currencies().Contains(currency));

    /// <summary>What it asks for again and again, for one period.</summary>
    public Money Recurring(Currency currency, int quantity) =>
        Components.Where(component => component.Kind is ComponentKind.Fixed or ComponentKind.Seats).Aggregate(Money.Zero(currency), (sum, component) => sum + component.Price(currency, quantity));

    /// <summary>As they can be offered: named, priced alike in each currency, with codes that differ.</summary>
    public Result<PlanOffer> Read()
    {
        if (!PlainText.Name(Name, "A plan", 100).TryGet(out var name, out var refused)) return refused;
        if (!PlainText.Note(Description, 1000).TryGet(out var description, out refused)) return refused;
        if (!PlanCode.IsOne(Family)) return No.BadFamily;
        if (Interval.Count is < 1 or > PlanInterval.Most) return No.BadInterval;
        if (TrialDays is < 0 or > LongestTrial) return No.BadTrial;
        if (Components.Count > Most || Entitlements.Count > Most) return No.TooMany;
        var components = new List<PlanComponent>();
        foreach (var component in Components)
        {
            if (!component.Read().TryGet(out var read, out refused)) return refused;
            components.Add(read);
        }
        if (components.GroupBy(component => component.Code).Any(same => same.Count() > 1) || Entitlements.GroupBy(one => one.Name).Any(same => same.Count() > 1)) return No.Twice;
        if (components.Count > 0 && components.Exists(component => !component.Currencies().ToHashSet().SetEquals(components[0].Currencies()))) return No.Unpriced;
        if (Entitlements.Any(one => one.Limit < 0 || !PlanCode.IsEntitlement(one.Name))) return No.BadEntitlement;
        return this with { Name = name, Description = description.Length == 0 ? null : description, Components = [.. components] };
    }

    private static class No
    {
        public static readonly Refusal BadFamily = new("bad-plan-family", "A family of plans is written in lower-case letters, digits and hyphens.");
        public static readonly Refusal BadInterval = new("bad-plan-interval", $"A period is 1 to {PlanInterval.Most} weeks, months, quarters, half-years or years.");
        public static readonly Refusal BadTrial = new("bad-trial", $"A trial is 0 to {LongestTrial} days.");
        public static readonly Refusal TooMany = new("too-many-parts", $"A plan has at most {Most} components and {Most} entitlements.");
        public static readonly Refusal Twice = new("code-twice", "Two components or entitlements of the plan have the same name for programs. Choose another one.");
        public static readonly Refusal Unpriced = new("price-missing", "Each component has a price in the same currencies. Add the missing prices, or leave the currency out.");
        public static readonly Refusal BadEntitlement = new("bad-entitlement", "An entitlement is named in lower-case letters, digits and underscores, and its limit is 0 or more.");
    }
}

/// <summary>What who has a plan may do.</summary>
/// <param name="Name">As other modules ask: users, api_calls, storage_gb, invoices_per_month, or an own one.</param>
/// <param name="Limit">So much of it; null without limit.</param>
internal sealed record PlanEntitlement(string Name, long? Limit);
