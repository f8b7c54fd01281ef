using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>What is left of what was paid before.</summary>
/// <param name="Left">So much; below nothing: it is owed.</param>
/// <param name="ToldAt">When the provider said so, UTC.</param>
internal sealed record AiBalanceLine(Cost Left, DateTimeOffset ToldAt);

/// <summary>Balances of accounts, as their providers last told.</summary>
internal static class AiBalances
{
    private const string KeepSql = "insert into ai_balances (tenant_id, account_id, currency, amount, told_at) values ($1, $2, $3, $4, $5) on conflict (tenant_id, account_id, currency) do update set amount = excluded.amount, told_at = excluded.told_at";

    private const string OfSql = "select amount, currency, told_at from ai_balances where tenant_id = $1 and account_id = $2 order by currency";

    public static Statement Keep(Guid account, AiBalance balance, DateTimeOffset at) => new(
        KeepSql, new NpgsqlParameter<Guid> { TypedValue = account }, AiUsageStatements.Text(balance.Currency.ToUpperInvariant()), new NpgsqlParameter<decimal> { TypedValue = balance.Left }, AiUsageStatements.Moment(at));

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/ai/accounts/{id}/balances", async (AiAccountId id, Session session, Streams<AiAccount> accounts, CancellationToken stop) =>
        {
            if (await accounts.Peek(id.Value, stop) is { Exists: false }) return (IResult)Problems.NotFound;
            return TypedResults.Ok(new Page<AiBalanceLine>(await session.Read(OfSql, [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async row =>
            {
                var all = new List<AiBalanceLine>();
                while (await row.ReadAsync(stop)) all.Add(new(new Cost(row.GetDecimal(0), Currency.Parse(row.GetString(1))), row.GetFieldValue<DateTimeOffset>(2)));
                return all;
            }, stop), null));
        })
        .Produces<Page<AiBalanceLine>>().Requires(Permission.SeeAiCosts).WithSummary("What is left at a provider of what was paid before, as it last told");
}
