namespace Billing.Usage;

/// <summary>Takes something off what is due: a fixed amount or a share of what the coupons before it left, never more than there is. 100 with coupons of 10 and 110 (Lago, taxes_on_invoice_spec): 10, then 90.</summary>
/// <param name="Fixed">In major units; null for a share.</param>
/// <param name="Percent">In hundredths; null for an amount.</param>
internal sealed record CouponValue(Exact? Fixed, Exact? Percent)
{
    /// <summary>What it takes off.</summary>
    public Exact Off(Exact due) => !due.IsPositive ? 0 : Exact.Least(due, Percent is { } share ? due.Percent(share) : Fixed ?? 0);

    public override string ToString() => Percent is { } share ? $"{share} %" : $"{Fixed}";
}
