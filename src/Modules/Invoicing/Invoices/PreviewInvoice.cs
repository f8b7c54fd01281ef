using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>What an unsaved draft comes to: the editor's live totals. Nothing is written.</summary>
/// <param name="DueDate">Were it issued today, or on the date it shall bear.</param>
/// <param name="Refusal">Why it could not be saved as it is; null when it could.</param>
internal sealed record InvoicePreview(
    Currency Currency, DateOnly DueDate, IReadOnlyList<InvoicePageLine> Lines, Money Subtotal, Money Discount, Money Shipping, IReadOnlyList<InvoicePageTax> Taxes, Money Tax, Money Total, TaxRules TaxRules, TaxTreatment TaxTreatment, PreviewRefusal? Refusal)
{
    public static InvoicePreview Of(WriteInvoice command, DraftGround ground, DateOnly today)
    {
        var invoice = Invoice.Initial;
        var decision = command.Decide(invoice, ground);
        // While somebody types, a line may still be without words: such a line counts, and what is wrong is said beside it.
        var lines = (command.Lines ?? []).Select(line => (line with { Description = string.IsNullOrWhiteSpace(line.Description) ? "–" : line.Description }).Read()).Where(line => line.Refusal is null).Select(line => line.Value)
            .Concat((command.Charges ?? []).Select(ground.LineOf).OfType<InvoiceLine>()).ToList();
        var (currency, priced) = (command.Currency ?? ground.Currency, lines.Select(line => line.Priced(ground.Treatment)).ToList());
        var rules = command.RulesOn(ground);
        var totals = Totals.Of(currency, priced, command.Discount, rules);
        if (totals.Refusal is not null) totals = Totals.Of(currency, priced, null, rules);
        if (!totals.TryGet(out var all, out _)) (lines, all) = ([], Totals.Of(currency, [], null, rules).Value);
        return new InvoicePreview(
            currency, (command.IssueDate ?? today).AddDays(command.TermsDays is >= 0 and <= 3650 ? command.TermsDays.Value : ground.TermsDays), [.. lines.Select((line, i) => InvoicePageLine.Of(line, all.Lines[i]))], all.Subtotal, all.Discount, all.Shipping,
            [.. all.Taxes.Select(tax => new InvoicePageTax(tax.Tax.Name, tax.Tax.Rate, tax.On, tax.Amount))], all.Tax, all.Total, rules, ground.Treatment,
            decision.Refusal is { } refusal ? new PreviewRefusal(refusal.Code, refusal.Sentence, refusal.Details?.GetValueOrDefault("line") as int?) : null);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/invoices/preview", async (WriteInvoice command, Session session, CommandEdge edge, Today today, CancellationToken stop, Guid? draft = null) =>
        {
            var attempt = new Attempt(session.Begin(), fresh: false, stop);
            if (await DraftGrounds.Find(attempt, command.ClientId) is not { } found) return (IResult)edge.Refused(DraftGrounds.No.UnknownClient);
            return Answer.Of(Of(command, await DraftGrounds.For(attempt, draft is { } saved ? new InvoiceId(saved) : null, found.Id, found.Client, command), today.Date));
        })
        .Produces<InvoicePreview>().Requires(Permission.BillClients).WithSummary("What an unsaved draft comes to");
}

/// <summary>Why a draft could not be saved.</summary>
/// <param name="Line">The line it is about, from 0; null for the whole.</param>
internal sealed record PreviewRefusal(string Code, string Detail, int? Line);
