using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>A credit note as it is printed.</summary>
/// <param name="OffInvoice">What of it lowered what was due; the rest became the client's credit.</param>
internal sealed record CreditNotePage(
    Guid Id, string Number, Guid InvoiceId, string InvoiceNumber, InvoiceClient Client, DateOnly IssueDate, string Reason, Currency Currency, IReadOnlyList<InvoicePageLine> Lines, Money Subtotal, Money Discount, Money Shipping,
    IReadOnlyList<InvoicePageTax> Taxes, Money Tax, Money Total, Money OffInvoice, Money ToCredit, TaxRules TaxRules, TaxTreatment TaxTreatment, long Version)
{
    public static CreditNotePage Of(Guid id, CreditNoteIssued note, long version)
    {
        var (totals, was) = (WriteCreditNote.TotalsOf(note), note.Addressee);
        return new CreditNotePage(
            id, note.Number, note.InvoiceId.Value, note.InvoiceNumber, new InvoiceClient(note.ClientId, was.Name.Shown, was.Address?.Shown, was.Email?.Shown, was.TaxId?.Shown, was.Country, was.Language), note.IssueDate, note.Reason, note.Total.Currency,
            [.. note.Lines.Select((line, i) => InvoicePageLine.Of(line, totals.Lines[i]))], totals.Subtotal, totals.Discount, totals.Shipping, [.. totals.Taxes.Select(tax => new InvoicePageTax(tax.Tax.Name, tax.Tax.Rate, tax.On, tax.Amount))],
            totals.Tax, note.Total, note.OffInvoice, note.Total - note.OffInvoice, note.Rules, note.Treatment, version);
    }

    private static readonly StreamHistory<CreditNote> History = new(
    [
        new("number", note => note.Issued?.Number), new("invoiceNumber", note => note.Issued?.InvoiceNumber), new("issueDate", note => note.Issued?.IssueDate), new("reason", note => note.Issued?.Reason),
        new("total", note => note.Issued?.Total), new("offInvoice", note => note.Issued?.OffInvoice), new("toCredit", note => note.Issued is { } issued && issued.Total != issued.OffInvoice ? issued.Total - issued.OffInvoice : null),
    ]);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/credit-notes/{id:guid}", async (Guid id, Streams<CreditNote> notes, CancellationToken stop) =>
            await notes.Load(id, stop) is { Exists: true } note ? (IResult)Answer.Of(Of(id, note.State.Issued!, note.Version), note.Version) : Problems.NotFound)
        .Produces<CreditNotePage>().Requires(Permission.SeeInvoicing).WithSummary("A credit note");

        app.MapGet("/api/credit-notes/{id:guid}/history", async (Guid id, Session session, CancellationToken stop, string? at = null) =>
            await History.Of(session, id, at, then => Task.FromResult(then.State.Issued is { } issued ? Of(id, issued, then.Version) : null), stop))
        .Produces<PastEvents<CreditNotePage>>().Requires(Permission.SeeInvoicing).WithSummary("What happened to a credit note: who and when; and how it stood then");

        app.MapGet("/api/credit-notes", async ([AsParameters] CreditNoteFilter filter, Session session, CancellationToken stop, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            if (filter.Query(out var query, sort, cursor) is { } unclear) return unclear;
            var page = await List(session, query, limit ?? Limit.Default, stop);
            if (cursor is not null) return (IResult)Answer.Of(new CreditNoteList(page.Items, page.NextCursor, null, null));
            var totals = await TotalsOf(session, filter.Wanted(), stop);
            return Answer.Of(new CreditNoteList(page.Items, page.NextCursor, totals.Sum(total => total.CreditNotes), totals));
        })
        .Produces<CreditNoteList>().Requires(Permission.SeeInvoicing).WithSummary("Credit notes, newest first, with totals per currency");
    }

    /// <summary>One page of a query.</summary>
    internal static Task<Page<CreditNoteListRow>> List(Session session, ListQuery query, int size, CancellationToken stop) =>
        session.Read($"select {Columns}{query.CursorColumns} {CreditNoteFilter.Tables}{query.Where}{query.Tail(size)}", query.Values, reader => Pages.Read(reader, query, size, 12, Row, stop), stop);

    private static Task<List<CreditNoteTotals>> TotalsOf(Session session, ListQuery query, CancellationToken stop) => session.Read(
        $"select n.currency, count(*), sum(n.tax), sum(n.total), sum(n.off_invoice) {CreditNoteFilter.Tables}{query.Where} group by n.currency order by n.currency", query.Values, async row =>
        {
            var totals = new List<CreditNoteTotals>();
            while (await row.ReadAsync(stop))
            {
                var currency = Currency.Parse(row.GetString(0));
                totals.Add(new CreditNoteTotals(currency, row.GetInt64(1), new(row.GetDecimal(2), currency), new(row.GetDecimal(3), currency), new(row.GetDecimal(4), currency)));
            }
            return totals;
        }, stop);

    private const string Columns = "n.id, n.number, n.invoice_id, n.invoice_number, coalesce(c.merged_into, n.client_id), c.name, n.currency, n.issue_date, n.reason, n.tax, n.total, n.off_invoice";

    private static CreditNoteListRow Row(NpgsqlDataReader row)
    {
        var currency = Currency.Parse(row.GetString(6));
        Money Amount(int column) => new(row.GetDecimal(column), currency);
        return new CreditNoteListRow(row.GetGuid(0), row.GetString(1), row.GetGuid(2), row.GetString(3), row.GetGuid(4), row.GetString(5), row.GetFieldValue<DateOnly>(7), row.GetString(8), currency, Amount(9), Amount(10), Amount(11));
    }
}

/// <summary>A credit note as the list shows it.</summary>
internal sealed record CreditNoteListRow(Guid Id, string Number, Guid InvoiceId, string InvoiceNumber, Guid ClientId, string ClientName, DateOnly IssueDate, string Reason, Currency Currency, Money Tax, Money Total, Money OffInvoice);

/// <summary>A page of credit notes. Count and totals go over the whole filter and come with the first page.</summary>
internal sealed record CreditNoteList(IReadOnlyList<CreditNoteListRow> Items, string? NextCursor, long? Count, IReadOnlyList<CreditNoteTotals>? Totals);

/// <summary>What the filtered credit notes of one currency come to.</summary>
/// <param name="OffInvoice">What of them lowered what was due; the rest became credit.</param>
internal sealed record CreditNoteTotals(Currency Currency, long CreditNotes, Money Tax, Money Total, Money OffInvoice);
