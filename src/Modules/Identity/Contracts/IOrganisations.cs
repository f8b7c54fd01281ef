namespace Billing.Identity.Contracts;

/// <summary>The organisations there are, for what is done for each of them: schedules, welcomes after an upgrade.</summary>
public interface IOrganisations
{
    /// <summary>The key of the operator's own: the first there was.</summary>
    TenantId Operator { get; }

    /// <summary>The keys of all that are not deleted.</summary>
    Task<IReadOnlyList<TenantId>> All(CancellationToken stop);

    /// <summary>One organisation's name, time zone, locale and currency; null when there is none (any more).</summary>
    Task<Web.Organisation?> Find(TenantId tenant, CancellationToken stop);

    /// <summary>The key of the one that has this name in addresses, or this key; null when there is none (any more).</summary>
    Task<TenantId?> Called(string name, CancellationToken stop);
}
