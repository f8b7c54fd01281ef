using System.Globalization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Usage;

/// <summary>Says what a charge of usage is made of: the line of the bill, and where its events are listed.</summary>
internal sealed class BilledFacts : IChargedFacts
{
    public string Module => PeriodWork.Module;

    public async Task<IReadOnlyDictionary<string, FactDetail>> Explain(Session session, string kind, IReadOnlyCollection<string> facts, CancellationToken stop)
    {
        var said = new Dictionary<string, FactDetail>(StringComparer.Ordinal);
        if (kind != PeriodWork.Kind) return said;
        foreach (var bill in facts.Select(fact => (Text: fact, Read: BillFact.Read(fact))).Where(fact => fact.Read is not null).GroupBy(fact => fact.Read!.Value.Bill))
        {
            var steps = await BillSteps.Of(session, bill.Key, stop);
            foreach (var (text, fact) in bill)
                if (steps.Line(fact!.Value) is { } line) said[text] = Say(steps, fact.Value, line);
        }
        return said;
    }

    private static FactDetail Say(BillSteps steps, BillFact fact, BillLine line)
    {
        var (bill, step) = (steps.Bill, fact.Step.ToString(CultureInfo.InvariantCulture));
        var link = line.Meter is null ? $"/api/usage/bills/{fact.Bill}" : $"/api/usage/bills/{fact.Bill}/events?line={Uri.EscapeDataString(line.Key)}&step={step}";
        return new FactDetail($"{line.Name}{(line.Quantity is { } quantity ? $", {quantity} by then" : "")}: {PlainText.Shown(bill.Subject)}, {bill.Covered}, step {step}", link);
    }
}

/// <summary>A bill with what each step charged, and when.</summary>
internal sealed record BillSteps(UsageBill Bill, IReadOnlyList<(IReadOnlyList<BillLine> Lines, DateTimeOffset At)> Steps)
{
    /// <summary>The line that a fact names; null when there is none.</summary>
    public BillLine? Line(BillFact fact) => fact.Step >= 1 && fact.Step <= Steps.Count && fact.Line < Steps[fact.Step - 1].Lines.Count ? Steps[fact.Step - 1].Lines[fact.Line] : null;

    public static async Task<BillSteps> Of(Session session, Guid id, CancellationToken stop)
    {
        var (bill, steps) = (UsageBill.Initial, new List<(IReadOnlyList<BillLine>, DateTimeOffset)>());
        await foreach (var happened in session.History(id, 0, stop))
        {
            if (happened.Data is not UsageBillEvent) break;
            bill = bill.Apply(happened.Data);
            if (happened.Data is PeriodBilled first) steps.Add((first.Lines, happened.At));
            if (happened.Data is DifferenceBilled more) steps.Add((more.Lines, happened.At));
        }
        return new BillSteps(bill, steps);
    }
}
