using System.Globalization;
using Billing.Web;

namespace Billing.Usage;

/// <summary>The bill of a period with how its lines came about: by the plan's prices where what was used says it all, else as they were billed.</summary>
/// <param name="id">The bill's.</param>
/// <param name="past">What happened to it.</param>
/// <param name="plan">The plan.</param>
internal sealed class ExplainedBill(Guid id, PastOf<UsageBill> past, PlanRow plan)
{
    /// <summary>The steps in order, with what each charged.</summary>
    public IReadOnlyList<(IReadOnlyList<BillLine> Lines, ExplainedEvent Event)> Steps { get; } = [.. past.Events.Select(one => one.Data switch
    {
        PeriodBilled e => (e.Lines, one.Event),
        DifferenceBilled e => (e.Lines, one.Event),
        _ => ((IReadOnlyList<BillLine>?)null, one.Event),
    }).Where(step => step.Item1 is not null).Select(step => (step.Item1!, step.Event))];

    /// <summary>Everything that all steps charged.</summary>
    public Explained Charged(ExplainedPlace asked) => ExplainedWiring.SumPaged(ExplainedAs.UsageBill, plan.Money, [.. Steps.SelectMany(step => step.Lines.Where(line => !line.Amount.IsZero).Select(line => Line(line, step.Event)))], asked) with
    {
        Text = $"{plan.Name}, {PlainText.Shown(past.State.Subject)}, {past.State.Covered}", Event = past.Last<PeriodBilled>(), Record = Record,
    };

    /// <summary>What a line charged in a step: what it comes to by then, less what steps before charged.</summary>
    public Explained Line(BillLine line, ExplainedEvent happened)
    {
        var whole = Whole(line, happened);
        if (line.Whole == line.Amount) return whole;
        var before = Explained.Leaf(ExplainedAs.BilledBefore, line.Amount - line.Whole) with { Event = Steps.LastOrDefault(step => step.Event.Version < happened.Version && step.Lines.Any(one => one.Key == line.Key)).Event ?? happened };
        return Explained.Of(whole.Name, line.Amount, [whole, before]) with { Text = line.Name, Rule = new(ExplainedBy.Difference, $"{line.Whole} - {line.Whole - line.Amount}"), Event = happened, Record = Record };
    }

    private ExplainedRecord Record => new("usage-bill", id.ToString());

    private Explained Whole(BillLine line, ExplainedEvent happened) => Explained.Of(Name(line.Kind), line.Whole, line.Kind == BillLineKind.Charge ? Parts(line, happened) : []) with
    {
        Text = line.Quantity is { } quantity ? $"{line.Name}, {quantity}" : line.Name, Event = happened, Record = line.Kind == BillLineKind.Credit ? new("wallet", line.Key["credit/".Length..]) : Record,
    };

    private static ExplainedAs Name(BillLineKind kind) => kind switch { BillLineKind.Charge => ExplainedAs.UsageCharge, BillLineKind.Coupon => ExplainedAs.Coupon, BillLineKind.Credit => ExplainedAs.WalletUsed, _ => ExplainedAs.PricePart };

    /// <summary>Priced once more of the quantity that was billed; none where prices look at more than that, or say something else than was billed.</summary>
    private IEnumerable<Explained> Parts(BillLine line, ExplainedEvent happened)
    {
        var bill = past.State;
        var charge = plan.On(bill.Period.From).Charges.FirstOrDefault(one => line.Key == $"charge/{one.Code}" || line.Key == $"charge/{one.Code}/{line.Group}");
        if (charge is null || PriceReading.Read(charge.Price, "", []) is not { Measure: Measure.Nothing or Measure.Quantity or Measure.QuantityOrEvents }) return [];
        var used = line.Quantity is null ? Used.Nothing : Exact.TryRead(line.Quantity, out var quantity, 24) ? Used.Of(quantity) : null;
        if (used is null || !new PlanPricing(plan.On(bill.Period.From), plan.Money, bill.Period, bill.Covered).Charges([new PeriodUse(charge, line.Group, used, LateUsage.Usual)]).TryGet(out var priced, out _)) return [];
        return priced[0].Line.Whole != line.Whole ? [] : priced[0].Parts.Select(part => Explained.Leaf(part.Kind == PartKind.Rounding ? ExplainedAs.Rounding : ExplainedAs.PricePart, ExplainedPrice.Amount(part.Amount.ToString(), plan.Money)) with
        {
            Text = part.Kind == PartKind.Rounding ? null : part.Label, Rule = Rule(part), Event = happened,
        });
    }

    private ExplainedRule? Rule(Part part) => part switch
    {
        { Kind: PartKind.Rounding } => new(ExplainedBy.Rounded, ""),
        { Kind: PartKind.Tier, Quantity: { } quantity, Unit: { } unit } => new(ExplainedBy.Tier, $"{quantity} × {ExplainedPrice.Amount(unit.ToString(), plan.Money)}{Flat(part)}"),
        { Quantity: { } quantity, Unit: { } unit, Kind: PartKind.Units or PartKind.Packages } => new(ExplainedBy.Times, $"{quantity} × {ExplainedPrice.Amount(unit.ToString(), plan.Money)}{Flat(part)}"),
        { Kind: PartKind.Fee } => new(ExplainedBy.Flat, ExplainedPrice.Amount(part.Amount.ToString(), plan.Money).ToString()),
        _ => null,
    };

    private string Flat(Part part) => part.Flat is { IsZero: false } flat ? $" + {ExplainedPrice.Amount(flat.ToString(), plan.Money)}" : "";
}

/// <summary>Numbers of prices as amounts.</summary>
internal static class ExplainedPrice
{
    /// <summary>To 12 decimals.</summary>
    public static ExactAmount Amount(string number, Currency currency) => new(decimal.Parse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), currency);
}
