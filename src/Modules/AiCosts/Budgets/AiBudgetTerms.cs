namespace Billing.AiCosts;

/// <summary>Why something cannot be done with a budget.</summary>
internal static class AiBudgetNo
{
    public static readonly Refusal NameTaken = new("ai-budget-name-taken", "There is a budget of this name already. Choose another name.");
    public static readonly Refusal Closed = new("ai-budget-closed", "This budget is closed. Open another one.");
    public static readonly Refusal ScopeUnclear = new("ai-budget-scope-unclear", "A budget is for the whole organisation, for one account, for one client, or for one tag of at most 50 characters. Name what its scope asks for, and nothing else.");
    public static readonly Refusal ClientUnknown = new("ai-budget-client-unknown", "There is no such client. Choose another one, or add it.");
    public static readonly Refusal AccountUnknown = new("ai-budget-account-unknown", "There is no such account, or it is archived. Choose one that is followed.");
}

/// <summary>What people agree on for a budget: its name, its amount, and when somebody is told.</summary>
internal sealed record AiBudgetTerms(string Name, Money Amount, ValueList<BudgetThreshold> Thresholds)
{
    /// <param name="thresholds">Own ones; null: 70, 90 and 100 %.</param>
    /// <returns>The terms, or why they are none.</returns>
    public static Result<AiBudgetTerms> Check(string name, Money amount, IReadOnlyList<BudgetThreshold>? thresholds)
    {
        if (!PlainText.Name(name, "A budget", 100).TryGet(out var called, out var refused)) return refused;
        return BudgetTerms.Of(new Cost(amount.Amount, amount.Currency), thresholds).TryGet(out var terms, out refused) ? new AiBudgetTerms(called, amount, [.. terms.Thresholds]) : refused;
    }
}
