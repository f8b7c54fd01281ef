namespace Billing.Identity.Contracts;

/// <summary>What is known of the organisations that are gone, for whoever runs the product and is asked for it.</summary>
public interface IRemovals
{
    /// <summary>All of them, the latest first.</summary>
    Task<IReadOnlyList<RemovedOrganisation>> All(CancellationToken stop);
}

/// <summary>An organisation of which nothing is left, or soon will be.</summary>
/// <param name="Organisation">Its key.</param>
/// <param name="BegunAt">Since when nothing personal of it can be read, UTC.</param>
/// <param name="EndedAt">Since when nothing at all is left, UTC; null while it is being removed.</param>
/// <param name="Entries">How many entries its audit trail had.</param>
/// <param name="Hash">The hash of the last one, in hexadecimal, as an anchor of it says; null without entries.</param>
public sealed record RemovedOrganisation(TenantId Organisation, DateTimeOffset BegunAt, DateTimeOffset? EndedAt, long Entries, string? Hash);
