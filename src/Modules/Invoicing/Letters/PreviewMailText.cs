using Billing.EventStore;
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
}

/// <summary>Shows a text that is being written in the mail that it would make, for a client and an invoice that are made up.</summary>
/// <param name="Kind">What the mail is for.</param>
/// <param name="Text">As written so far.</param>
/// <param name="Step">Of a reminder, in days after the due date.</param>
internal sealed record PreviewMailText(MailTextKind Kind, MailText Text, int Step = 0)
{
    public Result<MailText> Read() => Step is < -60 or > 365 ? No.OutOfRange : Text.Read(Kind == MailTextKind.Reminder ? Placeholders.OfReminder : Placeholders.OfInvoice);

    /// <summary>An issued invoice of 119.00.</summary>
    /// <param name="currency">The organisation's.</param>
    /// <param name="language">Of the mail.</param>
    /// <param name="due">Its due date.</param>
    public static Invoice Sample(Currency currency, string language, DateOnly due)
    {
        PersonalText About(string text) => new(Guid.Empty, text);
        var issued = new InvoiceIssued("INV-0000", due.AddDays(-14), due, new Addressee(About("Sample client"), null, null, null, null, language), Money.Round(119, currency));
        return (Invoice.Initial with { Currency = currency }).Apply(issued);
    }

    private static class No
    {
        public static readonly Refusal OutOfRange = new("step-out-of-range", "A reminder goes at most 60 days before and 365 days after the due date.");
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/invoicing/mail-texts/preview", async (PreviewMailText command, Organisation here, Session session, PrintingPress press, InvoiceMail mails, IEnumerable<IMailPaper> papers, CommandEdge edge, Today today, CancellationToken stop) =>
        {
            if (!command.Read().TryGet(out var text, out var refused)) return (IResult)edge.Refused(refused);
            var invoice = Sample(here.Currency, text.Language, today.Date.AddDays(-command.Step));
            var sender = await press.Sender(session, here, stop);
            var values = LetterValues.Of(invoice, Client.Initial with { Name = "Sample client" }, sender.Name, text.Language);
            text = text.With(command.Kind == MailTextKind.Reminder ? values.Reminding(text.Language, command.Step, Money.Zero(here.Currency)) : values);
            var letter = new DocumentLetter([], [], text.Subject, text.Message, text.Language);
            return Answer.Of(MailPreview.Of(mails.Write(letter, invoice, null, sender, null, MailPreview.LinkPath), [], papers.First(), today.Date, null));
        })
        .Produces<MailPreview>().Requires(Permission.ArrangeInvoicing).WithSummary("A text as it would look in a mail, for an invoice that is made up");
}
