using System.Text.Json;
using Billing.EventStore;
using Npgsql;

namespace Billing.Usage;

/// <summary>The bill of a period as lists show it.</summary>
/// <param name="Charged">What all steps charged, credit taken off.</param>
/// <param name="Credit">What wallets paid.</param>
/// <param name="Lines">What each line comes to so far.</param>
/// <param name="Held">What waits for somebody.</param>
internal sealed record UsageBillRow(
    Guid Id, Guid AssignmentId, string Subject, Guid PlanId, Guid ClientId, DateOnly PeriodFrom, DateOnly PeriodThrough, int Steps, string Currency, decimal Charged, decimal Credit,
    [property: Jsonb] IReadOnlyList<BillLine> Lines, [property: Jsonb] IReadOnlyList<HeldLine> Held, int Waiting, DateOnly BilledOn, long Version);

internal sealed class UsageBillRows : Projection<UsageBillRow>
{
    public UsageBillRows() : base("usage.bills", new RowTable<UsageBillRow>("usage_bills"), Lifecycle.Inline, inlineStream: UsageBill.Alias)
    {
        CoversAll<UsageBillEvent>();
        Uses<PeriodBilled>((_, e, at) => With(new UsageBillRow(at.StreamId, e.AssignmentId, e.Subject, e.PlanId, e.ClientId.Value, e.Period.From, e.Period.Through, 0, e.Lines[0].Whole.Currency.Code, 0, 0, [], [], 0, e.On, 0), e.Lines, e.On, at));
        Uses<DifferenceBilled>((row, e, at) => With(row!, e.Lines, e.On, at));
        Uses<LateUsageHeld>((row, e, at) => row! with { Held = e.Lines, Waiting = e.Lines.Count, Version = at.Version });
        Uses<LateUsageAccepted>((row, _, at) => row! with { Held = [], Waiting = 0, Version = at.Version });
        Uses<LateUsageRefused>((row, _, at) => row! with { Held = [], Waiting = 0, Version = at.Version });
    }

    private static UsageBillRow With(UsageBillRow row, IReadOnlyList<BillLine> lines, DateOnly on, StoredEvent at) => row with
    {
        Steps = row.Steps + 1, BilledOn = on, Version = at.Version,
        Charged = row.Charged + lines.Sum(line => line.Amount.Amount), Credit = row.Credit - lines.Where(line => line.Kind == BillLineKind.Credit).Sum(line => line.Amount.Amount),
        Lines = [.. row.Lines.Where(line => lines.All(one => one.Key != line.Key)), .. lines],
    };
}

/// <summary>The bills there are.</summary>
internal static class BilledPeriods
{
    /// <summary>The ids of all.</summary>
    public static Task<HashSet<Guid>> All(Session session, CancellationToken stop) => session.Read("select id from usage_bills where tenant_id = $1", [], async reader =>
    {
        var found = new HashSet<Guid>();
        while (await reader.ReadAsync(stop)) found.Add(reader.GetGuid(0));
        return found;
    }, stop);
}
