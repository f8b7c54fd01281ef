using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Support;

/// <summary>Says what a charge of support is made of: how many requests, projects or sites, and the month in which they are looked at.</summary>
internal sealed class BilledLines : IChargedFacts
{
    public string Module => SupportFact.Module;

    public async Task<IReadOnlyDictionary<string, FactDetail>> Explain(Session session, string kind, IReadOnlyCollection<string> facts, CancellationToken stop)
    {
        var said = new Dictionary<string, FactDetail>(StringComparer.Ordinal);
        if (kind != SupportFact.Kind) return said;
        foreach (var client in facts.Select(fact => Guid.TryParse(fact.Split('/')[0], out var id) ? id : default).Distinct())
        {
            var ledger = (await session.Streams<SupportLedger>().Peek(SupportLedger.Id(client), stop)).State;
            foreach (var close in ledger.Closes)
                foreach (var (i, line) in close.Lines.Index())
                    if (facts.Contains(close.Fact(i))) said[close.Fact(i)] = new FactDetail(Label(line), $"/api/support/months/{Months.Write(line.Month)}?clientId={client}");
        }
        return said;
    }

    private static string Label(MonthLine line)
    {
        var what = line.Kind switch
        {
            MonthLineKind.Hours or MonthLineKind.FreeHours => line.Sources.Count == 1 ? "1 request" : FormattableString.Invariant($"{line.Sources.Count} requests"),
            MonthLineKind.Project or MonthLineKind.FreeProject => PlainText.Shown(line.Subject),
            _ => line.Sources.Count == 1 ? "1 site" : FormattableString.Invariant($"{line.Sources.Count} sites"),
        };
        return $"{LineWords.Of(line, null)}: {what}";
    }
}
