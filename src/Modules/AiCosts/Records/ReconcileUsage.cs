using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>A day of an account: what its provider says, and what the price book makes of its tokens.</summary>
/// <param name="Day">UTC.</param>
/// <param name="LeftOut">Usage of a kind that the money report never has; it stands by itself and is in no sum.</param>
/// <param name="Reported">Null: the money report has nothing.</param>
/// <param name="Computed">Null: there was no usage with a price.</param>
/// <param name="Variance">Reported less computed. It is shown, and not repaired.</param>
/// <param name="Share">Hundredths of the computed; null where there is none.</param>
/// <param name="Reason">Why they differ, as far as the figures tell.</param>
internal sealed record AiReconciledDay(DateOnly Day, bool LeftOut, Cost? Reported, Cost? Computed, Cost Variance, string? Share, VarianceReason Reason);

/// <summary>Days of an account in one currency.</summary>
internal sealed record AiReconciliationPage(AiAccountId Account, Currency Currency, IReadOnlyList<AiReconciledDay> Days, Cost Reported, Cost Computed, Cost LeftOut, Cost Variance);

/// <summary>Reported money beside computed.</summary>
internal static class ReconcileUsage
{
    private const int MostDays = 400;

    // Anthropic's costs never have its priority tier.
    private const string Sql = """
        select d.day, d.left_out, d.currency, d.reported, d.computed, d.unpriced,
               exists (select from ai_buckets b where b.tenant_id = $1 and b.account_id = $4 and b.preliminary and (b.start_at at time zone 'UTC')::date = d.day)
        from (
            select (u.start_at at time zone 'UTC')::date as day, a.provider = 'anthropic' and u.basis = 'computed' and coalesce(u.tier, '') like 'priority%' as left_out, coalesce(u.currency, 'USD') as currency,
                   sum(u.cost) filter (where u.basis = 'reported') as reported, sum(u.cost) filter (where u.basis = 'computed') as computed, count(u.unpriced)::integer as unpriced
            from ai_usage u join ai_accounts a on a.tenant_id = u.tenant_id and a.id = u.account_id
            where u.tenant_id = $1 and u.account_id = $4 and u.withdrawn_at is null and u.basis in ('reported', 'computed') and u.start_at >= $2 and u.start_at < $3
            group by 1, 2, 3) d
        order by 3, 1, 2
        """;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/ai/accounts/{id}/reconciliation", async (AiAccountId id, Session session, Streams<AiAccount> accounts, CancellationToken stop, DateOnly? from = null, DateOnly? until = null) =>
        {
            if (await accounts.Peek(id.Value, stop) is { Exists: false }) return (IResult)Problems.NotFound;
            var today = DateOnly.FromDateTime(session.Now.UtcDateTime);
            var (first, end) = (from ?? today.AddDays(-29), until ?? today.AddDays(1));
            if (end <= first || end.DayNumber - first.DayNumber > MostDays) return Problems.BadRequest(new Fault("?until", $"Ask for 1 to {MostDays} days: until is the day behind the last."));
            var pairs = await session.Read(Sql, [.. ShowUsage.Between(first, end), new NpgsqlParameter<Guid> { TypedValue = id.Value }], async row =>
            {
                var all = new List<(DateOnly Day, Currency Currency, ReconciledPair Pair)>();
                while (await row.ReadAsync(stop))
                {
                    var currency = Currency.Parse(row.GetString(2));
                    Cost? Sum(int column) => row.IsDBNull(column) ? null : new Cost(row.GetDecimal(column), currency);
                    all.Add((row.GetFieldValue<DateOnly>(0), currency, new ReconciledPair(row.GetFieldValue<DateOnly>(0).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Sum(3), Sum(4), row.GetInt32(5), row.GetBoolean(6), row.GetBoolean(1))));
                }
                return all;
            }, stop);
            return TypedResults.Ok(new Page<AiReconciliationPage>([.. pairs.GroupBy(one => one.Currency).Select(same => Of(id, same.Key, [.. same.Select(one => (one.Day, one.Pair))]))], null));
        })
        .Produces<Page<AiReconciliationPage>>().Requires(Permission.SeeAiCosts).WithSummary("Reported money of an account beside what the price book makes of its tokens, day by day, by currency");

    private static AiReconciliationPage Of(AiAccountId id, Currency currency, IReadOnlyList<(DateOnly Day, ReconciledPair Pair)> days)
    {
        var held = Reconciliation.Of([.. days.Select(day => day.Pair)], currency);
        return new AiReconciliationPage(
            id, currency, [.. days.Zip(held.Lines, (day, line) => new AiReconciledDay(day.Day, line.Of.LeftOut, line.Of.Reported, line.Of.Computed, line.Variance, line.Share?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture), line.Reason))],
            held.Reported, held.Computed, held.LeftOut, held.Variance);
    }
}
