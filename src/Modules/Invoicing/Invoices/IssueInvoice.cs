using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>A draft goes out: it gets the next number, its client and amounts are frozen. All of it in one commit.</summary>
/// <param name="IssueDate">Printed on it; null: as the draft has it, else today.</param>
internal sealed record IssueInvoice(DateOnly? IssueDate = null)
{
    /// <summary>The date it will bear.</summary>
    public DateOnly DateOn(Invoice invoice, DateOnly today) => IssueDate ?? invoice.IssueDate ?? today;

    public Decision<InvoiceEvent> Decide(Invoice invoice, IssueTerms terms)
    {
        if (invoice.Standing != InvoiceStanding.Draft) return No.NotADraft(invoice);
        if (IssueDate is { Year: < 1900 or > 2999 }) return WriteInvoice.No.OutOfRange;
        if (WriteInvoice.Sound(invoice, terms.ZeroAllowed) is { } unsound) return unsound;
        var date = DateOn(invoice, terms.Today);
        return new InvoiceIssued(terms.Number, date, date.AddDays(invoice.TermsDays), terms.Addressee, invoice.Totals().Value.Total);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/invoices/{id:guid}/issue", (Guid id, IssueInvoice? command, Together together, DraftGrounds grounds, Session session, IEnumerable<IEntitlements> plans, Today today, CancellationToken stop) =>
            together.Decide(NumberKind.Invoice.Stream(), attempt => (command ?? new()).Issue(attempt, id, together, grounds, plans.Select(plan => plan.Limit(session.Tenant, MonthlyLimit)).Min(), today.Date), stop))
        .Produces<InvoicePage>().Requires(Permission.BillClients).WithSummary("Issue a draft: it gets its number and never changes again");

    private const string MonthlyLimit = "invoices_per_month";

    private async Task<Came> Issue(Attempt attempt, Guid id, Together together, DraftGrounds grounds, long? limit, DateOnly today)
    {
        var invoice = await attempt.Load<Invoice>(id);
        if (!invoice.Exists || await DraftGrounds.Find(attempt, invoice.State.ClientId) is not { } found) return Problems.NotFound;
        if (together.Stale(invoice, now => InvoicePage.Of(id, now, found.Client, today)) is { } stale) return stale;

        var series = await attempt.Load<NumberSeries>(NumberKind.Invoice.Stream());
        var take = new TakeNumber(NumberKind.Invoice, id, DateOn(invoice.State, today), today, limit);
        var settings = await attempt.LoadNow<InvoicingSettings>(InvoicingSettings.Id);
        var terms = new IssueTerms(take.From(series.State), Addressees.Of(found.Id, found.Client, await grounds.Language(attempt, found.Client)), settings.State.AllowsZeroTotals, today);
        if (await attempt.Decide<Invoice, InvoiceEvent>(id, i => Decide(i, terms)) is { } refused) return refused;
        if (await attempt.Decide<NumberSeries, NumberSeriesEvent>(NumberKind.Invoice.Stream(), take.Decide) is { } full) return full;
        attempt.Work.Send(PaperDue.Message, new PaperDue(id));

        var now = await attempt.Load<Invoice>(id);
        return Answer.Of(InvoicePage.Of(id, now, found.Client, today), now.Version);
    }

    private static class No
    {
        public static Refusal NotADraft(Invoice invoice) => invoice.Standing == InvoiceStanding.Dropped
            ? new("draft-dropped", "This draft was dropped. Write a new one.")
            : new Refusal("already-issued", $"Invoice {invoice.Number} is issued already.").With("number", invoice.Number);
    }
}

/// <summary>What issuing depends on besides the draft.</summary>
/// <param name="Number">The next one.</param>
/// <param name="Addressee">The client as it is now.</param>
/// <param name="ZeroAllowed">Whether an invoice may come to nothing.</param>
/// <param name="Today">In the organisation's zone.</param>
internal sealed record IssueTerms(string Number, Addressee Addressee, bool ZeroAllowed, DateOnly Today);
