using System.Text.RegularExpressions;

namespace Billing.Subscriptions;

/// <summary>How plans and what is in them are called by programs.</summary>
internal static partial class PlanCode
{
    /// <summary>Whether a text can be the code of a plan, a family or a component.</summary>
    public static bool IsOne(string? text) => text is not null && Code().IsMatch(text);

    /// <summary>Whether a text can name an entitlement.</summary>
    public static bool IsEntitlement(string? text) => text is not null && Entitlement().IsMatch(text);

    [GeneratedRegex(@"^[a-z0-9-]{1,64}\z")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,63}\z")]
    private static partial Regex Entitlement();
}
