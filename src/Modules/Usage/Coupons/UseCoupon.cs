using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A coupon takes something off for a client; each source counts as one of its periods. Telling us twice is harmless.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="Source">What it takes off from.</param>
/// <param name="Due">What is due before it: the coupon takes off its share or its amount, never more than that.</param>
internal sealed record UseCoupon(ClientId ClientId, string Source, Money Due)
{
    public Decision<CouponEvent> Decide(Coupon coupon)
    {
        if (!PlainText.Name(Source, "A source").TryGet(out var source, out var refused)) return refused;
        if (coupon.UsedFor(ClientId, source) is not null) return Decision.Nothing;
        if (coupon.Withdrawn) return CouponNo.Withdrawn;
        if (!coupon.Given.ContainsKey(ClientId)) return CouponNo.NotGiven;
        if (coupon.UsedBy(ClientId) >= coupon.Periods) return CouponNo.UsedUp;
        if (!Due.IsPositive) return WalletNo.NotPositive;
        if (coupon.Off is { } off && off.Currency != Due.Currency) return new Refusal("wrong-currency", $"This coupon takes off {off.Currency}. Enter an amount in {off.Currency}.").With("currency", off.Currency.Code);
        return coupon.Value.Off(Due).ToMoney(Due.Currency).TryGet(out var amount, out var tooLarge) ? new CouponUsed(ClientId, source, amount) : tooLarge;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/coupons/{id}/uses", (CouponId id, UseCoupon command, Commands<Coupon> coupons, CancellationToken stop) => coupons.Decide(id.Value, command.Decide, now => CouponCard.Of(id, now), stop))
        .Produces<CouponCard>().Requires(Permission.ArrangeUsage).WithSummary("Take a coupon's value off what a client owes; one source counts once");
}
