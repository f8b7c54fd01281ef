using Billing.Documents;

namespace Billing.Invoicing;

/// <summary>What the placeholders of a mail stand for, as the language of the document writes it.</summary>
internal static class LetterValues
{
    /// <param name="invoice">Issued.</param>
    /// <param name="client">As it is now.</param>
    /// <param name="sender">The organisation's name.</param>
    /// <param name="language">Of the mail.</param>
    public static Dictionary<string, string> Of(Invoice invoice, Client client, string sender, string language) =>
        Of(language, invoice.Number!, client.Name, invoice.Outstanding, invoice.Total!.Value, invoice.DueDate!.Value, sender);

    /// <param name="quote">Issued.</param>
    /// <param name="client">As it is now.</param>
    /// <param name="sender">The organisation's name.</param>
    /// <param name="language">Of the mail.</param>
    public static Dictionary<string, string> Of(Quote quote, Client client, string sender, string language)
    {
        var write = new PaperFormats(Documents.Paper.LanguageOf(language), PaperFormat.A4);
        return new() { ["number"] = quote.Number!, ["client"] = client.Name, ["total"] = write.Money(quote.Total!.Value), ["until"] = write.Date(quote.ValidUntil!.Value), ["sender"] = sender };
    }

    public static Dictionary<string, string> Of(string language, string number, string client, Money outstanding, Money total, DateOnly due, string sender)
    {
        var write = new PaperFormats(Documents.Paper.LanguageOf(language), PaperFormat.A4);
        return new() { ["number"] = number, ["client"] = client, ["amount"] = write.Money(outstanding), ["total"] = write.Money(total), ["due"] = write.Date(due), ["sender"] = sender };
    }

    /// <summary>With what a reminder knows besides.</summary>
    /// <param name="values">Of its invoice.</param>
    /// <param name="language">Of the mail.</param>
    /// <param name="daysLate">Since the due date; negative before it.</param>
    /// <param name="fee">That comes with it; nothing where there is none.</param>
    public static Dictionary<string, string> Reminding(this Dictionary<string, string> values, string language, int daysLate, Money fee) => new(values)
    {
        ["days"] = Math.Abs(daysLate).ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["fee"] = new PaperFormats(Documents.Paper.LanguageOf(language), PaperFormat.A4).Money(fee),
    };
}
