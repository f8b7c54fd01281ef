using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A coupon.</summary>
/// <param name="Off">A fixed amount that it takes off; null for a share.</param>
/// <param name="Share">The share that it takes off; null for an amount.</param>
/// <param name="Periods">For how many periods it holds; null is forever.</param>
/// <param name="Clients">Who has it, and how far they are with it.</param>
/// <param name="Most">To so many it is given or redeemed at most; null for any number.</param>
/// <param name="ValidUntil">The last day on which it is given or redeemed; null for ever.</param>
/// <param name="Redeemed">How often it was redeemed, by subscriptions and the like.</param>
internal sealed record CouponCard(CouponId Id, string Code, string Name, Money? Off, Percentage? Share, int? Periods, bool Withdrawn, IReadOnlyList<CouponClient> Clients, int? Most, DateOnly? ValidUntil, int Redeemed, long Version)
{
    public static CouponCard Of(CouponId id, Versioned<Coupon> now) => new(id, now.State.Code, now.State.Name, now.State.Off, now.State.Share, now.State.Periods, now.State.Withdrawn,
        [.. now.State.Given.OrderBy(given => given.Value).ThenBy(given => given.Key.Value).Select(given => new CouponClient(given.Key, given.Value, now.State.UsedBy(given.Key), [.. Uses(now.State, given.Key)]))],
        now.State.Most, now.State.ValidUntil, now.State.Redeemed.Count, now.Version);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/coupons/{id}", async (CouponId id, Streams<Coupon> coupons, CancellationToken stop) =>
            await coupons.Load(id.Value, stop) is { Exists: true } now ? (IResult)Answer.Of(Of(id, now), now.Version) : Problems.NotFound)
        .Produces<CouponCard>().Requires(Permission.SeeUsage).WithSummary("A coupon, who has it, and what it took off");

    private static IEnumerable<CouponUse> Uses(Coupon coupon, ClientId client) =>
        coupon.Uses.TryGetValue(client, out var uses) ? uses.OrderBy(use => use.Key, StringComparer.Ordinal).Select(use => new CouponUse(use.Key, use.Value)) : [];
}

/// <summary>A client who has a coupon.</summary>
/// <param name="Since">The day on which it was given.</param>
/// <param name="Used">How often it took something off.</param>
internal sealed record CouponClient(ClientId ClientId, DateOnly Since, int Used, IReadOnlyList<CouponUse> Uses);

/// <summary>What a coupon took off from something.</summary>
internal sealed record CouponUse(string Source, Money Amount);
