using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Invoicing;

/// <summary>The room that printed documents take, in thousand millions of bytes.</summary>
internal sealed class PapersStored : IEntitledUse
{
    private const string Sum = "select coalesce(sum(octet_length(bytes)), 0) / 1e9 from invoicing_kept_papers where tenant_id = $1";

    public string Name => "storage_gb";

    public Task<decimal> Used(Session session, CancellationToken stop) => session.Read(Sum, [], async row => await row.ReadAsync(stop) ? row.GetDecimal(0) : 0, stop);
}
