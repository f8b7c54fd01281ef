namespace Billing.Identity.Contracts;

/// <summary>A module in which organisations record what binds them towards others, such as numbered invoices: their time is everybody's.</summary>
public interface IBinding
{
    /// <summary>Whether an organisation has recorded such a thing.</summary>
    Task<bool> HasBound(TenantId organisation, CancellationToken stop);
}
