using Billing.EventStore;
using Billing.Usage.Contracts;
using Npgsql;

namespace Billing.Usage;

/// <summary>A coupon is redeemed for something that another module bills.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="Source">For what; one source redeems it once.</param>
internal sealed record RedeemCoupon(ClientId ClientId, string Source)
{
    public Decision<CouponEvent> Decide(Coupon coupon, DateOnly today)
    {
        if (coupon.Redeemed.ContainsKey(Source)) return Decision.Nothing;
        return coupon.Over(today) is { } over ? over : new CouponRedeemed(ClientId, Source, today);
    }
}

/// <summary>Tells other modules of the coupons.</summary>
internal sealed class KnownCoupons : ICoupons
{
    public async Task<OfferedCoupon?> Find(Session session, string code, CancellationToken stop)
    {
        if (await Id(session, code, stop) is not { } id) return null;
        var coupon = (await session.Streams<Coupon>().Load(id, stop)).State;
        return new OfferedCoupon(coupon.Code, coupon.Name, coupon.Off, coupon.Share, coupon.Periods, coupon.Withdrawn);
    }

    public async Task<Refusal?> Redeem(Work work, string code, Guid client, string source, DateOnly today, CancellationToken stop)
    {
        if (await Id(work.Session, code, stop) is not { } id) return CouponNo.Unknown;
        await work.Load<Coupon>(id, stop, fresh: true);
        return work.Decide<Coupon, CouponEvent>(id, coupon => new RedeemCoupon(new ClientId(client), source).Decide(coupon, today));
    }

    private static Task<Guid?> Id(Session session, string code, CancellationToken stop) => session.Read(
        "select id from usage_coupons where tenant_id = $1 and code = $2", [new NpgsqlParameter<string> { TypedValue = code }], async reader => await reader.ReadAsync(stop) ? reader.GetGuid(0) : (Guid?)null, stop);
}
