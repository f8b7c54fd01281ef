using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.AiCosts;

/// <summary>Costs may be others than before: somebody looks at the budgets, and at all else that alerts are about.</summary>
internal sealed record AiCostsCame;

/// <summary>How somebody asks for a look at the budgets.</summary>
internal static class AiBudgetLooks
{
    public const string Message = "aicosts.costs_came";

    /// <summary>If, and only if, the work commits.</summary>
    public static void Ask(Work work) => work.Send(Message, new AiCostsCame());
}

/// <summary>Costs have come or gone: each budget is held against what is spent this month, and those who keep accounts are told of what is new, once.</summary>
internal sealed class When_costs_have_come(IColleagues colleagues, IInvoicing invoicing) : MessageHandler<AiCostsCame>(AiBudgetLooks.Message)
{
    public override async Task Handle(Message<AiCostsCame> message, Work work, CancellationToken stop)
    {
        var session = work.Session.InEverybodysTime;
        var alerts = await AiAlertLook.Open(work, session, stop);
        var open = await AiBudgetRows.Open(session, stop);
        await work.LoadMany<AiBudget>(open, stop); // before what is spent is read, as alerts before budgets
        var spending = await AiSpending.Of(session, DateOnly.FromDateTime(session.Now.UtcDateTime), invoicing, work.Opened<AiBudget>().Any(one => one.State.Scope == AiBudgetScope.Client), stop);
        List<Guid> news = [];
        foreach (var id in open)
        {
            var budget = (await work.Load<AiBudget>(id, stop)).State;
            work.Decide<AiBudget, AiBudgetEvent>(id, now => now.Look(spending.Month, spending.On(now)));
            if ((await work.Load<AiBudget>(id, stop)).State != budget) news.Add(id);
        }
        await AiAlertLook.Look(work, session, alerts, work.Opened<AiBudget>(), stop);
        if (news.Count == 0) return;
        foreach (var reader in await colleagues.WhoMay(session.Tenant, Permission.ArrangeAiCosts, stop))
            foreach (var id in news) work.WantMail(AiBudgetMail.Name, reader.Id, id);
    }
}

/// <summary>Every quarter of an hour: budgets and accounts of all organisations are looked at, whatever made them others.</summary>
internal sealed class AiBudgetsLookedOver(EventStore.EventStore store) : Job("aicosts.budgets_looked_over", Recurrence.Every(TimeSpan.FromMinutes(15)), perTenant: false, inEverybodysTime: true)
{
    private const string Sql = "select tenant_id from ai_budgets where not closed union select tenant_id from ai_accounts where not archived union select tenant_id from ai_alerts where settled_at is null order by tenant_id";

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        List<TenantId> tenants = [];
        await using (var connection = await store.Database.Daemon.OpenConnectionAsync(stop))
        {
            await using var look = connection.CreateCommand();
            look.CommandText = Sql;
            await using var row = await look.ExecuteReaderAsync(stop);
            while (await row.ReadAsync(stop)) tenants.Add(new TenantId(row.GetString(0)));
        }
        foreach (var tenant in tenants)
        {
            var asking = store.Open(tenant, Actor.System).InEverybodysTime.Begin();
            AiBudgetLooks.Ask(asking);
            await asking.Commit();
        }
    }
}
