using System.Globalization;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>One invoice as it is, and what happened to it.</summary>
internal static class ShowInvoice
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/invoices/{id:guid}", async (Guid id, Session session, Today today, CancellationToken stop) =>
        {
            var attempt = new Attempt(session.Begin(), fresh: true, stop);
            var invoice = await attempt.Load<Invoice>(id);
            if (!invoice.Exists || invoice.State.Standing == InvoiceStanding.Dropped || await DraftGrounds.Find(attempt, invoice.State.ClientId) is not { } found) return (IResult)Problems.NotFound;
            return Answer.Of(InvoicePage.Of(id, invoice, found.Client, today.Date), invoice.Version);
        })
        .Produces<InvoicePage>().Requires(Permission.SeeInvoicing).WithSummary("An invoice as it stands");

        app.MapGet("/api/invoices/{id:guid}/history", async (Guid id, Session session, Today today, CancellationToken stop, string? at = null) =>
        {
            if (!PointInTime.TryRead(at, out var point)) return PointInTime.Unclear;
            var (entries, then) = (new List<InvoiceHappening>(), new Versioned<Invoice>(Invoice.Initial, 0));
            await foreach (var happened in session.History(id, 0, stop))
            {
                if (happened.Data is not InvoiceEvent e) return Problems.NotFound;
                if (happened.Version > point.Version || happened.At > point.Moment) break;
                then = new(then.State.Apply(e), happened.Version);
                entries.Add(new InvoiceHappening(happened.Version, happened.At, happened.Recorded.Actor, happened.Alias, InvoiceFacts.Of(e)));
            }
            if (!then.Exists || await DraftGrounds.Find(new Attempt(session.Begin(), fresh: false, stop), then.State.ClientId) is not { } found) return Problems.NotFound;
            entries.Reverse();
            return (IResult)Answer.Of(new InvoiceHistory(entries, InvoicePage.Of(id, then, found.Client, today.Date)), then.Version);
        })
        .Produces<InvoiceHistory>().Requires(Permission.SeeInvoicing).WithSummary("What happened to an invoice, and how it stood then");
    }
}

/// <summary>What happened to an invoice, newest first, and how it stood after that.</summary>
internal sealed record InvoiceHistory(IReadOnlyList<InvoiceHappening> Items, InvoicePage Then);

/// <summary>One thing that happened.</summary>
/// <param name="Event">The event's alias.</param>
/// <param name="Facts">What it says, by name, as text.</param>
internal sealed record InvoiceHappening(long Version, DateTimeOffset At, Actor Actor, string Event, IReadOnlyDictionary<string, string> Facts);

/// <summary>What an event says, in words that a time line shows.</summary>
internal static class InvoiceFacts
{
    public static IReadOnlyDictionary<string, string> Of(InvoiceEvent happened) => happened switch
    {
        InvoiceLinesWritten e => Said(("lines", e.Lines.Count.ToString(CultureInfo.InvariantCulture))),
        InvoiceTaxationSettled e => Said(("treatment", e.Treatment.ToString())),
        InvoiceDiscountGranted e => Said(("discount", $"{(object?)e.Discount.Percent ?? e.Discount.Amount}")),
        InvoiceTermsAgreed e => Said(("days", e.Days.ToString(CultureInfo.InvariantCulture))),
        InvoiceDated { IssueDate: { } date } => Said(("issueDate", DateText.Write(date))),
        InvoiceIssued e => Said(("number", e.Number), ("issueDate", DateText.Write(e.IssueDate)), ("dueDate", DateText.Write(e.DueDate)), ("total", $"{e.Total}")),
        InvoiceVoided e => Said(("reason", e.Reason), ("on", DateText.Write(e.On))),
        InvoiceGivenUp e => Said(("reason", e.Reason), ("on", DateText.Write(e.On))),
        PaymentAllocated e => Said(("reference", e.Reference), ("amount", $"{e.Amount}"), ("on", DateText.Write(e.ReceivedOn)), ("paymentId", $"{e.PaymentId}")),
        PaymentTakenBack e => Said(("amount", $"{e.Amount}"), ("reason", e.Reason), ("on", DateText.Write(e.On)), ("paymentId", $"{e.PaymentId}")),
        CreditApplied e => Said(("amount", $"{e.Amount}"), ("on", DateText.Write(e.On))),
        AppliedCreditReleased e => Said(("amount", $"{e.Amount}"), ("on", DateText.Write(e.On))),
        InvoiceCredited e => Said(("number", e.Number), ("amount", $"{e.Amount}"), ("on", DateText.Write(e.On)), ("creditNoteId", $"{e.CreditNoteId}")),
        _ => Said(),
    };

    private static Dictionary<string, string> Said(params (string Name, string Value)[] facts) => facts.ToDictionary(fact => fact.Name, fact => fact.Value);
}
