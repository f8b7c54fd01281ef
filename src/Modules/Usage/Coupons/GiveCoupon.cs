using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A client gets a coupon.</summary>
/// <param name="ClientId">Who.</param>
internal sealed record GiveCoupon(ClientId ClientId)
{
    public static Decision<CouponEvent> Decide(Coupon coupon, BilledClient? client, DateOnly today)
    {
        if (client is null) return WalletNo.UnknownClient;
        if (coupon.Given.ContainsKey(new ClientId(client.Id))) return Decision.Nothing;
        if (coupon.Over(today) is { } over) return over;
        return client.IsActive ? new CouponGiven(new ClientId(client.Id), today) : WalletNo.ClientNotActive(client.Name);
    }

    /// <summary>The client has it no longer.</summary>
    public static Decision<CouponEvent> TakeAway(Coupon coupon, ClientId client) => coupon.Given.ContainsKey(client) ? new CouponTakenAway(client) : Decision.Nothing;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/coupons/{id}/clients", async (CouponId id, GiveCoupon command, Commands<Coupon> coupons, Session session, WalletWork work, [FromServices] IInvoicing invoicing, CancellationToken stop) =>
        {
            var client = await invoicing.Client(session, command.ClientId.Value, stop);
            return await coupons.Decide(id.Value, coupon => Decide(coupon, client, work.Today), now => CouponCard.Of(id, now), stop);
        })
        .Produces<CouponCard>().Requires(Permission.ArrangeUsage).WithSummary("Give a coupon to a client");

        app.MapPost("/api/coupons/{id}/clients/take-away", (CouponId id, GiveCoupon command, Commands<Coupon> coupons, CancellationToken stop) =>
            coupons.Decide(id.Value, coupon => TakeAway(coupon, command.ClientId), now => CouponCard.Of(id, now), stop))
        .Produces<CouponCard>().Requires(Permission.ArrangeUsage).WithSummary("Take a coupon away from a client; what it took off stays off");
    }
}
