using Billing.Documents;

namespace Billing.Invoicing;

/// <summary>What the placeholders of a mail stand for, as the language of the document writes it.</summary>
internal static class LetterValues
{
    /// <param name="invoice">Issued.</param>
    /// <param name="client">As it is now.</param>
    /// <param name="sender">The organisation's name.</param>
    /// <param name="language">Of the mail.</param>
    public static Dictionary<string, TemplateValue> Of(Invoice invoice, Client client, string sender, string language)
    {
        var write = WriteIn(language);
        return new(OfDocument(write, invoice.Number!, client, invoice.Wording, invoice.Total!.Value, invoice.IssueDate!.Value, invoice.Lines, invoice.Totals(), sender))
        {
            ["amount"] = write.Value(invoice.Outstanding),
            ["due"] = write.Value(invoice.DueDate!.Value),
        };
    }

    /// <param name="quote">Issued.</param>
    /// <param name="client">As it is now.</param>
    /// <param name="sender">The organisation's name.</param>
    /// <param name="language">Of the mail.</param>
    public static Dictionary<string, TemplateValue> Of(Quote quote, Client client, string sender, string language)
    {
        var write = WriteIn(language);
        return new(OfDocument(write, quote.Number!, client, quote.Wording, quote.Total!.Value, quote.IssueDate!.Value, quote.Lines, quote.Totals(), sender)) { ["until"] = write.Value(quote.ValidUntil!.Value) };
    }

    /// <summary>With what a reminder knows besides.</summary>
    /// <param name="values">Of its invoice.</param>
    /// <param name="language">Of the mail.</param>
    /// <param name="daysLate">Since the due date; negative before it.</param>
    /// <param name="fee">That comes with it; nothing where there is none.</param>
    public static Dictionary<string, TemplateValue> Reminding(this Dictionary<string, TemplateValue> values, string language, int daysLate, Money fee) => new(values)
    {
        ["days"] = TemplateValue.Number(WriteIn(language).Quantity(Math.Abs(daysLate)), daysLate),
        ["fee"] = WriteIn(language).Value(fee),
    };

    /// <summary>With the day that another module writes about.</summary>
    /// <param name="values">Of its invoice.</param>
    /// <param name="language">Of the mail.</param>
    /// <param name="day">Where the reader is.</param>
    public static Dictionary<string, TemplateValue> On(this Dictionary<string, TemplateValue> values, string language, DateOnly day) => new(values) { ["day"] = WriteIn(language).Value(day) };

    private static Dictionary<string, TemplateValue> OfDocument(PaperFormats write, string number, Client client, Wording wording, Money total, DateOnly issued, ValueList<InvoiceLine> lines, Result<Totals> totals, string sender) => new()
    {
        ["number"] = TemplateValue.Words(number),
        ["client"] = TemplateValue.Words(client.Name),
        ["purchaseOrder"] = TemplateValue.Words(wording.PurchaseOrder),
        ["total"] = write.Value(total),
        ["issued"] = write.Value(issued),
        ["sender"] = TemplateValue.Words(sender),
        ["lines"] = TemplateValue.List(totals.TryGet(out var amounts, out _) ? [.. lines.Zip(amounts.Lines, (line, amount) => OfLine(write, line, amount, total.Currency))] : []),
    };

    private static Dictionary<string, TemplateValue> OfLine(PaperFormats write, InvoiceLine line, LineAmount amount, Currency currency) => new()
    {
        ["description"] = TemplateValue.Words(line.Description),
        ["quantity"] = TemplateValue.Number(write.Quantity(line.Quantity.Value), line.Quantity.Value),
        ["price"] = TemplateValue.Number(write.Price(line.UnitPrice.Value, currency), line.UnitPrice.Value),
        ["amount"] = write.Value(amount.Amount),
    };

    private static PaperFormats WriteIn(string language) => new(Documents.Paper.LanguageOf(language), PaperFormat.A4);

    private static TemplateValue Value(this PaperFormats write, Money money) => TemplateValue.Amount(write.Money(money), write.Amount(money), money);

    private static TemplateValue Value(this PaperFormats write, DateOnly day) => TemplateValue.Day(write.Date(day), write.DateInWords(day), day);
}
