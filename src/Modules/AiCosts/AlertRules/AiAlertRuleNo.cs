namespace Billing.AiCosts;

/// <summary>Why a rule of alerts cannot be.</summary>
internal static class AiAlertRuleNo
{
    public static readonly Refusal Dropped = new("ai-alert-rule-dropped", "This rule was dropped. Write another one.");
    public static readonly Refusal Many = new Refusal("ai-alert-rules-many", $"There are {AiAlertRules.Most} rules of your own already. Drop one that you do not need.").With("most", AiAlertRules.Most);
    public static readonly Refusal Usual = new("ai-alert-rule-usual", "The usual rule of a kind stays. Switch it off instead.");
    public static readonly Refusal OfBudgets = new("ai-alert-rule-of-budgets", "Budgets have thresholds of their own. Open a budget, or arrange the thresholds of one.");
    public static readonly Refusal NameLong = new("ai-alert-rule-name-long", "The name of a rule has at most 100 characters. Leave it out to call the rule by what it looks for.");
    public static readonly Refusal ScopeUnclear = new("ai-alert-rule-scope-unclear", "A rule looks at the whole organisation, at one account, at a provider, or at one tag of at most 50 characters; the one about budgets at all of them. Name what its scope asks for, and nothing else.");
    public static readonly Refusal AccountUnknown = new("ai-alert-rule-account-unknown", "There is no such account, or it is archived. Choose one that is followed.");
    public static readonly Refusal TermsUnclear = new("ai-alert-rule-terms-unclear", "Hours belong to accounts that nobody has read, minutes to services that are down, an amount to balances, a severity to days that stand out, and a level to all but budgets. Leave out what does not belong to this rule.");
    public static readonly Refusal HoursWrong = new("ai-alert-rule-hours-wrong", "An account counts as not read after 1 to 720 hours.");
    public static readonly Refusal MinutesWrong = new("ai-alert-rule-minutes-wrong", "A service counts as down after 1 to 1440 minutes.");
    public static readonly Refusal AmountWrong = new("ai-alert-rule-amount-wrong", "A balance is low below an amount that is more than nothing. Leave it out to be told when nothing is left.");
}
