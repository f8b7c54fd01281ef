using System.ComponentModel.DataAnnotations;
using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>An invoice as it stands: what is printed on it, what has been paid, what is still to come.</summary>
/// <param name="Number">Null for a draft.</param>
/// <param name="IssueDate">Of a draft: the date it shall bear; null for the day on which it is issued.</param>
/// <param name="Subtotal">Lines less their own discounts, without shipping.</param>
/// <param name="Discount">What the discount on the subtotal comes to.</param>
/// <param name="Tax">All taxes; contained in the total or on top, as the rules say.</param>
/// <param name="Ended">Why and when it was voided or given up.</param>
/// <param name="Mirror">Where it was born, when it was taken over; null for one of ours.</param>
internal sealed record InvoicePage(
    Guid Id, string? Number, InvoiceStatus Status, InvoiceState State, InvoiceClient Client, DateOnly? IssueDate, DateOnly? DueDate, int TermsDays, Period? Period, Currency Currency,
    IReadOnlyList<InvoicePageLine> Lines, Money Subtotal, Money Discount, Discount? DiscountTerms, Money Shipping, IReadOnlyList<InvoicePageTax> Taxes, Money Tax, Money Total, Money Paid, Money Credited, Money Outstanding,
    TaxRules TaxRules, TaxTreatment TaxTreatment, string? TaxReason, string? Notes, string? Terms, string? PurchaseOrder, string? ShipTo,
    IReadOnlyList<InvoicePayment> Payments, IReadOnlyList<Crediting> CreditNotes, Ending? Ended, Guid? BillingRun, Guid? Replaces, Guid? Quote, Guid? Recurring, InvoiceMirror? Mirror, long Version)
{
    public static InvoicePage Of(Guid id, Versioned<Invoice> invoice, Client client, DateOnly today)
    {
        var i = invoice.State;
        var totals = i.Totals().TryGet(out var sound, out _) ? sound : Totals.Of(i.Currency, [], null, i.Rules).Value; // a draft is sound at the end of each command
        return new InvoicePage(
            id, i.Number, Derived.Status(i.Standing, i.Outstanding.Amount), Derived.State(i.Standing, i.Outstanding.Amount, i.Paid.IsPositive || i.Credited.IsPositive, i.DueDate, today), InvoiceClient.Of(i.ClientId, i.Addressee, client),
            i.IssueDate, i.DueDate, i.TermsDays, i.Period, i.Currency, [.. i.Lines.Select((line, n) => InvoicePageLine.Of(line, totals.Lines[n]))],
            totals.Subtotal, totals.Discount, i.Discount, totals.Shipping, [.. totals.Taxes.Select(tax => new InvoicePageTax(tax.Tax.Name, tax.Tax.Rate, tax.On, tax.Amount))], totals.Tax, i.Total ?? totals.Total,
            i.Paid, i.Credited, i.Outstanding, i.Rules, i.Treatment, i.TaxReason, i.Wording.Notes, i.Wording.Terms, i.Wording.PurchaseOrder, i.Wording.ShipTo?.Shown,
            [.. i.Settlings.Select(settling => new InvoicePayment(settling.PaymentId is null ? "credit" : "payment", settling.PaymentId?.Value, settling.Reference, settling.Amount, settling.On))],
            i.Creditings, i.Ended is { } ended ? new Ending(ended.Reason, ended.On) : null, i.BillingRun?.Value, i.Replaces?.Value, i.Quote?.Value, i.Recurring?.Value, i.Mirror, invoice.Version);
    }
}

/// <summary>Who the document is for: as they are, and once it is issued, as they were then.</summary>
internal sealed record InvoiceClient(ClientId Id, string Name, string? Address, string? Email, string? TaxId, string? Country, string? Language)
{
    public static InvoiceClient Of(ClientId id, Addressee? issued, Client client) => issued is { } was
        ? new(id, was.Name.Shown, was.Address?.Shown, was.Email?.Shown, was.TaxId?.Shown, was.Country, was.Language)
        : new(id, client.Name, Addressees.Lines(client.Address), client.Emails.Count > 0 ? client.Emails[0] : null, client.TaxId, client.Address.Country, client.Language);
}

/// <summary>A line with its amounts.</summary>
/// <param name="Price">Quantity × unit price, rounded.</param>
/// <param name="DiscountAmount">What the line's own discount comes to.</param>
/// <param name="Amount">What the line adds.</param>
internal sealed record InvoicePageLine(
    string Description, Quantity Quantity, UnitPrice UnitPrice, Money Price, Discount? Discount, Money DiscountAmount, Money Amount, IReadOnlyList<TaxRate> Taxes, Period? Period, string? Group, LineKind Kind, IReadOnlyList<ChargeId> Charges)
{
    public static InvoicePageLine Of(InvoiceLine line, LineAmount amount) =>
        new(line.Description, line.Quantity, line.UnitPrice, amount.Price, line.Discount, amount.Discount, amount.Amount, line.Taxes, line.Period, line.Group, line.Kind, line.Charges);
}

/// <summary>What one tax comes to.</summary>
/// <param name="On">The price without tax that it is owed on.</param>
internal sealed record InvoicePageTax(string Name, Percentage Rate, Money On, Money Amount)
{
    public static InvoicePageTax Of(TaxTotal tax) => new(tax.Tax.Name, tax.Tax.Rate, tax.On, tax.Amount);
}

/// <summary>Money that pays the invoice.</summary>
/// <param name="Kind">payment, or credit that the client had.</param>
internal sealed record InvoicePayment([property: AllowedValues("payment", "credit")] string Kind, Guid? PaymentId, string? Reference, Money Amount, DateOnly On);

/// <summary>Why and when an invoice came to its end without being paid.</summary>
internal sealed record Ending(string Reason, DateOnly On);

/// <summary>A client as a document names it.</summary>
internal static class Addressees
{
    /// <summary>The client as it is, to be frozen on a document.</summary>
    /// <param name="id">The client's, whom the words are about.</param>
    /// <param name="client">As it is now.</param>
    /// <param name="language">The document's.</param>
    public static Addressee Of(ClientId id, Client client, string language)
    {
        PersonalText? About(string? text) => text is null ? null : new PersonalText(id.Value, text);
        return new Addressee(About(client.Name)!, About(Lines(client.Address)), About(client.Emails.Count > 0 ? client.Emails[0] : null), About(client.TaxId), client.Address.Country, language);
    }

    /// <summary>An address on several lines, but for its country; null when there is none.</summary>
    public static string? Lines(BillingAddress address)
    {
        var town = string.Join(' ', new[] { address.PostalCode, address.City, address.State }.Where(part => part is not null));
        var lines = string.Join('\n', new[] { address.Line1, address.Line2, town.Length == 0 ? null : town }.Where(line => line is not null));
        return lines.Length == 0 ? null : lines;
    }
}
