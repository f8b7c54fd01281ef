using Billing.EventStore;

namespace Billing.Usage;

/// <summary>A coupon as lists show it.</summary>
internal sealed record CouponRow(Guid Id, string Code, string Name, decimal? OffAmount, string? OffCurrency, decimal? Share, int? Periods, int Clients, int Uses, bool Withdrawn, int? Most, DateOnly? ValidUntil, int Redeemed, long Version);

internal sealed class CouponRows : Projection<CouponRow>
{
    public CouponRows() : base("usage.coupons", new RowTable<CouponRow>("usage_coupons"), Lifecycle.Inline, inlineStream: Coupon.Alias)
    {
        CoversAll<CouponEvent>();
        Uses<CouponOffered>((_, e, at) => new CouponRow(at.StreamId, e.Code, e.Name, e.Off?.Amount, e.Off?.Currency.Code, e.Share?.Value, e.Periods, 0, 0, false, e.Most, e.ValidUntil, 0, at.Version));
        Uses<CouponGiven>((row, _, at) => row! with { Clients = row.Clients + 1, Version = at.Version });
        Uses<CouponTakenAway>((row, _, at) => row! with { Clients = row.Clients - 1, Version = at.Version });
        Uses<CouponUsed>((row, _, at) => row! with { Uses = row.Uses + 1, Version = at.Version });
        Uses<CouponRedeemed>((row, _, at) => row! with { Redeemed = row.Redeemed + 1, Version = at.Version });
        Uses<CouponWithdrawn>((row, _, at) => row! with { Withdrawn = true, Version = at.Version });
    }
}
