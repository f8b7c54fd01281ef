using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>Everything about coupons.</summary>
internal static class CouponEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        CouponLine.Map(app);
        CouponCard.Map(app);
        OfferCoupon.Map(app);
        GiveCoupon.Map(app);
        UseCoupon.Map(app);
        WithdrawCoupon.Map(app);
    }
}
