using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Whose work it is, where no request says so: in messages and mails.</summary>
internal sealed class Organisations(IEnumerable<IOrganisations> known)
{
    /// <summary>The organisation; null when there is none (any more).</summary>
    public async Task<Organisation?> Find(TenantId tenant, CancellationToken stop)
    {
        foreach (var one in known)
            if (await one.Find(tenant, stop) is { } organisation) return organisation;
        return null;
    }
}
