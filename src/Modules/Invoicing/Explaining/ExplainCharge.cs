using Billing.EventStore;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Explains a charge: by the fact that its module knows, by the charge that it puts right, or by whoever entered it.</summary>
internal sealed class ExplainCharge : IExplained
{
    public const string Name = "charge";

    public string Kind => Name;

    public Permission Needed => Permission.SeeInvoicing;

    public IReadOnlyList<string> Amounts => ["amount"];

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (asked.Guid() is not { } id) return null;
        var past = await session.Past<Charge>(id, Name, stop);
        if (past.Events.Count == 0) return null;
        var charge = past.State;
        return Explained.Of(ExplainedAs.Charge, charge.Terms.Amount, [await From(session, id, past, stop)]) with
        {
            Text = charge.Terms.Description, Rule = ExplainedTotal.Times(charge.Terms.Quantity, charge.Terms.UnitPrice, charge.Terms.Currency), Event = Told(past), Record = new(Name, id.ToString()),
        };
    }

    private static async Task<Explained> From(Session session, Guid id, PastOf<Charge> past, CancellationToken stop)
    {
        var (charge, terms, source) = (past.State, past.State.Terms, past.State.Source);
        if (charge.Corrects is { } wrong)
        {
            var corrected = await session.Past<Charge>(wrong.Value, Name, stop);
            return Explained.Leaf(ExplainedAs.Correction, terms.Amount) with
            {
                Text = corrected.State.Terms.Description, Rule = new(ExplainedBy.Difference, ""), Event = corrected.Events.LastOrDefault(one => one.Data is ChargeCorrected by && by.By.Value == id)?.Event ?? Told(past), Record = new(Name, wrong.ToString()),
            };
        }
        return source.Module == ChargeSource.Manual
            ? Explained.Rounded(ExplainedAs.Price, terms.Amount, new(terms.Quantity.Value * terms.UnitPrice.Value, terms.Currency), ExplainedTotal.Times(terms.Quantity, terms.UnitPrice, terms.Currency)) with { Event = Told(past) }
            : Explained.Leaf(ExplainedAs.Fact, terms.Amount) with { Event = Told(past), Place = new($"{source.Module}.{source.Kind}", source.Fact) };
    }

    private static ExplainedEvent? Told(PastOf<Charge> past) => past.Events.LastOrDefault(one => one.Data is ChargePosted or ChargeRevised)?.Event;
}
