using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A coupon is given to nobody any more, and takes nothing off; what it took off stays off.</summary>
internal static class WithdrawCoupon
{
    public static Decision<CouponEvent> Decide(Coupon coupon) => coupon.Withdrawn ? Decision.Nothing : new CouponWithdrawn();

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/coupons/{id}/withdraw", (CouponId id, Commands<Coupon> coupons, CancellationToken stop) => coupons.Decide<CouponEvent>(id.Value, Decide, now => CouponCard.Of(id, now), stop))
        .Produces<CouponCard>().Requires(Permission.ArrangeUsage).WithSummary("Withdraw a coupon");
}
