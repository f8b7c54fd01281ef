using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Support;

/// <summary>Explains a line that a month was billed with.</summary>
internal sealed class ExplainMonthLine : IExplained
{
    public static string Name { get; } = $"{SupportFact.Module}.{SupportFact.Kind}";

    public string Kind => Name;

    public Permission Needed => Permission.SeeSupport;

    public IReadOnlyList<string> Amounts => ["amount"];

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (!Guid.TryParse(asked.Id.Split('/')[0], out var client)) return null;
        var past = await session.Past<SupportLedger>(SupportLedger.Id(client), null, stop);
        foreach (var one in past.Events)
            foreach (var close in one.Data switch { MonthClosed e => [e], LedgerTakenOver e => [.. e.Closes], _ => Array.Empty<MonthClosed>() })
                foreach (var (i, line) in close.Lines.Index())
                    if (close.Fact(i) == asked.Id) return await LastSaid.Of(session, new ExplainedLines(close.Currency, LineGround.Of(close, line.Month), one.Event).Of(line), stop);
        return null;
    }
}

/// <summary>Explains what a month of a client comes to: what was billed of it, and what is open.</summary>
internal sealed class ExplainMonth(MonthReading reading, IInvoicing invoicing) : IExplained
{
    public string Kind => "support-month";

    public Permission Needed => Permission.SeeSupport;

    public IReadOnlyList<string> Amounts => ["total", "open"];

    /// <summary>Of a client and a month: <c>…/2025-06</c>.</summary>
    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (asked.Id.Split('/') is not [var of, var written] || !Guid.TryParse(of, out var id) || Months.Read(written) is not { } month || await invoicing.Client(session, id, stop) is not { } client) return null;
        var ground = await reading.Ground(client, month, month, stop);
        if (ground.Check([month]) is not null) return null;
        var explained = Of(ground, month, asked);
        return await LastSaid.Of(session, explained, stop) with { Text = $"{client.Name}, {written}" };
    }

    /// <summary>What a month comes to.</summary>
    internal static Explained Of(MonthGround ground, DateOnly month, ExplainedPlace asked)
    {
        var figures = MonthFigures.Of(ground, month);
        var open = new ExplainedLines(ground.Currency, LineGround.Of(figures), null);
        List<Explained> parts = [];
        if (asked.Amount != "open")
        {
            parts.AddRange(ground.Closes.SelectMany(close => close.Lines.Index().Where(line => line.Item.Month == month).Select(line =>
                Explained.Leaf(ExplainedAs.Line, line.Item.Amount(ground.Currency)) with { Text = LineWords.Of(line.Item, null), Place = new(ExplainMonthLine.Name, close.Fact(line.Index)) })));
            parts.AddRange(figures.Projects.Where(one => figures.Elsewhere.Contains(one.Id)).Select(one => Explained.Leaf(one.Free ? ExplainedAs.FreeProject : ExplainedAs.Project, one.Net) with { Text = one.Name, Rule = new(ExplainedBy.Entered, ""), Record = new("support-project", one.Id.ToString()) }));
        }
        parts.AddRange(figures.Lines.Select(open.Of));
        return ExplainedWiring.SumPaged(ExplainedAs.SupportMonth, ground.Currency, parts, asked);
    }
}

/// <summary>Names of requests, projects and sites the event that said last what counts.</summary>
internal static class LastSaid
{
    /// <summary>The same tree, its leaves with what happened to the things that they are about.</summary>
    public static async Task<Explained> Of(Session session, Explained explained, CancellationToken stop)
    {
        if (explained.Parts.Count > 0)
        {
            var parts = new List<Explained>();
            foreach (var part in explained.Parts) parts.Add(await Of(session, part, stop));
            return explained.With(parts);
        }
        if (explained.Record is not { } record || !Guid.TryParse(record.Id, out var id)) return explained;
        var said = record.Kind switch
        {
            "support-request" => (await session.Past<SupportRequest>(id, record.Kind, stop)).Events.LastOrDefault(one => one.Data is not RequestBilled)?.Event,
            "support-project" => (await session.Past<SupportProject>(id, record.Kind, stop)).Events.LastOrDefault(one => one.Data is not ProjectBilled)?.Event,
            "support-site" => (await session.Past<SupportSite>(id, record.Kind, stop)).Events is [.., var last] ? last.Event : null,
            _ => null,
        };
        return said is null ? explained : explained with { Event = said };
    }
}
