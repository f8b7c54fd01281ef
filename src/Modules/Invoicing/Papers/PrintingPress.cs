using Billing.Documents;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Prints invoices, credit notes and quotes in the look and with the bank details that held when they were issued: once, and from then on the same paper.</summary>
internal sealed class PrintingPress(IEnumerable<ILetterheads> letterheads, Pictures pictures, PublicAddress address)
{
    /// <summary>An invoice: a draft anew each time, an issued one as it went out, a voided one with its mark. Null when there is none.</summary>
    public async Task<PrintedPaper?> Invoice(Session session, Organisation organisation, Guid id, CancellationToken stop) => await Kept(session, await Look(session, organisation, id, stop), stop);

    /// <summary>A quote: a draft anew each time, an issued one as it went out. Null when there is none.</summary>
    public async Task<PrintedPaper?> Quote(Session session, Organisation organisation, Guid id, CancellationToken stop) => await Kept(session, await LookAtQuote(session, organisation, id, stop), stop);

    /// <summary>A credit note, as it went out. Null when there is none.</summary>
    public async Task<PrintedPaper?> CreditNote(Session session, Organisation organisation, Guid id, CancellationToken stop) => await Kept(session, await LookAtCreditNote(session, organisation, id, stop), stop);

    /// <summary>Prints those documents that are issued and not kept yet; they are kept when the work commits.</summary>
    public async Task Keep(Work work, Organisation organisation, IReadOnlyList<Guid> documents, CancellationToken stop)
    {
        var session = work.Session;
        foreach (var id in documents)
        {
            var found = await Look(session, organisation, id, stop) ?? await LookAtQuote(session, organisation, id, stop) ?? await LookAtCreditNote(session, organisation, id, stop);
            if (found is not { Keeping: { } keeping, Paper: var fresh }) continue;
            if (keeping.LinkProof is { } proof)
            {
                await work.Load<ClientLink>(ClientLink.OnPaperOf(id), stop);
                work.Decide<ClientLink, ClientLinkEvent>(ClientLink.OnPaperOf(id), link => link.Print(new InvoiceId(id), proof));
            }
            work.Also(KeptPapers.Keeping(session, keeping, fresh));
        }
    }

    private static async Task<PrintedPaper?> Kept(Session session, (PrintedPaper Paper, PaperPlace? Keeping)? found, CancellationToken stop)
    {
        if (found is not { Keeping: { } keeping, Paper: var fresh }) return found?.Paper;
        // The link first: a kept paper never bears one that nobody knows.
        if (keeping.LinkProof is { } proof) await session.Streams<ClientLink>().Decide<ClientLinkEvent>(ClientLink.OnPaperOf(keeping.Document), link => link.Print(new InvoiceId(keeping.Document), proof), stop, opens: true);
        return await KeptPapers.Keep(session, keeping, fresh, stop);
    }

    /// <summary>An invoice's paper, and where to keep it when it is to be kept and is not yet.</summary>
    private async Task<(PrintedPaper Paper, PaperPlace? Keeping)?> Look(Session session, Organisation organisation, Guid id, CancellationToken stop)
    {
        var (now, printed, issuedAt) = (Invoicing.Invoice.Initial, Invoicing.Invoice.Initial, (DateTimeOffset?)null);
        await foreach (var happened in session.History(id, 0, stop))
        {
            if (happened.Data is not InvoiceEvent) return null;
            now = now.Apply(happened.Data);
            if (issuedAt is null || happened.Data is InvoiceVoided) printed = now; // what came in later is no part of what was issued
            if (happened.Data is InvoiceIssued) issuedAt = happened.At;
        }
        if (!now.IsBegun || now.Standing == InvoiceStanding.Dropped) return null;
        var form = now.Standing == InvoiceStanding.Voided ? PaperForm.Voided : PaperForm.Issued;
        if (issuedAt is not null && await KeptPapers.Find(session, id, form, stop) is { } kept) return (kept, null);

        var attempt = new Attempt(session.Begin(), fresh: true, stop);
        if (await DraftGrounds.Find(attempt, now.ClientId) is not { } client) return null;
        var settings = await SettingsAt(session, issuedAt, stop);
        var addressee = printed.Addressee ?? Addressees.Of(client.Id, client.Client, settings.LanguageFor(client.Client, organisation.Locale));
        var today = LocalDay.Of(session.Now, organisation.TimeZone);
        var ground = await Ground(session, organisation, settings, issuedAt ?? today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), stop);
        var secret = settings is { LinksOnPaper: true, PaymentPage: "" } && address.IsGiven && printed.Outstanding.IsPositive && !addressee.Name.IsErased ? LinkSecret.MakeForPaper() : (LinkSecret?)null;
        if (secret is { } made) ground = ground with { SeenAt = address.Of(made.At(ClientPage.Pages)).AbsoluteUri };
        var fresh = Print(InvoicePapers.Of(new InvoiceId(id), printed, addressee, ground), now.Number ?? "draft");
        return (fresh, issuedAt is null ? null : new PaperPlace(id, form, addressee.Name.Subject) { LinkProof = secret?.Proof });
    }

    /// <summary>A credit note's paper, and where to keep it when it is not kept yet.</summary>
    private async Task<(PrintedPaper Paper, PaperPlace? Keeping)?> LookAtCreditNote(Session session, Organisation organisation, Guid id, CancellationToken stop)
    {
        await foreach (var happened in session.History(id, 0, stop))
        {
            if (happened.Data is not CreditNoteIssued note) return null;
            if (await KeptPapers.Find(session, id, PaperForm.Issued, stop) is { } kept) return (kept, null);
            var paper = InvoicePapers.Of(note, await Ground(session, organisation, await SettingsAt(session, happened.At, stop), happened.At, stop));
            return (Print(paper, note.Number), new PaperPlace(id, PaperForm.Issued, note.Addressee.Name.Subject));
        }
        return null;
    }

    /// <summary>A quote's paper, and where to keep it when it is to be kept and is not yet.</summary>
    private async Task<(PrintedPaper Paper, PaperPlace? Keeping)?> LookAtQuote(Session session, Organisation organisation, Guid id, CancellationToken stop)
    {
        var (printed, dropped, issuedAt) = (Invoicing.Quote.Initial, false, (DateTimeOffset?)null);
        await foreach (var happened in session.History(id, 0, stop))
        {
            if (happened.Data is not QuoteEvent) return null;
            if (issuedAt is null) printed = printed.Apply(happened.Data); // what came later is no part of what was issued
            if (happened.Data is QuoteIssued) issuedAt = happened.At;
            dropped |= happened.Data is QuoteDropped;
        }
        if (!printed.IsBegun || dropped) return null;
        if (issuedAt is not null && await KeptPapers.Find(session, id, PaperForm.Issued, stop) is { } kept) return (kept, null);
        if (await DraftGrounds.Find(new Attempt(session.Begin(), fresh: true, stop), printed.ClientId) is not { } client) return null;
        var settings = await SettingsAt(session, issuedAt, stop);
        var addressee = printed.Addressee ?? Addressees.Of(client.Id, client.Client, settings.LanguageFor(client.Client, organisation.Locale));
        var today = LocalDay.Of(session.Now, organisation.TimeZone);
        var paper = InvoicePapers.Of(printed, addressee, await Ground(session, organisation, settings, issuedAt ?? today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), stop));
        var fresh = Print(paper, printed.Number ?? "draft");
        return (fresh, issuedAt is null ? null : new PaperPlace(id, PaperForm.Issued, addressee.Name.Subject));
    }

    /// <summary>Who sends the organisation's documents and mails.</summary>
    public async Task<Letterhead> Sender(Session session, Organisation organisation, CancellationToken stop)
    {
        foreach (var known in letterheads)
            if (await known.Of(session.Tenant, stop) is { } letterhead) return letterhead;
        return new Letterhead(organisation.Name, [], null, [], null);
    }

    private async Task<PaperGround> Ground(Session session, Organisation organisation, InvoicingSettings settings, DateTimeOffset at, CancellationToken stop)
    {
        var sender = await Sender(session, organisation, stop);
        return new PaperGround(settings, sender, at) { Logo = sender.Logo is { } logo ? pictures.Of(logo) : null, IsTest = session.InTestMode };
    }

    /// <summary>The settings that held when an invoice, a quote or a credit note was issued; of a draft those of now.</summary>
    public static async Task<InvoicingSettings> SettingsOf(Session session, Guid document, CancellationToken stop)
    {
        await foreach (var happened in session.History(document, 0, stop))
            if (happened.Data is InvoiceIssued or QuoteIssued or CreditNoteIssued) return await SettingsAt(session, happened.At, stop);
        return await SettingsAt(session, null, stop);
    }

    /// <summary>The settings as they were at a moment; null for now.</summary>
    public static async Task<InvoicingSettings> SettingsAt(Session session, DateTimeOffset? at, CancellationToken stop) => (await session.Streams<InvoicingSettings>().LoadAt(InvoicingSettings.Id, null, at, stop)).State;

    private static PrintedPaper Print(Documents.Paper paper, string name) => new(DownloadName.Safe($"{name}.pdf"), paper.Print());
}
