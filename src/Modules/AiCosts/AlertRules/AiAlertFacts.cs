namespace Billing.AiCosts;

/// <summary>How it stands with an account.</summary>
/// <param name="IsFollowed">Neither paused nor archived.</param>
/// <param name="FirstReading">When it was read first, UTC; null: never.</param>
/// <param name="LastRead">When a reading came to its end last, UTC; null: never.</param>
/// <param name="Down">For how long the provider has not answered, as far as it was asked; null: it does.</param>
/// <param name="HasUnpriced">Whether the price book says nothing of some of its usage of this month or the last.</param>
/// <param name="Balances">What is left of what was paid before, by currency; none where the provider does not tell.</param>
internal sealed record AiAccountFacts(
    Guid Id, string Provider, IReadOnlyList<string> Tags, AiCredentialState Credential, bool IsFollowed, int EveryMinutes, DateTimeOffset? FirstReading, DateTimeOffset? LastRead, TimeSpan? Down, bool HasUnpriced, IReadOnlyList<Cost> Balances);

/// <summary>A day of an account that stands out.</summary>
internal sealed record AiDayFacts(Guid Account, DateOnly Day, AnomalySeverity Severity);

/// <summary>The highest threshold of a budget that is reached this month.</summary>
internal sealed record AiBudgetFacts(Guid Budget, DateOnly Month, Percentage At, AlertLevel Level);

/// <summary>How it stands with all that rules look at.</summary>
internal sealed record AiAlertFacts(DateTimeOffset Now, IReadOnlyList<AiAccountFacts> Accounts, IReadOnlyList<AiDayFacts> Days, IReadOnlyList<AiBudgetFacts> Budgets)
{
    /// <summary>Between two readings nobody has read an account for as long as it waits, and an hour more.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <summary>What a rule makes of it: one alert for each cause.</summary>
    public IEnumerable<AiAlertRaised> Found(Guid id, AiAlertRule rule)
    {
        if (rule.IsOff || rule.IsDropped) return [];
        Guid? own = AiAlertRules.UsualOf(id) is null ? id : null;
        if (rule.Kind == AiAlertKind.Budget) return Budgets.Select(one => new AiAlertRaised(rule.Kind, one.Level, null, one.Budget, one.Month, one.At, own));
        var covered = Accounts.Where(one => rule.Covers(one.Id, one.Provider, one.Tags)).ToDictionary(one => one.Id);
        if (rule.Kind == AiAlertKind.Anomaly)
            return from day in Days
                   where day.Severity >= (rule.Severity ?? AnomalySeverity.Medium) && covered.ContainsKey(day.Account)
                   group day.Severity by (day.Account, day.Day) into same // of two currencies of an account the worse one is told
                   select new AiAlertRaised(rule.Kind, rule.Level ?? (same.Max() >= AnomalySeverity.High ? AlertLevel.Critical : AlertLevel.Warning), same.Key.Account, null, same.Key.Day, null, own);
        return covered.Values.Where(account => IsSo(rule, account)).Select(account => new AiAlertRaised(rule.Kind, rule.Level ?? AlertLevel.Warning, account.Id, null, null, null, own));
    }

    private bool IsSo(AiAlertRule rule, AiAccountFacts account) => rule.Kind switch
    {
        AiAlertKind.Unpriced => account.HasUnpriced,
        AiAlertKind.CredentialRejected => account is { IsFollowed: true, Credential: AiCredentialState.Rejected },
        AiAlertKind.SyncStale => account is { IsFollowed: true, Credential: AiCredentialState.Kept } && IsStale(account, TimeSpan.FromHours(rule.Hours ?? AiAlertRules.UsualHours)),
        AiAlertKind.ServiceDown => account is { IsFollowed: true, Credential: AiCredentialState.Kept } && account.Down >= TimeSpan.FromMinutes(rule.Minutes ?? AiAlertRules.UsualMinutes),
        AiAlertKind.BalanceLow => account is { IsFollowed: true, Credential: AiCredentialState.Kept } && IsLow(account.Balances, rule.Amount),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private bool IsStale(AiAccountFacts account, TimeSpan limit)
    {
        var pause = TimeSpan.FromMinutes(account.EveryMinutes) + Grace;
        var before = Now - (limit > pause ? limit : pause);
        return account.FirstReading < before && !(account.LastRead > before);
    }

    /// <summary>Without an amount: nothing is left in any currency. With one: too little in its currency; what is left in another says nothing of it.</summary>
    private static bool IsLow(IReadOnlyList<Cost> balances, Money? amount) =>
        amount is { } least ? balances.Any(left => left.Currency == least.Currency && left.Amount < least.Amount) : balances.Count > 0 && balances.All(left => left.Amount <= 0);
}
