using Billing.EventStore;

namespace Billing.Usage.Contracts;

/// <summary>The coupons there are, for modules that take them off what they bill. Those keep what a coupon takes off, and count its periods; here it is kept how often it was redeemed.</summary>
public interface ICoupons
{
    /// <summary>The coupon of a code; null when there is none.</summary>
    /// <param name="session">The organisation's whose coupons they are.</param>
    /// <param name="code">As people write it.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<OfferedCoupon?> Find(Session session, string code, CancellationToken stop);

    /// <summary>Redeems a coupon if, and only if, the work commits; told again for one source, it is redeemed once.</summary>
    /// <param name="work">What it belongs to: when the coupon changes meanwhile, it does not commit.</param>
    /// <param name="code">The coupon's.</param>
    /// <param name="client">Whose it is.</param>
    /// <param name="source">For what, such as the id of a subscription.</param>
    /// <param name="today">The day where the organisation is.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Why it cannot be, or null.</returns>
    Task<Refusal?> Redeem(Work work, string code, Guid client, string source, DateOnly today, CancellationToken stop);
}

/// <summary>What a coupon takes off: an amount or a share.</summary>
/// <param name="Code">As people write it; it stays.</param>
/// <param name="Name">As it stands on invoices.</param>
/// <param name="Off">A fixed amount of each period; null for a share.</param>
/// <param name="Share">The share of what is due; null for an amount.</param>
/// <param name="Periods">For how many periods it holds; null is forever.</param>
/// <param name="Withdrawn">Whether it takes nothing off any more.</param>
public sealed record OfferedCoupon(string Code, string Name, Money? Off, Percentage? Share, int? Periods, bool Withdrawn);
