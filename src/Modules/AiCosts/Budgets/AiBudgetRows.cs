using Billing.EventStore;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>A budget as the list reads it.</summary>
internal sealed record AiBudgetRow(Guid Id, string Name, string Scope, Guid? AccountId, string Tag, decimal Amount, string Currency, [Jsonb] IReadOnlyList<BudgetThreshold> Thresholds, bool Closed, Guid? ClientId, long Version);

internal sealed class AiBudgetRows : Projection<AiBudgetRow>
{
    private const string OpenSql = "select id from ai_budgets where tenant_id = $1 and not closed order by id";

    public AiBudgetRows() : base("aicosts.budgets", new RowTable<AiBudgetRow>("ai_budgets"), Lifecycle.Inline, version: 2, inlineStream: AiBudget.Alias)
    {
        CoversAll<AiBudgetEvent>();
        Uses<AiBudgetOpened>((_, e, at) => new(at.StreamId, e.Name, e.Scope.ToString().ToLowerInvariant(), e.Account, e.Tag, e.Amount.Amount, e.Amount.Currency.Code, [.. e.Thresholds], false, e.Client, at.Version));
        Uses<AiBudgetRenamed>((row, e, at) => row! with { Name = e.Name, Version = at.Version });
        Uses<AiBudgetAmountAgreed>((row, e, at) => row! with { Amount = e.Amount.Amount, Currency = e.Amount.Currency.Code, Version = at.Version });
        Uses<AiBudgetThresholdsChosen>((row, e, at) => row! with { Thresholds = [.. e.Thresholds], Version = at.Version });
        Uses<AiBudgetThresholdReached>((row, _, at) => row! with { Version = at.Version });
        Uses<AiBudgetThresholdLeft>((row, _, at) => row! with { Version = at.Version });
        Uses<AiBudgetClosed>((row, _, at) => row! with { Closed = true, Version = at.Version });
    }

    /// <summary>Whether there is a budget for a client.</summary>
    public static Task<bool> AnyForClients(Session session, CancellationToken stop) =>
        session.Read("select exists (select from ai_budgets where tenant_id = $1 and scope = 'client')", [], async row => await row.ReadAsync(stop) && row.GetBoolean(0), stop);

    /// <summary>Budgets of an organisation that are not closed.</summary>
    public static Task<List<Guid>> Open(Session session, CancellationToken stop) => session.Read(OpenSql, [], async row =>
    {
        var all = new List<Guid>();
        while (await row.ReadAsync(stop)) all.Add(row.GetGuid(0));
        return all;
    }, stop);
}
