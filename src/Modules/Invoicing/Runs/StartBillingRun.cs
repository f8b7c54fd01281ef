using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>What is open is billed: a draft for each client and currency.</summary>
/// <param name="Period">What is billed: charges that are available by its last day.</param>
/// <param name="Clients">Only these; left out: all.</param>
/// <param name="Currency">Only in this currency; left out: in any.</param>
/// <param name="DryRun">Only says what it would make.</param>
internal sealed record StartBillingRun(Period Period, IReadOnlyList<ClientId>? Clients = null, Currency? Currency = null, bool DryRun = false)
{
    private const string Earlier = "select id from invoicing_billing_runs where tenant_id = $1 and period_from = $2 and period_through = $3 order by started_at desc limit 1";

    /// <summary>Starts it, where there is anything to bill.</summary>
    /// <param name="plan">Whom it bills.</param>
    /// <param name="earlier">The latest run of the same period.</param>
    public Decision<BillingRunEvent> Decide(RunPlan plan, BillingRunId? earlier)
    {
        if (Period.From.Year < 1900 || Period.Through.Year > 2999) return WriteInvoice.No.OutOfRange;
        if (plan.Targets.Count > 0) return new BillingRunStarted(Period, plan.Targets, plan.LeftOut);
        return (plan.LeftOut.FirstOrDefault(left => left.BilledIn is not null)?.BilledIn ?? earlier) is { } run ? No.AlreadyBilled(run) : No.NothingToBill;
    }

    /// <summary>Finds whom it bills.</summary>
    /// <returns>The plan with what is open, or why there is none.</returns>
    public async Task<Result<(RunPlan Plan, IReadOnlyList<OpenCharges> Open)>> Plan(Attempt attempt)
    {
        HashSet<ClientId>? wanted = null;
        if (Clients is not null)
        {
            wanted = [];
            await attempt.Work.LoadMany<Client>([.. Clients.Select(client => client.Value)], attempt.Stop);
            foreach (var client in Clients)
            {
                if (await DraftGrounds.Find(attempt, client) is not { } found) return DraftGrounds.No.UnknownClient;
                wanted.Add(found.Id);
            }
        }
        var open = await OpenCharges.Gather(attempt.Work.Session, Period.Through, wanted, Currency, attempt.Stop);
        await RunInvoice.Prepare(attempt.Work, open.Select(one => (one.ClientId, one.Currency)), Period, attempt.Stop);
        var billed = new Dictionary<OpenCharges, BillingRunId?>();
        foreach (var one in open) billed[one] = (await RunInvoice.Find(attempt, one.ClientId, one.Currency, Period)).Taken?.BillingRun;
        return (RunPlan.Of(open, wanted, one => billed[one]), open);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/billing-runs", async (StartBillingRun command, Together together, Session session, CommandEdge edge, Organisation here, Today today, IEnumerable<IEntitlements> plans, CancellationToken stop) =>
        {
            if (!command.DryRun) return await command.Start(together, session, here, stop);
            var attempt = new Attempt(session.Begin(), fresh: false, stop);
            if (!(await command.Plan(attempt)).TryGet(out var plan, out var refused)) return edge.Refused(refused);
            return Answer.Of(await RunPreview.Of(attempt, command.Period, plan.Plan, plan.Open, plans.Select(one => one.Limit(session.Tenant, IssueInvoice.MonthlyLimit)).Min(), today.Date));
        })
        .Produces<BillingRunPage>(202).Produces<RunPreview>().Requires(Permission.BillClients).WithSummary("Bill what is open: a draft for each client and currency; dryRun only says what it would make");

    private Task<IResult> Start(Together together, Session session, Organisation here, CancellationToken stop)
    {
        var id = session.NewId();
        return together.Decide(id, async attempt =>
        {
            attempt.Work.New<BillingRun>(id);
            if (!(await Plan(attempt)).TryGet(out var plan, out var refused)) return refused;
            var earlier = await session.Read(Earlier, [new Npgsql.NpgsqlParameter<DateOnly> { TypedValue = Period.From }, new Npgsql.NpgsqlParameter<DateOnly> { TypedValue = Period.Through }],
                async reader => await reader.ReadAsync(stop) ? new BillingRunId(reader.GetGuid(0)) : (BillingRunId?)null, stop);
            if (await attempt.Decide<BillingRun, BillingRunEvent>(id, _ => Decide(plan.Plan, earlier)) is { } nothing) return nothing;
            attempt.Work.Send(BillingRunGoesOn.Message, new BillingRunGoesOn(id, here.Locale));
            var now = await attempt.Load<BillingRun>(id);
            return Answer.Of(await BillingRunPage.Of(session, id, now, stop), now.Version, 202, $"/api/billing-runs/{id}");
        }, stop);
    }

    private static class No
    {
        public static readonly Refusal NothingToBill = new("nothing-to-bill", "No client has an open charge that is available by the end of the period. Choose a later period, or charge somebody first.");
        public static Refusal AlreadyBilled(BillingRunId run) => new Refusal("already-billed", "This period is billed already. Look at its run, or choose the next period.").With("billingRun", run);
    }
}
