using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>Usage of some days is priced again, by the book as it is now. Nothing else ever prices a record twice.</summary>
/// <param name="From">The first day, UTC.</param>
/// <param name="Until">The day behind the last.</param>
internal sealed record PriceAgain(DateOnly From, DateOnly Until)
{
    private const int MostDays = 400;

    private const string OpenSql = $"""
        select u.id, a.provider, {AiUsageReading.Columns}
        from ai_usage u join ai_accounts a on a.tenant_id = u.tenant_id and a.id = u.account_id
        where u.tenant_id = $1 and u.basis = 'computed' and u.withdrawn_at is null and u.start_at >= $2 and u.start_at < $3
        """;

    private static readonly Refusal DaysWrong = new("price-again-days-wrong", "Usage of 1 to 400 days is priced at a time; until is the day behind the last.");

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/ai/prices/apply", async (PriceAgain command, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            if (command.Until <= command.From || command.Until.DayNumber - command.From.DayNumber > MostDays) return edge.Refused(DaysWrong);
            var (work, book) = (session.Begin(), await AiPriceRows.Book(session, null, stop));
            await work.Load<AiPrices>(AiPrices.Id, stop, fresh: true);
            var rows = await session.Read(OpenSql, ShowUsage.Between(command.From, command.Until), async reader =>
            {
                var all = new List<(string Provider, AiUsageRow Row)>();
                while (await reader.ReadAsync(stop)) all.Add((reader.GetString(1), AiUsageReading.Row(reader, 0, 2)));
                return all;
            }, stop);
            var priced = rows.Select(one => (Before: one.Row, Now: one.Row.Priced(one.Provider, book))).ToList();
            var changed = priced.Where(one => (one.Before.Record.Cost, one.Before.PriceId, one.Before.Unpriced) != (one.Now.Record.Cost, one.Now.PriceId, one.Now.Unpriced)).Select(one => one.Now).ToList();
            var unpriced = priced.Count(one => one.Now.Unpriced is not null);
            if (changed.Count > 0)
            {
                work.Decide<AiPrices, AiPricesEvent>(AiPrices.Id, _ => new AiUsagePricedAgain(command.From, command.Until, changed.Count, unpriced));
                work.Also(AiUsageStatements.Price(changed));
            }
            return await edge.Commit(work, Answer.Of(new AiPricedAgainPage(changed.Count, unpriced)), stop);
        })
        .Produces<AiPricedAgainPage>().Requires(Permission.ArrangeAiCosts).WithSummary("Price usage again by the price book as it is now");
}

/// <summary>What came of pricing usage again.</summary>
/// <param name="Changed">Records that have another cost than before, or another reason for having none.</param>
/// <param name="Unpriced">Records that the book says nothing of.</param>
internal sealed record AiPricedAgainPage(int Changed, int Unpriced);
