using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>What mails of the organisation's own words are for.</summary>
internal enum MailTextKind
{
    /// <summary>The mail with an invoice.</summary>
    Invoice,

    /// <summary>A reminder.</summary>
    Reminder,

    /// <summary>The mail with a quote.</summary>
    Quote,
}

/// <summary>Shows a text that is being written in the mail that it would make, for a client and a document that are made up.</summary>
/// <param name="Kind">What the mail is for.</param>
/// <param name="Text">As written so far.</param>
/// <param name="Step">Of a reminder, in days after the due date.</param>
internal sealed record PreviewMailText(MailTextKind Kind, MailText Text, int Step = 0)
{
    public Result<MailText> Read() => Step is < -60 or > 365 ? No.OutOfRange : Text.Read(Known);

    private IReadOnlyList<TemplateField> Known => Kind switch
    {
        MailTextKind.Reminder => Placeholders.OfReminder,
        MailTextKind.Quote => Placeholders.OfQuote,
        _ => Placeholders.OfInvoice,
    };

    /// <summary>An issued invoice of 119.00.</summary>
    /// <param name="currency">The organisation's.</param>
    /// <param name="language">Of the mail.</param>
    /// <param name="due">Its due date.</param>
    public static Invoice Sample(Currency currency, string language, DateOnly due) =>
        (Invoice.Initial with { Currency = currency, Lines = SampleLines(currency) }).Apply(new InvoiceIssued("INV-0000", due.AddDays(-14), due, SampleReader(language), Money.Round(119, currency)));

    /// <summary>An issued quote of 119.00.</summary>
    /// <param name="currency">The organisation's.</param>
    /// <param name="language">Of the mail.</param>
    /// <param name="issued">The day it goes.</param>
    public static Quote SampleQuote(Currency currency, string language, DateOnly issued) =>
        (Quote.Initial with { Currency = currency, Lines = SampleLines(currency) }).Apply(new QuoteIssued("Q-0000", issued, issued.AddDays(30), SampleReader(language), Money.Round(119, currency)));

    private static Addressee SampleReader(string language) => new(new PersonalText(Guid.Empty, SampleName), null, null, null, null, language);

    private static ValueList<InvoiceLine> SampleLines(Currency currency) => [SampleLine("Sample work", 100, currency), SampleLine("Sample expenses", 19, currency)];

    private static InvoiceLine SampleLine(string description, decimal price, Currency currency) => new(description, Quantity.One, new UnitPrice(Money.Round(price, currency).Amount), null, [], null, null, LineKind.Item, []);

    private const string SampleName = "Sample client";

    private Mail Write(MailText text, Organisation here, Letterhead sender, InvoiceMail mails, DateOnly today)
    {
        var client = Client.Initial with { Name = SampleName };
        DocumentLetter Letter(Dictionary<string, TemplateValue> values) => DocumentLetter.For(client, text.With(values));
        if (Kind == MailTextKind.Quote)
        {
            var quote = SampleQuote(here.Currency, text.Language, today);
            return QuoteMail.Write(Letter(LetterValues.Of(quote, client, sender.Name, text.Language)), quote, sender, null);
        }
        var invoice = Sample(here.Currency, text.Language, today.AddDays(-Step));
        var values = LetterValues.Of(invoice, client, sender.Name, text.Language);
        return mails.Write(Letter(Kind == MailTextKind.Reminder ? values.Reminding(text.Language, Step, Money.Zero(here.Currency)) : values), invoice, null, sender, null, MailPreview.LinkPath);
    }

    private static class No
    {
        public static readonly Refusal OutOfRange = new("step-out-of-range", "A reminder goes at most 60 days before and 365 days after the due date.");
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/invoicing/mail-texts/preview", async (PreviewMailText command, Organisation here, Session session, PrintingPress press, InvoiceMail mails, IEnumerable<IMailPaper> papers, CommandEdge edge, Today today, CancellationToken stop) =>
        {
            if (!command.Read().TryGet(out var text, out var refused)) return (IResult)edge.Refused(refused);
            var mail = command.Write(text, here, await press.Sender(session, here, stop), mails, today.Date);
            return Answer.Of(MailPreview.Of(mail, [], papers.First(), today.Date, null));
        })
        .Produces<MailPreview>().Requires(Permission.ArrangeInvoicing).WithSummary("A text as it would look in a mail, for a document that is made up");
}
