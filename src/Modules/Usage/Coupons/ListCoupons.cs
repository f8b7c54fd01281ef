using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>A coupon in the list.</summary>
/// <param name="Off">A fixed amount that it takes off; null for a share.</param>
/// <param name="Share">The share that it takes off; null for an amount.</param>
/// <param name="Periods">For how many periods it holds; null is forever.</param>
/// <param name="Clients">How many have it.</param>
/// <param name="Uses">How often it took something off usage.</param>
/// <param name="Most">To so many it is given or redeemed at most; null for any number.</param>
/// <param name="ValidUntil">The last day on which it is given or redeemed; null for ever.</param>
/// <param name="Redeemed">How often it was redeemed, by subscriptions and the like.</param>
internal sealed record CouponLine(CouponId Id, string Code, string Name, Money? Off, Percentage? Share, int? Periods, int Clients, int Uses, bool Withdrawn, int? Most, DateOnly? ValidUntil, int Redeemed, long Version)
{
    private static readonly Dictionary<string, SortField> Fields = new() { ["code"] = new("c.code", NpgsqlDbType.Text), ["name"] = new("lower(c.name)", NpgsqlDbType.Text) };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/coupons", async (Session session, CancellationToken stop, bool? withdrawn = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            var query = new ListQuery(Fields, new("c.id", NpgsqlDbType.Uuid));
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            query.Filter("c.withdrawn = @", withdrawn, NpgsqlDbType.Boolean);
            if (query.Sort(sort, "code") is { } unsorted) return unsorted;
            if (query.After(cursor) is { } lost) return lost;
            var rows = limit ?? Limit.Default;
            return await session.Read(
                $"""
                select c.id, c.code, c.name, c.off_amount, c.off_currency, c.share, c.periods, c.clients, c.uses, c.withdrawn, c.most, c.valid_until, c.redeemed, c.version{query.CursorColumns}
                from usage_coupons c
                where c.tenant_id = $1{query.Where}{query.Tail(rows)}
                """,
                query.Values, async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 14, Of, stop)), stop);
        })
        .Produces<Page<CouponLine>>().Requires(Permission.SeeUsage).WithSummary("The coupons");

    private static CouponLine Of(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : new Money(row.GetDecimal(3), Currency.Parse(row.GetString(4))), row.IsDBNull(5) ? null : new Percentage(row.GetDecimal(5)),
        row.IsDBNull(6) ? null : row.GetInt32(6), row.GetInt32(7), row.GetInt32(8), row.GetBoolean(9),
        row.IsDBNull(10) ? null : row.GetInt32(10), row.IsDBNull(11) ? null : row.GetFieldValue<DateOnly>(11), row.GetInt32(12), row.GetInt64(13));
}
