namespace Billing.Subscriptions;

/// <summary>What a subscription that Stripe bills was worth, and when.</summary>
/// <param name="TrialEnds">UTC; null where there was no trial.</param>
/// <param name="StartAt">UTC.</param>
/// <param name="EndedAt">UTC; null while it has not ended.</param>
/// <param name="Steps">Oldest first.</param>
internal sealed record MirroredLife(Guid Id, Guid ClientId, string Currency, DateTimeOffset? TrialEnds, DateTimeOffset StartAt, DateTimeOffset? EndedAt, ValueList<MirroredStep> Steps);

/// <summary>A trial.</summary>
/// <param name="TrialEnds">UTC.</param>
/// <param name="CanceledAt">When its subscription ended, UTC; null while it has not.</param>
internal sealed record TriedLife(DateTimeOffset TrialEnds, DateTimeOffset? CanceledAt);

/// <summary>What all subscriptions were worth, and when: those that we bill, by their plans, and those that Stripe bills, by what it asks for.</summary>
internal sealed record WholeRevenue(IReadOnlyList<SubscriptionLife> Lives, IReadOnlyDictionary<PlanId, Plan> Plans, IReadOnlyList<MirroredLife> Mirrored)
{
    /// <summary>What any of them is billed in, in the order of their codes.</summary>
    public IEnumerable<Currency> Currencies => Lives.Select(life => life.Currency).Concat(Mirrored.Select(life => life.Currency)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Currency.Parse);

    /// <summary>What comes in each month, in one currency.</summary>
    public RecurringRevenue In(Currency currency) => new(Lives.Where(life => life.Currency == currency.Code), Plans, currency, Mirrored.Where(life => life.Currency == currency.Code));

    /// <summary>The trials there were, in one currency.</summary>
    public IEnumerable<TriedLife> TrialsIn(Currency currency) => Lives.Where(life => life.Tried && life.Currency == currency.Code).Select(life => new TriedLife(life.TrialEnds, life.CanceledAt))
        .Concat(Mirrored.Where(life => life.TrialEnds > life.StartAt && life.Currency == currency.Code).Select(life => new TriedLife(life.TrialEnds!.Value, life.EndedAt)));
}
