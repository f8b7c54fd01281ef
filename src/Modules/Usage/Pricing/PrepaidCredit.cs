namespace Billing.Usage;

/// <summary>Prepaid credit that may pay something.</summary>
/// <param name="Id">Under which it is used.</param>
/// <param name="Balance">What is left of it.</param>
/// <param name="Priority">The lowest number is used first.</param>
/// <param name="ExpiresOn">The last day on which it can be used; null for never.</param>
/// <param name="Scope">The meters or kinds of charges that it pays; empty pays everything.</param>
internal sealed record PrepaidCredit(string Id, Money Balance, int Priority, DateOnly? ExpiresOn, IReadOnlyList<string> Scope)
{
    /// <summary>Whether it may pay for that on that day.</summary>
    public bool Pays(string? what, DateOnly on, Currency currency) =>
        Balance.Currency == currency && Balance.IsPositive && !(ExpiresOn < on) && (Scope.Count == 0 || (what is not null && Scope.Contains(what, StringComparer.Ordinal)));

    /// <summary>
    /// Which credit pays how much of what is due: by priority, then what expires first, then as given. No credit falls below nothing, and no more is paid than is due.
    /// Due 50 with 30 (priority 1) and 40 (priority 2): 30 and 20.
    /// </summary>
    public static IReadOnlyList<CreditUse> Spend(IEnumerable<PrepaidCredit> credits, Money due, string? what, DateOnly on)
    {
        var (uses, left) = (new List<CreditUse>(), due);
        foreach (var credit in credits.Where(credit => credit.Pays(what, on, due.Currency)).OrderBy(credit => credit.Priority).ThenBy(credit => credit.ExpiresOn ?? DateOnly.MaxValue))
        {
            if (!left.IsPositive) break;
            var used = credit.Balance < left ? credit.Balance : left;
            uses.Add(new CreditUse(credit.Id, used));
            left -= used;
        }
        return uses;
    }
}

/// <summary>What of a credit was used.</summary>
/// <param name="Id">Which credit.</param>
internal sealed record CreditUse(string Id, Money Amount);
