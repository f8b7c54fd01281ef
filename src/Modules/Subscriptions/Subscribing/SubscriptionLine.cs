using Billing.Usage.Contracts;

namespace Billing.Subscriptions;

/// <summary>Something that a subscription is billed for: a charge, or a credit with a price below nothing.</summary>
/// <param name="Component">The plan's component.</param>
/// <param name="Description">As it stands on the invoice.</param>
/// <param name="Quantity">How many; 1 for a part of a period.</param>
/// <param name="UnitPrice">What one costs.</param>
/// <param name="Amount">What it comes to.</param>
/// <param name="Days">The days it is for.</param>
/// <param name="TaxCategory">One of Invoicing's settings; null: the first.</param>
/// <param name="Metered">Of what is metered: what was used, and how the amount came about.</param>
internal sealed record SubscriptionLine(string Component, string Description, Quantity Quantity, UnitPrice UnitPrice, Money Amount, Period Days, string? TaxCategory, MeteredUse? Metered = null);

/// <summary>What was used in a window, as it was known when it was billed.</summary>
/// <param name="PlanId">Whose price it is.</param>
/// <param name="PlanVersion">In which version.</param>
/// <param name="Meter">The code of the meter.</param>
/// <param name="Subject">Whose usage, as events name it.</param>
/// <param name="From">The first instant, UTC.</param>
/// <param name="To">The first instant after it, UTC.</param>
/// <param name="Quantity">How much, what is included too; as text.</param>
/// <param name="Whole">What the window comes to; the line asks for what of it lines before did not.</param>
/// <param name="Parts">How the whole came about.</param>
internal sealed record MeteredUse(PlanId PlanId, int PlanVersion, string Meter, string Subject, DateTimeOffset From, DateTimeOffset To, string Quantity, Money Whole, ValueList<PricedPart> Parts);

/// <summary>What a plan comes to for some days.</summary>
/// <param name="Terms">The plan's version.</param>
/// <param name="Currency">What is billed in.</param>
/// <param name="Quantity">How many seats.</param>
/// <param name="Rule">How parts of a period are counted.</param>
/// <param name="Zone">Whose days they are.</param>
internal sealed record PricedPlan(PlanOffer Terms, Currency Currency, int Quantity, ProrationRule Rule, TimeZoneInfo Zone)
{
    /// <summary>What is due for a period or a part of it; what costs nothing is left out.</summary>
    public IEnumerable<SubscriptionLine> Due(ComponentTiming timing, BilledSpan period, Cut from, Cut to) => Lines(timing, period, from, to, 1, "");

    /// <summary>What was billed in advance for a part of a period, given back.</summary>
    public IEnumerable<SubscriptionLine> Unused(BilledSpan period, Cut from, Cut to) => Lines(ComponentTiming.Advance, period, from, to, -1, "Unused: ");

    /// <summary>What is billed once, whole.</summary>
    /// <param name="known">Codes that were billed before.</param>
    /// <param name="day">On which.</param>
    public IEnumerable<SubscriptionLine> Once(IReadOnlySet<string> known, DateOnly day) =>
        from component in Terms.Components
        where component.Kind == ComponentKind.Once && !known.Contains(component.Code) && !component.Unit(Currency).IsZero
        select Line(component, Share.Whole, new Period(day, day), 1, "");

    private IEnumerable<SubscriptionLine> Lines(ComponentTiming timing, BilledSpan period, Cut from, Cut to, int sign, string before)
    {
        var share = Rule.Between((Cut.StartOf(period.Begins, Zone), Cut.StartOf(period.Ends, Zone)), from, to);
        if (share.Part == 0) return [];
        var days = new Period(from.Day, to.Day > from.Day ? to.Day.AddDays(-1) : from.Day);
        return from component in Terms.Components
               where component.Kind is ComponentKind.Fixed or ComponentKind.Seats && component.Timing == timing
               let line = Line(component, share, days, sign, before)
               where !line.Amount.IsZero
               select line;
    }

    private SubscriptionLine Line(PlanComponent component, Share share, Period days, int sign, string before)
    {
        var name = component.Name == Terms.Name ? Terms.Name : $"{Terms.Name}: {component.Name}";
        var many = component.Kind == ComponentKind.Seats ? Quantity : 1;
        var amount = share.From(component.Price(Currency, Quantity));
        var part = share.IsWhole ? "" : $" ({share.Part} of {share.Of} {(Rule.Unit == ProrationUnit.Second ? "seconds" : "days")}{(many == 1 ? "" : $", {many} seats")})";
        // A part is a price of its own: a share of a price for one, times many, would be rounded many times.
        var (quantity, price) = share.IsWhole ? (many, component.Unit(Currency).Amount) : (1, amount.Amount);
        return new SubscriptionLine(component.Code, before + name + part, new Quantity(quantity), new UnitPrice(sign * price), sign < 0 ? -amount : amount, days, component.TaxCategory);
    }
}
