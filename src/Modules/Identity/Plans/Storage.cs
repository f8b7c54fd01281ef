using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Identity;

/// <summary>How much room an organisation's files take, and whether one more has room. What was issued is always printed and kept, with or without it.</summary>
internal sealed class Storage(IEnumerable<IEntitlements> plans, IEnumerable<IEntitledUse> uses)
{
    /// <summary>The name of the entitlement, in thousand millions of bytes.</summary>
    public const string Entitlement = "storage_gb";

    /// <summary>Bytes of one.</summary>
    public const decimal Gigabyte = 1_000_000_000;

    /// <summary>Why a file that somebody brings is not taken, or null.</summary>
    public async Task<Refusal?> Full(Session session, long bytes, CancellationToken stop)
    {
        if (Allowed.Of(plans, session.Tenant, Entitlement) is not { Most: { } most } allowed) return null;
        var used = await Allowed.Used(uses, session, Entitlement, stop);
        return used + (bytes / Gigabyte) <= most ? null : new Refusal(
            "plan-storage-full", $"{allowed.Named} has room for {most} GB of files, and this one has none any more. Choose a larger plan.").With("entitlement", Entitlement).With("limit", most).With("plan", allowed.Plan);
    }
}

/// <summary>The room that logos take.</summary>
internal sealed class LogosStored : IEntitledUse
{
    private const string Sum = "select coalesce(sum(octet_length(bytes)), 0) / 1e9 from identity_logos where tenant_id = $1";

    public string Name => Storage.Entitlement;

    public async Task<decimal> Used(Session session, CancellationToken stop) => await session.One(Sum, row => row.GetDecimal(0), stop);
}
