using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>A new draft with what stands on a quote.</summary>
internal static class DuplicateQuote
{
    /// <summary>The draft that a quote's content makes; how long it holds is counted anew.</summary>
    public static WriteQuote Of(Quote quote) => new(
        quote.ClientId, [.. quote.Lines.Select(line => new WrittenLine(line.Description, line.UnitPrice, line.Quantity, line.Discount, line.Taxes, line.Period, line.Group, line.Kind))],
        quote.Currency, null, quote.Period, quote.Discount, quote.Rules.Rounding, quote.Rules.PricesIncludeTax, quote.Rules.BeforeDiscount,
        quote.Wording.Notes, quote.Wording.Terms, quote.Wording.PurchaseOrder, quote.Wording.ShipTo?.Text);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/quotes/{id:guid}/duplicate", async (Guid id, Streams<Quote> quotes, DraftQuote drafts, CancellationToken stop) =>
            await quotes.Load(id, stop) is { Exists: true } quote ? await drafts.Begin(Of(quote.State), stop) : Problems.NotFound)
        .Produces<QuotePage>(201).Requires(Permission.BillClients).WithSummary("Begin a draft with what stands on a quote");
}
