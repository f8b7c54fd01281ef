using System.Globalization;
using Billing.Documents;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>An invoice or a credit note as PDF, in the look and with the bank details that held when it was issued.</summary>
internal sealed class PrintInvoice(Session session, Organisation organisation, IEnumerable<ILetterheads> letterheads, Today today)
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/invoices/{id:guid}/pdf", async (Guid id, PrintInvoice press, CancellationToken stop) => await press.Invoice(id, stop) is { } file ? file : (IResult)Problems.NotFound)
            .Produces(200, contentType: "application/pdf").Requires(Permission.SeeInvoicing).WithSummary("An invoice as PDF");
        app.MapGet("/api/credit-notes/{id:guid}/pdf", async (Guid id, PrintInvoice press, CancellationToken stop) => await press.CreditNote(id, stop) is { } file ? file : (IResult)Problems.NotFound)
            .Produces(200, contentType: "application/pdf").Requires(Permission.SeeInvoicing).WithSummary("A credit note as PDF");
    }

    private async Task<IResult?> Invoice(Guid id, CancellationToken stop)
    {
        var (invoice, issuedAt) = (Invoicing.Invoice.Initial, (DateTimeOffset?)null);
        await foreach (var happened in session.History(id, 0, stop))
        {
            if (happened.Data is not InvoiceEvent) return null;
            invoice = invoice.Apply(happened.Data);
            if (happened.Data is InvoiceIssued) issuedAt = happened.At;
        }
        var attempt = new Attempt(session.Begin(), fresh: true, stop);
        if (!invoice.IsBegun || invoice.Standing == InvoiceStanding.Dropped || await DraftGrounds.Find(attempt, invoice.ClientId) is not { } client) return null;
        var (settings, sender) = (await Settings(issuedAt, stop), await Sender(stop));
        var addressee = invoice.Addressee ?? Addressees.Of(client.Id, client.Client, settings.LanguageFor(client.Client, organisation.Locale));
        var paper = InvoicePapers.Of(invoice, addressee, new PaperGround(settings, sender, issuedAt ?? today.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)));
        return File(paper, invoice.Number ?? "draft");
    }

    private async Task<IResult?> CreditNote(Guid id, CancellationToken stop)
    {
        await foreach (var happened in session.History(id, 0, stop))
            if (happened.Data is CreditNoteIssued note) return File(InvoicePapers.Of(note, new PaperGround(await Settings(happened.At, stop), await Sender(stop), happened.At)), note.Number);
        return null;
    }

    private async Task<InvoicingSettings> Settings(DateTimeOffset? at, CancellationToken stop) => (await session.Streams<InvoicingSettings>().LoadAt(InvoicingSettings.Id, null, at, stop)).State;

    private async Task<Letterhead> Sender(CancellationToken stop)
    {
        foreach (var known in letterheads)
            if (await known.Of(session.Tenant, stop) is { } letterhead) return letterhead;
        return new Letterhead(organisation.Name, [], null, [], null);
    }

    private static IResult File(Documents.Paper paper, string name) => Results.File(paper.Print(), "application/pdf", DownloadName.Safe(string.Create(CultureInfo.InvariantCulture, $"{name}.pdf")));
}
