using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>The wallets, in the order in which they pay.</summary>
internal static class ListWallets
{
    private static readonly Dictionary<string, SortField> Fields = new()
    {
        ["priority"] = new("w.priority", NpgsqlDbType.Integer),
        ["name"] = new("lower(w.name)", NpgsqlDbType.Text),
    };

    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/wallets", async (Session session, CancellationToken stop, ClientId? clientId = null, bool? voided = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            var query = new ListQuery(Fields, new("w.id", NpgsqlDbType.Uuid));
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            query.Filter("w.client_id = @", clientId?.Value, NpgsqlDbType.Uuid).Filter("w.voided = @", voided, NpgsqlDbType.Boolean);
            if (query.Sort(sort, "priority") is { } unsorted) return unsorted;
            if (query.After(cursor) is { } lost) return lost;
            var rows = limit ?? Limit.Default;
            return await session.Read(
                $"""
                select w.id, w.client_id, w.name, w.currency, w.balance, w.priority, w.expires_on, w.scope, w.rule_below, w.rule_amount, w.voided, w.version{query.CursorColumns}
                from usage_wallets w
                where w.tenant_id = $1{query.Where}{query.Tail(rows)}
                """,
                query.Values, async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 12, Of, stop)), stop);
        })
        .Produces<Page<WalletCard>>().Requires(Permission.SeeUsage).WithSummary("The wallets, those first that pay first");

    private static WalletCard Of(NpgsqlDataReader row)
    {
        var currency = Currency.Parse(row.GetString(3));
        return new WalletCard(
            new(row.GetGuid(0)), new(row.GetGuid(1)), row.GetString(2), new Money(row.GetDecimal(4), currency), row.GetInt32(5), row.IsDBNull(6) ? null : row.GetFieldValue<DateOnly>(6),
            System.Text.Json.JsonSerializer.Deserialize<string[]>(row.GetString(7), Json.Options)!, row.IsDBNull(8) ? null : new WalletRule(new Money(row.GetDecimal(8), currency), new Money(row.GetDecimal(9), currency)), row.GetBoolean(10), row.GetInt64(11));
    }
}
