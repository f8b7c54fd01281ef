using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>An issued invoice is credited: what is due becomes less, and what goes beyond that is the client's credit.</summary>
/// <param name="Reason">In somebody's words, printed.</param>
/// <param name="Lines">What is credited, in positive amounts; null: the whole invoice.</param>
/// <param name="IssueDate">Printed on it; today unless said otherwise.</param>
internal sealed record WriteCreditNote(string Reason, IReadOnlyList<WrittenLine>? Lines = null, DateOnly? IssueDate = null)
{
    public Decision<CreditNoteEvent> Decide(CreditNote note, Invoice invoice, InvoiceId id, string number, DateOnly today)
    {
        if (note.Issued is not null) return Decision.Nothing;
        if (!invoice.TakesPayments) return No.NotCreditable(invoice);
        if (!PlainText.Note(Reason, 500).TryGet(out var reason, out var refused)) return refused;
        if (reason.Length == 0) return No.ReasonMissing;
        if (IssueDate is { Year: < 1900 or > 2999 }) return WriteInvoice.No.OutOfRange;
        var left = Left(invoice);
        if (Lines is null && left != invoice.Total) return No.PartlyCredited(left);
        if (Lines is { Count: 0 or > WriteInvoice.MostLines }) return WriteInvoice.No.NoLines;

        var lines = new List<InvoiceLine>();
        if (Lines is null) lines.AddRange(invoice.Lines.Select(line => line with { Charges = [] }));
        foreach (var (index, written) in (Lines ?? []).Index())
        {
            if (!written.Read().TryGet(out var line, out refused)) return refused.With("line", index);
            lines.Add(line with { Charges = [] });
        }
        var discount = Lines is null ? invoice.Discount : null;
        if (!Totals.Of(invoice.Currency, [.. lines.Select(line => line.Priced(invoice.Treatment))], discount, invoice.Rules).TryGet(out var totals, out refused)) return refused;
        if (!totals.Total.IsPositive) return No.Nothing;
        if (totals.Total > left) return No.TooMuch(left);
        var off = totals.Total < invoice.Outstanding ? totals.Total : invoice.Outstanding;
        return new CreditNoteIssued(
            number, id, invoice.Number!, invoice.ClientId, lines.ToValueList(), discount, invoice.Rules, invoice.Treatment, reason, IssueDate ?? today, invoice.Addressee!, totals.Total, off);
    }

    /// <summary>What a credit note comes to, tax by tax.</summary>
    public static Totals TotalsOf(CreditNoteIssued note) => Totals.Of(note.Total.Currency, [.. note.Lines.Select(line => line.Priced(note.Treatment))], note.Discount, note.Rules).Value;

    /// <summary>What of an invoice is not credited yet.</summary>
    internal static Money Left(Invoice invoice) => (invoice.Total ?? Money.Zero(invoice.Currency)) - Totals.Sum(invoice.Currency, invoice.Creditings.Select(one => one.Amount + one.Beyond));

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/invoices/{id:guid}/credit-notes", (Guid id, WriteCreditNote command, Together together, Session session, Today today, CancellationToken stop) =>
        {
            var note = session.NewId();
            return together.Decide(NumberKind.CreditNote.Stream(), attempt => command.Write(attempt, note, id, today.Date), stop);
        })
        .Produces<CreditNotePage>(201).Requires(Permission.RecordPayments).WithSummary("Credit an issued invoice, in whole or in part");

    internal async Task<Came> Write(Attempt attempt, Guid noteId, Guid id, DateOnly today)
    {
        var invoice = await attempt.Load<Invoice>(id);
        if (!invoice.Exists || invoice.State.Standing == InvoiceStanding.Dropped || await DraftGrounds.Find(attempt, invoice.State.ClientId) is not { } client) return Problems.NotFound;
        if (MirroredInvoice.Elsewhere(invoice.State) is { } elsewhere) return elsewhere;
        var series = await attempt.Load<NumberSeries>(NumberKind.CreditNote.Stream());
        var take = new TakeNumber(NumberKind.CreditNote, noteId, IssueDate ?? today, today, null);
        attempt.Work.New<CreditNote>(noteId);
        if (await attempt.Decide<CreditNote, CreditNoteEvent>(noteId, note => Decide(note, invoice.State, new InvoiceId(id), take.From(series.State), today)) is { } refused) return refused;
        if (await attempt.Decide<NumberSeries, NumberSeriesEvent>(NumberKind.CreditNote.Stream(), take.Decide) is { } full) return full;

        var issued = (await attempt.Load<CreditNote>(noteId)).State.Issued!;
        var beyond = issued.Total - issued.OffInvoice;
        if (await attempt.Decide<Invoice, InvoiceEvent>(id, _ => new InvoiceCredited(new CreditNoteId(noteId), issued.Number, issued.OffInvoice, beyond, issued.IssueDate)) is { } kept) return kept;
        if (await attempt.Decide<ClientAccount, ClientAccountEvent>(ClientAccount.IdOf(client.Id, beyond.Currency), _ => ClientAccount.Add(client.Id, noteId, beyond, issued.IssueDate)) is { } uncredited) return uncredited;
        attempt.Work.Send(PapersDue.Message, new PapersDue([noteId]));
        return Answer.Of(CreditNotePage.Of(noteId, issued, 1), 1, 201, $"/api/credit-notes/{noteId}");
    }

    private static class No
    {
        public static readonly Refusal ReasonMissing = new("reason-missing", "Say why; the reason stands on the credit note.");
        public static readonly Refusal Nothing = new("amount-not-positive", "A credit note gives more than nothing. Write what is credited in positive amounts.");
        public static Refusal NotCreditable(Invoice invoice) => invoice.Number is null
            ? new("not-issued", "This is a draft. Change it, or drop it.")
            : new("invoice-voided", $"Invoice {invoice.Number} was voided and asks for nothing.");
        public static Refusal PartlyCredited(Money left) => new Refusal("partly-credited", $"A part of this invoice is credited already; {left} is left. Say which lines are credited now.").With("left", left);
        public static Refusal TooMuch(Money left) => new Refusal("credit-too-much", $"Of this invoice {left} can still be credited. Lower the credit note.").With("left", left);
    }
}
