using System.Text.RegularExpressions;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>There is a coupon.</summary>
/// <param name="Code">As people write it: 2 to 40 capital letters, digits and hyphens; once in the organisation.</param>
/// <param name="Name">As it stands on invoices.</param>
/// <param name="Off">A fixed amount that it takes off; or else a share.</param>
/// <param name="Share">The share that it takes off, up to 100 %.</param>
/// <param name="Periods">For how many periods it holds: 1 is once; left out: forever.</param>
/// <param name="Most">To so many clients and subscriptions it is given at most; left out: any number.</param>
/// <param name="ValidUntil">The last day on which it is given; left out: for ever.</param>
internal sealed partial record OfferCoupon(string Code, string Name, Money? Off = null, Percentage? Share = null, int? Periods = null, int? Most = null, DateOnly? ValidUntil = null)
{
    public Decision<CouponEvent> Decide()
    {
        if (!CodePattern().IsMatch(Code)) return CouponNo.BadCode;
        if (!PlainText.Name(Name, "A coupon").TryGet(out var name, out var refused)) return refused;
        if (Off is null == Share is null) return CouponNo.AmountOrShare;
        if (Off is { IsPositive: false } || Share is { Value: <= 0 or > 100 }) return CouponNo.BadValue;
        if (Most is < 1 or > 1_000_000_000) return CouponNo.BadMost;
        return Periods is < 1 or > 1200 ? CouponNo.BadPeriods : new CouponOffered(Code, name, Off, Share, Periods, Most, ValidUntil);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/coupons", (OfferCoupon command, Commands<Coupon> coupons, Session session, CancellationToken stop) =>
        {
            var id = new CouponId(session.NewId());
            return coupons.Start(id.Value, _ => command.Decide(), now => CouponCard.Of(id, now), $"/api/coupons/{id}", stop);
        })
        .Produces<CouponCard>(201).Requires(Permission.ArrangeUsage).WithSummary("Offer a coupon");

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9-]{1,39}\z")]
    private static partial Regex CodePattern();
}
