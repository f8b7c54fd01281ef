using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>A threshold of a budget.</summary>
/// <param name="At">At which share of the amount.</param>
/// <param name="Level">How loudly it is said.</param>
/// <param name="Amount">What that is.</param>
/// <param name="Reached">Whether so much is spent as it stands.</param>
internal sealed record AiBudgetThresholdPart(Percentage At, AlertLevel Level, Cost Amount, bool Reached);

/// <summary>A budget and how it stands this month.</summary>
/// <param name="Scope">Whose costs count.</param>
/// <param name="AccountId">Of a budget for one account, which.</param>
/// <param name="Tag">Of a budget for a tag, which.</param>
/// <param name="ClientId">Of a budget for a client, which.</param>
/// <param name="Amount">How much may be spent in a month.</param>
/// <param name="From">The first day of the month, UTC.</param>
/// <param name="Through">Its last.</param>
/// <param name="Spent">So far, from all sources, in the budget's currency.</param>
/// <param name="Left">The amount less that; below nothing: it is overspent.</param>
/// <param name="Used">Hundredths of the amount.</param>
/// <param name="Badge">Its colour: from 80 % on a warning, from 100 % on critical.</param>
/// <param name="Projection">What the month comes to when its days go on as they went, and the day on which the amount is spent.</param>
/// <param name="OtherCurrencies">Costs that it would count, were they in its currency.</param>
internal sealed record AiBudgetPage(
    AiBudgetId Id, string Name, AiBudgetScope Scope, AiAccountId? AccountId, string? Tag, Guid? ClientId, Money Amount, IReadOnlyList<AiBudgetThresholdPart> Thresholds, DateOnly From, DateOnly Through, Cost Spent, Cost Left, UnitPrice Used, BudgetBadge Badge, AiProjectionPart Projection,
    IReadOnlyList<Cost> OtherCurrencies, bool Closed, long Version)
{
    public static AiBudgetPage Of(Guid id, Versioned<AiBudget> budget, AiSpending spending, DateOnly today)
    {
        var (now, limit) = (budget.State, new Cost(budget.State.Amount.Amount, budget.State.Amount.Currency));
        var spent = spending.On(now);
        var projection = Billing.AiCosts.Projection.Of(spent, spending.Month, today, limit, spending.SeatsOn(now)).Value;
        return new AiBudgetPage(
            new(id), now.Name, now.Scope, now.Account is { } account ? new AiAccountId(account) : null, now.Tag.Length > 0 ? now.Tag : null, now.Client, now.Amount,
            [.. now.Thresholds.Select(one => new AiBudgetThresholdPart(one.At, one.Level, Cost.Round(limit.Amount * one.At.Value / 100, limit.Currency), BudgetLook.Reaches(spent, one.At, limit)))],
            spending.Month.From, spending.Month.Through, spent, limit - spent, new UnitPrice(decimal.Round(spent.Amount / limit.Amount * 100, 2, MidpointRounding.AwayFromZero)), BudgetBadges.Of(spent, limit),
            new AiProjectionPart(projection.AtEnd, projection.Confidence, projection.Breaks), spending.Beside(now), now.IsClosed, budget.Version);
    }
}
