using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Identity;

/// <summary>Nobody sells anything here: everything is allowed.</summary>
internal sealed class Entitled : IEntitlements
{
    public long? Limit(TenantId organisation, string name) => null;
}

/// <summary>How many of something an organisation's plan allows, and what the plan is called.</summary>
internal sealed record Allowed(long? Most, string? Plan)
{
    /// <summary>The name of the entitlement to so many members and open invitations.</summary>
    public const string Users = "users";

    public static Allowed Of(IEnumerable<IEntitlements> plans, TenantId organisation, string name) => new(plans.Select(plan => plan.Limit(organisation, name)).Min(), plans.Select(plan => plan.Plan(organisation)).FirstOrDefault(plan => plan is not null));

    /// <summary>How much of something an organisation has, in all modules that keep of it.</summary>
    public static async Task<decimal> Used(IEnumerable<IEntitledUse> uses, Session session, string name, CancellationToken stop)
    {
        var used = 0m;
        foreach (var use in uses.Where(use => use.Name == name)) used += await use.Used(session, stop);
        return used;
    }

    /// <summary>How a refusal speaks of the plan.</summary>
    public string Named => $"The plan {Plan ?? "of this organisation"}";
}
