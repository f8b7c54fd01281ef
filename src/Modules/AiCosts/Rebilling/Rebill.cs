using System.Globalization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.AiCosts;

/// <summary>Clients are charged for what was spent for them in a month. Doing it again charges nothing twice: what came late, or for somebody else, is made up for by the difference.</summary>
/// <param name="Month">A month that is over, such as 2026-10; of UTC.</param>
internal sealed record Rebill(string Month)
{
    /// <summary>Months are billed one after the other: of what a charge is made is written anew, whether or not there is an event that two at once would fight for.</summary>
    private static readonly Guid TurnOfMonths = new("0193e0c0-0000-7000-8000-0000000000a7");

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/ai/rebilling", async (Rebill command, Session session, RebillMonth month, CommandEdge edge, CancellationToken stop, bool dryRun = false) =>
        {
            if (AiMonth.Read(command.Month) is not { Year: >= 2000 and <= 9998 } from) return (IResult)Problems.BadRequest(new Fault("/month", "A month is written as 2026-10."));
            if (from.AddMonths(1) > DateOnly.FromDateTime(session.Now.UtcDateTime)) return edge.Refused(NotOver);
            using var turn = await session.Turn(TurnOfMonths, stop);
            var work = session.Begin();
            var page = await month.Decide(work, from, dryRun, stop);
            return dryRun ? TypedResults.Ok(page) : await edge.Commit(work, Answer.Of(page), stop);
        })
        .Produces<AiRebilledPage>().Requires(Permission.ArrangeAiCosts).WithSummary("Charge clients for what AI services cost for them in a month, or see what it would come to");

    private static readonly Refusal NotOver = new("ai-month-not-over", "This month is not over. Choose one that is: months end at midnight UTC.");
}

/// <summary>Turns a month into charges.</summary>
internal sealed class RebillMonth(IInvoicing invoicing, Organisation here)
{
    private const int AtOnce = 5_000;
    private const string DropSql = "delete from ai_charged_usage where tenant_id = $1 and charge_id = $2";

    private const string KeepSql = """
        insert into ai_charged_usage (tenant_id, charge_id, place, usage_id, rule_id, basis, amount)
        select $1, $2, p.place, p.usage_id, p.rule_id, p.basis, p.amount from jsonb_to_recordset($3) as p (place integer, usage_id uuid, rule_id uuid, basis varchar, amount numeric)
        """;

    /// <summary>Decides on the charges of all clients; those that cannot be charged are told with the reason, and the others are charged all the same.</summary>
    public async Task<AiRebilledPage> Decide(Work work, DateOnly from, bool dryRun, CancellationToken stop)
    {
        var session = work.Session;
        var month = await AiChargedMonth.Of(session, invoicing, from, stop);
        // What was agreed with a double holds for the client that stays, unless something was agreed with that one.
        var terms = (await AiRebillingTermsRows.All(session, stop)).GroupBy(one => month.Survivors.GetValueOrDefault(one.ClientId, one.ClientId))
            .ToDictionary(same => same.Key, same => same.OrderByDescending(one => one.ClientId == same.Key).Select(one => AiRebillingTerms.Of(one.Markup, one.Margin)).First());
        List<AiRebilledLine> charged = [];
        List<AiUnbilledCost> unbilled = [];
        List<Statement> kept = [];
        foreach (var client in month.Spent.GroupBy(one => one.Client))
        {
            var billed = (await invoicing.Client(session, client.Key, stop))!;
            var margin = true; // fixed for the month, not for each currency
            foreach (var (spent, before) in await Charges(work, client, from, stop))
            {
                var first = before.Revision == 0;
                void Leave(Refusal refusal) => unbilled.Add(new AiUnbilledCost(billed.Id, billed.Name, spent.Cost, refusal.Code, refusal.Sentence));
                if (first && !terms.ContainsKey(client.Key)) Leave(No.WithoutTerms);
                else if (first && !billed.IsActive) Leave(No.NotActive);
                else if (!(before.Rate is { } dated ? dated : await Rate(session, spent.Currency, billed.Currency, month.Period.Through, stop)).TryGet(out var rate, out var missing)) Leave(missing);
                else
                {
                    var agreed = first ? terms[client.Key] : before.Terms;
                    if (first && agreed.Margin is not null && !margin) agreed = RebillingTerms.With(new Percentage(0));
                    var id = AiCharge.Id(client.Key, from, spent.Currency);
                    if (work.Decide<AiCharge, AiChargeEvent>(id, now => now.Bill(new AiChargeDue(client.Key, from, spent.Cost, agreed, rate))) is { } refusal)
                    {
                        Leave(refusal);
                        continue;
                    }
                    var after = (await work.Load<AiCharge>(id, stop)).State;
                    if (agreed.Margin is not null && !spent.Cost.IsZero) margin = false;
                    if (after.Revision != before.Revision) Post(work, id, after, spent, month.Period, billed);
                    if (after.Revision > 0) kept.AddRange(Kept(id, spent)); // other records may be behind the same amount
                    if (after.Revision > 0) charged.Add(AiRebilledLine.Of(id, billed, before, after, spent));
                }
            }
        }
        if (!work.IsEmpty) kept.ForEach(work.Also);
        else if (!dryRun && kept.Count > 0) await session.Write(kept);
        return new AiRebilledPage(from.ToString("yyyy-MM", CultureInfo.InvariantCulture), dryRun, charged, unbilled, month.Unallocated);
    }

    /// <summary>What was charged before comes first: the month's margin stays where it is.</summary>
    private static async Task<List<(AiSpentFor Spent, AiCharge Before)>> Charges(Work work, IEnumerable<AiSpentFor> client, DateOnly from, CancellationToken stop)
    {
        List<(AiSpentFor Spent, AiCharge Before)> charges = [];
        foreach (var spent in client) charges.Add((spent, (await work.Load<AiCharge>(AiCharge.Id(spent.Client, from, spent.Currency), stop, fresh: true)).State));
        return [.. charges.OrderByDescending(one => one.Before is { Revision: > 0, Terms.Margin: not null })];
    }

    private async Task<Result<ConversionRate>> Rate(Session session, Currency from, Currency to, DateOnly on, CancellationToken stop)
    {
        if (from == to) return ConversionRate.Same(from, on);
        return (await invoicing.Rate(session, from, to, on, stop)).TryGet(out var rate, out var missing) ? new ConversionRate(from, to, rate.Rate, rate.On, rate.Source) : missing;
    }

    private void Post(Work work, Guid id, AiCharge charge, AiSpentFor spent, Period period, BilledClient client)
    {
        var today = LocalDay.Of(work.At, here.TimeZone);
        var words = (client.Language ?? here.Locale).StartsWith("de", StringComparison.OrdinalIgnoreCase) ? "KI-Dienste" : "AI services";
        if (charge.Amount.IsZero) new TakeBackCharge(ChargedMonths.Module, ChargedMonths.Kind, id.ToString(), charge.Revision, today).With(work);
        else
            new PostCharge(
                ChargedMonths.Module, ChargedMonths.Kind, id.ToString(), charge.Revision, charge.Client, spent.Currency == charge.Amount.Currency ? words : $"{words}, {spent.Currency}", Quantity.One, new UnitPrice(charge.Amount.Amount), charge.Amount.Currency, today, period, Group: words).With(work);
    }

    /// <summary>What keeps of which records a charge is made.</summary>
    private static List<Statement> Kept(Guid id, AiSpentFor spent) =>
    [
        new Statement(DropSql, ChargedMonths.Id(id)),
        .. spent.Parts.Index().Chunk(AtOnce).Select(some => new Statement(KeepSql, ChargedMonths.Id(id), AiUsageStatements.Jsonb(some.Select(part => new { Place = part.Index, UsageId = part.Item.Of.Id, RuleId = part.Item.Rule, Basis = ChargedMonths.Word(part.Item.Basis), part.Item.Cost.Amount })))),
    ];

    private static class No
    {
        public static readonly Refusal WithoutTerms = new("ai-rebilling-terms-missing", "Nothing is agreed with this client. Agree a markup or a margin, and bill the month again.");
        public static readonly Refusal NotActive = new("ai-rebilling-client-archived", "This client is archived. Restore it, or give its costs to another one.");
    }
}

/// <summary>A month of clients that is charged, or would be.</summary>
/// <param name="Month">Such as 2026-10, of UTC.</param>
/// <param name="DryRun">Whether nothing was charged.</param>
/// <param name="Charges">What clients are charged; those with a difference of nothing were charged before.</param>
/// <param name="Unbilled">What was spent for clients and is not charged, with the reason.</param>
/// <param name="Unallocated">What is nobody's yet, by currency.</param>
internal sealed record AiRebilledPage(string Month, bool DryRun, IReadOnlyList<AiRebilledLine> Charges, IReadOnlyList<AiUnbilledCost> Unbilled, IReadOnlyList<Cost> Unallocated);

/// <summary>What was spent for a client and is not charged.</summary>
/// <param name="Code">Why.</param>
/// <param name="Reason">The same as a sentence.</param>
internal sealed record AiUnbilledCost(Guid ClientId, string ClientName, Cost Cost, string Code, string Reason);

/// <summary>What a client is charged for a month.</summary>
/// <param name="Cost">What was spent for it.</param>
/// <param name="Amount">What it is charged in all.</param>
/// <param name="Difference">What was charged, or taken back, now.</param>
/// <param name="Markup">Hundredths on top of the cost; null where a margin is fixed.</param>
/// <param name="Rate">What one unit of the cost's currency was worth in the charge's.</param>
/// <param name="RateOn">On which day.</param>
/// <param name="RateSource">Who says so.</param>
/// <param name="Records">How many records of usage it is made of.</param>
internal sealed record AiRebilledLine(
    AiChargeId Id, Guid ClientId, string ClientName, Cost Cost, Money Amount, Money Difference, Percentage? Markup, Money? Margin, UnitPrice Rate, DateOnly RateOn, string RateSource, int Records)
{
    public static AiRebilledLine Of(Guid id, BilledClient client, AiCharge before, AiCharge after, AiSpentFor spent) => new(
        new(id), client.Id, client.Name, spent.Cost, after.Amount, before.Revision == 0 ? after.Amount : after.Amount - before.Amount, after.Terms.Markup, after.Terms.Margin, after.Rate!.Rate, after.Rate.Day, after.Rate.Source,
        spent.Parts.Select(part => part.Of.Id).Distinct().Count());
}
