using Billing.Documents;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Brings an invoice to its readers: what somebody wrote, the facts, a client link and the PDF.</summary>
internal sealed class InvoiceMail(PrintingPress press, Organisations organisations, PublicAddress address) : IMailComposer
{
    public const string Name = "invoicing.invoice";

    public string Kind => Name;

    /// <summary>The business key of a sending's message.</summary>
    /// <param name="sending">The mail.</param>
    /// <param name="repeats">How often it was sent again.</param>
    public static string KeyOf(Guid sending, int repeats = 0) => repeats == 0 ? $"{Name} {sending}" : FormattableString.Invariant($"{Name} {sending} {repeats}");

    public Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop) => Compose(wanted, session, null, stop);

    /// <summary>The same with a late fee among its facts.</summary>
    public async Task<Mail?> Compose(MailWanted wanted, Session session, Money? fee, CancellationToken stop)
    {
        var sending = (await session.Streams<Sending>().Load(wanted.For, stop)).State;
        if (sending.State is SendingState.Withdrawn or SendingState.Sent) return null;
        var invoice = (await session.Streams<Invoice>().Load(sending.InvoiceId.Value, stop)).State;
        if (sending.IsErased || invoice.Standing == InvoiceStanding.Voided || await organisations.Find(session.Tenant, stop) is not { } organisation || await press.Invoice(session, organisation, sending.InvoiceId.Value, stop) is not { } paper)
        {
            await session.Streams<Sending>().Decide<SendingEvent>(wanted.For, state => state.BecomePointless(), stop);
            return null;
        }
        var secret = await Link(wanted.For, sending.InvoiceId, session, stop);
        return Write(sending.Letter(invoice.Addressee?.Language), invoice, fee, await press.Sender(session, organisation, stop), paper, secret.At(ClientPage.Pages));
    }

    /// <summary>The mail with a letter: what was written, the facts, a button to the client link, the PDF.</summary>
    /// <param name="fee">A late fee that comes with it.</param>
    /// <param name="sender">Who writes.</param>
    /// <param name="paper">The PDF; null where nothing is printed.</param>
    /// <param name="path">Where the client link leads.</param>
    public Mail Write(DocumentLetter letter, Invoice invoice, Money? fee, Letterhead sender, PrintedPaper? paper, string path)
    {
        var message = Placeholders.Fill(letter.Message, new Dictionary<string, string> { [Placeholders.Link] = address.Of(path).AbsoluteUri });
        return Write(letter, [new MailPart.Paragraph(message), .. Facts(invoice, fee, letter.Language, path)], sender, paper);
    }

    /// <summary>The mail with a letter and its parts: to whom, from whom, with what paper.</summary>
    public static Mail Write(DocumentLetter letter, IReadOnlyList<MailPart> parts, Letterhead sender, PrintedPaper? paper) => new(letter.To.Count == 0 ? "" : letter.To[0], "", letter.Language, letter.Subject, parts)
    {
        AlsoTo = [.. letter.To.Skip(1)],
        Copies = letter.Cc,
        ReplyTo = sender.Contact.FirstOrDefault(line => line.Contains('@', StringComparison.Ordinal)),
        Sender = sender.Logo is { } logo && TypeOf(logo) is { } type ? new MailSender(sender.Name, logo, type) : new MailSender(sender.Name),
        Attachments = paper is null ? [] : [new MailAttachment(paper.Name, "application/pdf", paper.Bytes)],
    };

    public async Task Sent(MailWanted wanted, IReadOnlyList<string> refused, Work work, CancellationToken stop)
    {
        var sending = await work.Load<Sending>(wanted.For, stop, fresh: true);
        if (sending.State.State is SendingState.Sent or SendingState.Withdrawn) return;
        work.Decide<Sending, SendingEvent>(wanted.For, state => state.Arrive(refused));
    }

    public async Task<bool> Failed(MailWanted wanted, bool forGood, Work work, CancellationToken stop)
    {
        if ((await work.Load<Sending>(wanted.For, stop, fresh: true)).State.State == SendingState.UnderWay) work.Decide<Sending, SendingEvent>(wanted.For, _ => new SendingFailed(forGood ? SendingTrouble.Refused : SendingTrouble.NotTaken));
        return true;
    }

    public async Task CameBack(MailWanted wanted, MailBounce bounce, Work work, CancellationToken stop)
    {
        var sending = await work.Load<Sending>(wanted.For, stop, fresh: true);
        if (bounce.Key != KeyOf(wanted.For, sending.State.Repeats))
        {
            // It was sent again since, perhaps to others: that goes on, but this address is bad all the same.
            var about = sending.State.Message.Subject;
            if (!sending.State.IsErased) await TellTheClient(new SendingId(wanted.For), sending.State with { BounceReason = new PersonalText(about, bounce.Reason) }, new PersonalText(about, bounce.Reader), work, stop);
            return;
        }
        work.Decide<Sending, SendingEvent>(wanted.For, state => state.ComeBack(bounce.Reader, bounce.Reason));
        var back = (await work.Load<Sending>(wanted.For, stop)).State;
        if (back.Bounced.Count > sending.State.Bounced.Count) await TellTheClient(new SendingId(wanted.For), back, back.Bounced[^1], work, stop);
    }

    private async Task TellTheClient(SendingId id, Sending back, PersonalText reader, Work work, CancellationToken stop)
    {
        // The words of a mail are about its client.
        if (await organisations.Find(work.Session.Tenant, stop) is not { } here || await DraftGrounds.Find(new Attempt(work, fresh: true, stop), new ClientId(back.Message.Subject)) is not { } client) return;
        work.Decide<Client, ClientEvent>(client.Id.Value, now => BouncedReader.Note(now, client.Id, id, back, reader, LocalDay.Of(work.At, here.TimeZone)));
    }

    /// <summary>The link of this mail, with a secret that lies nowhere but in it.</summary>
    private static async Task<LinkSecret> Link(Guid sending, InvoiceId invoice, Session session, CancellationToken stop)
    {
        var secret = LinkSecret.Make();
        await session.Streams<ClientLink>().Decide<ClientLinkEvent>(NamedId.Of("client link of a sending", [sending.ToString()]),
            link => link.Withdrawn ? Decision.Nothing : link.IsGiven ? new ClientLinkRepeated(secret.Proof) : new ClientLinkGiven(invoice, secret.Proof, null, new SendingId(sending)), stop, opens: true);
        return secret;
    }

    private static IEnumerable<MailPart> Facts(Invoice invoice, Money? fee, string language, string path)
    {
        var (words, write) = (ClientWords.In(language), new PaperFormats(Documents.Paper.LanguageOf(language), PaperFormat.A4));
        List<KeyValuePair<string, string>> facts = [new(words.Invoice, invoice.Number!), new(words.Total, write.Money(invoice.Total!.Value)), new(words.Due, write.Date(invoice.DueDate!.Value))];
        if (invoice.Outstanding != invoice.Total) facts.Add(new(words.AmountDue, write.Money(invoice.Outstanding)));
        if (fee is { } charged) facts.Add(new(words.LateFee, write.Money(charged)));
        yield return new MailPart.Facts(facts);
        yield return new MailPart.Button(words.ViewInvoice, path);
        yield return new MailPart.SmallPrint(words.WhoeverHasTheLink);
    }

    private static string? TypeOf(byte[] picture) => picture switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [0xFF, 0xD8, ..] => "image/jpeg",
        _ => null,
    };
}
