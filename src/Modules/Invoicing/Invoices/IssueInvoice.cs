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

    internal const string MonthlyLimit = "invoices_per_month";

    private async Task<Came> Issue(Attempt attempt, Guid id, Together together, DraftGrounds grounds, long? limit, DateOnly today)
    {
        var invoice = await attempt.Load<Invoice>(id);
        if (!invoice.Exists || await DraftGrounds.Find(attempt, invoice.State.ClientId) is not { } found) return Problems.NotFound;
        if (together.Stale(invoice, now => InvoicePage.Of(id, now, found.Client, today)) is { } stale) return stale;

        if (await Decide(attempt, id, found, await grounds.Language(attempt, found.Client), limit, today) is { } refused) return refused;
        attempt.Work.Send(PapersDue.Message, new PapersDue([id]));

        var now = await attempt.Load<Invoice>(id);
        return Answer.Of(InvoicePage.Of(id, now, found.Client, today), now.Version);
    }

    /// <summary>Decides on the draft and on the number it takes; whoever issues then sends <see cref="PapersDue"/>. When one of them refuses, nothing is decided on either: others may be issued in the same commit.</summary>
    /// <param name="attempt">Loads streams.</param>
    /// <param name="id">The draft's.</param>
    /// <param name="to">Its client as it is.</param>
    /// <param name="language">Of the document.</param>
    /// <param name="limit">How many invoices the plan allows a month; null for any number.</param>
    /// <param name="today">In the organisation's zone.</param>
    /// <returns>The refusal, or null.</returns>
    internal async Task<Refusal?> Decide(Attempt attempt, Guid id, (ClientId Id, Client Client) to, string language, long? limit, DateOnly today)
    {
        var invoice = (await attempt.Load<Invoice>(id)).State;
        var series = (await attempt.Load<NumberSeries>(NumberKind.Invoice.Stream())).State;
        var settings = (await attempt.LoadNow<InvoicingSettings>(InvoicingSettings.Id)).State;
        var take = new TakeNumber(NumberKind.Invoice, id, DateOn(invoice, today), today, limit);
        var issued = Decide(invoice, new IssueTerms(take.From(series), Addressees.Of(to.Id, to.Client, language), settings.AllowsZeroTotals, today));
        if ((issued.Refusal ?? take.Decide(series).Refusal) is { } refused) return refused;
        if ((await attempt.Decide<Invoice, InvoiceEvent>(id, _ => issued) ?? await attempt.Decide<NumberSeries, NumberSeriesEvent>(NumberKind.Invoice.Stream(), take.Decide)) is { } late) return late;
        return null;
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
