using System.ComponentModel.DataAnnotations;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>How an amount came about: the parts of each amount add up to it, down to the facts that were charged for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">In words.</param>
/// <param name="Amount">What it adds to the amount above.</param>
/// <param name="Parts">What it is made of; empty for a leaf.</param>
/// <param name="Id">The invoice's or charge's id, or the fact's in its module.</param>
/// <param name="Module">Of a fact: where it is known.</param>
/// <param name="FactKind">Of a fact: what it is there.</param>
/// <param name="Quantity">Of a line or charge.</param>
/// <param name="UnitPrice">Of a line or charge.</param>
/// <param name="Link">Of a fact: an address of this API that answers what it is made of.</param>
/// <param name="Tax">Of a tax: which one it is, and which lines it is owed on.</param>
/// <param name="Contained">Of an invoice whose prices contain their tax: the taxes that are in its lines, and are no parts of their own.</param>
internal sealed record TraceNode(
    [property: AllowedValues("invoice", "line", "charge", "fact", "byHand", "lineDiscount", "discount", "tax")] string Kind, string Label, Money Amount, IReadOnlyList<TraceNode> Parts,
    string? Id = null, string? Module = null, string? FactKind = null, Quantity? Quantity = null, UnitPrice? UnitPrice = null, string? Link = null, TracedTax? Tax = null, IReadOnlyList<TracedTax>? Contained = null)
{
    /// <summary>The tree of an invoice.</summary>
    /// <param name="id">The invoice's.</param>
    /// <param name="invoice">As it stands.</param>
    /// <param name="charges">Those its lines came from.</param>
    /// <param name="facts">What their modules say of the facts.</param>
    public static TraceNode Of(Guid id, Invoice invoice, IReadOnlyDictionary<ChargeId, Charge> charges, IReadOnlyDictionary<ChargeSource, FactDetail>? facts = null)
    {
        var totals = invoice.Totals().Value;
        List<TraceNode> parts = [.. invoice.Lines.Select((line, i) => OfLine(line, totals.Lines[i], charges, facts))];
        if (!totals.Discount.IsZero) parts.Add(new("discount", "Discount", -totals.Discount, []));
        List<TracedTax> taxes = [.. totals.Taxes.Select(tax => TracedTax.Of(tax, invoice.Lines))];
        if (!invoice.Rules.PricesIncludeTax) parts.AddRange(taxes.Select(tax => new TraceNode("tax", $"{tax.Name} {tax.Rate} of {tax.On}", tax.Amount, [], Tax: tax)));
        return new TraceNode("invoice", invoice.Number ?? "Draft", totals.Total, parts, id.ToString(), Contained: invoice.Rules.PricesIncludeTax && taxes.Count > 0 ? taxes : null);
    }

    private static TraceNode OfLine(InvoiceLine line, LineAmount amount, IReadOnlyDictionary<ChargeId, Charge> charges, IReadOnlyDictionary<ChargeSource, FactDetail>? facts)
    {
        var parts = line.Charges.Where(charges.ContainsKey).Select(charge => OfCharge(charge, charges[charge], facts?.GetValueOrDefault(charges[charge].Source))).ToList();
        if (parts.Count > 0)
        {
            var byHand = amount.Price - Totals.Sum(amount.Price.Currency, parts.Select(part => part.Amount));
            if (!byHand.IsZero) parts.Add(new("byHand", "Changed on the invoice", byHand, []));
            if (!amount.Discount.IsZero) parts.Add(new("lineDiscount", "Discount", -amount.Discount, []));
        }
        return new TraceNode("line", line.Description, amount.Amount, parts, Quantity: line.Quantity, UnitPrice: line.UnitPrice);
    }

    private static TraceNode OfCharge(ChargeId id, Charge charge, FactDetail? fact) => new(
        "charge", charge.Terms.Description, charge.Terms.Amount, [new("fact", fact?.Label ?? $"{charge.Source.Module} {charge.Source.Kind}", charge.Terms.Amount, [], charge.Source.Fact, charge.Source.Module, charge.Source.Kind, Link: fact?.Link)],
        id.ToString(), Quantity: charge.Terms.Quantity, UnitPrice: charge.Terms.UnitPrice);

    /// <summary>The tree of an invoice, with the version it is of; null when there is none.</summary>
    /// <param name="modules">The modules that say what their facts are made of; none for those who may not see it.</param>
    public static async Task<(TraceNode Node, long Version)?> Load(Session session, Guid id, IEnumerable<IChargedFacts> modules, CancellationToken stop)
    {
        var attempt = new Attempt(session.Begin(), fresh: true, stop);
        var invoice = await attempt.Load<Invoice>(id);
        if (!invoice.Exists || invoice.State.Standing == InvoiceStanding.Dropped) return null;
        var charges = new Dictionary<ChargeId, Charge>();
        await attempt.Work.LoadMany<Charge>([.. invoice.State.Charges.Select(charge => charge.Value)], stop);
        foreach (var charge in invoice.State.Charges)
            if (await attempt.Load<Charge>(charge.Value) is { Exists: true } known) charges[charge] = known.State;
        return (Of(id, invoice.State, charges, await Explain(session, charges.Values, modules, stop)), invoice.Version);
    }

    private static async Task<Dictionary<ChargeSource, FactDetail>> Explain(Session session, IEnumerable<Charge> charges, IEnumerable<IChargedFacts> modules, CancellationToken stop)
    {
        var facts = new Dictionary<ChargeSource, FactDetail>();
        foreach (var same in charges.Select(charge => charge.Source).GroupBy(source => (source.Module, source.Kind)))
            foreach (var module in modules.Where(module => module.Module == same.Key.Module))
                foreach (var (fact, detail) in await module.Explain(session, same.Key.Kind, [.. same.Select(source => source.Fact)], stop)) facts[new ChargeSource(same.Key.Module, same.Key.Kind, fact)] = detail;
        return facts;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/invoices/{id:guid}/trace", async (Guid id, Session session, IEnumerable<IChargedFacts> known, CancellationToken stop) =>
            await Load(session, id, known, stop) is { } trace ? (IResult)Answer.Of(trace.Node, trace.Version) : Problems.NotFound)
        .Produces<TraceNode>().Requires(Permission.SeeInvoicing).WithSummary("How the total came about: lines, charges, facts");
}

/// <summary>How a tax came about: rate × what it is owed on, rounded once, or on each line as the tax rules say.</summary>
/// <param name="On">The price without tax that it is owed on.</param>
/// <param name="Amount">What is owed.</param>
/// <param name="Lines">What it is owed on, line by line; they add up to it.</param>
internal sealed record TracedTax(string Name, Percentage Rate, Money On, Money Amount, IReadOnlyList<TracedTaxLine> Lines)
{
    public static TracedTax Of(TaxTotal tax, IReadOnlyList<InvoiceLine> lines) =>
        new(tax.Tax.Name, tax.Tax.Rate, tax.On, tax.Amount, [.. tax.Lines.Select(line => new TracedTaxLine(line.Line + 1, lines[line.Line].Description, line.On))]);
}

/// <summary>A line that bears a tax.</summary>
/// <param name="Line">As people count, from 1.</param>
/// <param name="On">What of its price, without tax and after its share of the discount, the tax is owed on.</param>
internal sealed record TracedTaxLine(int Line, string Description, Money On);
