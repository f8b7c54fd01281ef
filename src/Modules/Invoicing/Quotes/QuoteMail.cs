using Billing.Documents;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Brings a quote to its readers as an invoice is brought, with the facts and the PDF; one that cannot be accepted any more does not go.</summary>
internal sealed class QuoteMail(InvoiceMail mail, PrintingPress press, Organisations organisations) : IMailComposer
{
    public const string Name = "invoicing.quote";

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        var sending = (await session.Streams<Sending>().Load(wanted.For, stop)).State;
        if (sending.State is SendingState.Withdrawn or SendingState.Sent) return null;
        var quote = (await session.Streams<Quote>().Load(sending.QuoteId.Value, stop)).State;
        if (sending.IsErased || await organisations.Find(session.Tenant, stop) is not { } here || quote.StateOn(LocalDay.Of(session.Now, here.TimeZone)) != QuoteState.Open || await press.Quote(session, here, sending.QuoteId.Value, stop) is not { } paper)
        {
            await session.Streams<Sending>().Decide<SendingEvent>(wanted.For, state => state.BecomePointless(), stop);
            return null;
        }
        return Write(sending.Letter(quote.Addressee?.Language), quote, await press.Sender(session, here, stop), paper);
    }

    /// <summary>The mail with a letter: what was written, the facts, the PDF.</summary>
    /// <param name="sender">Who writes.</param>
    /// <param name="paper">The PDF; null where nothing is printed.</param>
    public static Mail Write(DocumentLetter letter, Quote quote, Letterhead sender, PrintedPaper? paper) => InvoiceMail.Write(letter, [new MailPart.Paragraph(letter.Message), Facts(quote, letter.Language)], sender, paper);

    public Task Sent(MailWanted wanted, IReadOnlyList<string> refused, Work work, CancellationToken stop) => mail.Sent(wanted, refused, work, stop);

    public Task<bool> Failed(MailWanted wanted, bool forGood, Work work, CancellationToken stop) => mail.Failed(wanted, forGood, work, stop);

    public Task CameBack(MailWanted wanted, MailBounce bounce, Work work, CancellationToken stop) => mail.CameBack(wanted, bounce, work, stop);

    private static MailPart.Facts Facts(Quote quote, string language)
    {
        var (words, write) = (ClientWords.In(language), new PaperFormats(Documents.Paper.LanguageOf(language), PaperFormat.A4));
        return new([new(words.Quote, quote.Number!), new(words.Total, write.Money(quote.Total!.Value)), new(words.ValidUntil, write.Date(quote.ValidUntil!.Value))]);
    }
}
