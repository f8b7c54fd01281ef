using Billing.Documents;
using Billing.Identity.Contracts;

namespace Billing.Invoicing;

/// <summary>What a paper depends on besides the document.</summary>
/// <param name="Settings">As they were when it was issued.</param>
/// <param name="Sender">Whose document it is.</param>
/// <param name="At">When it was issued.</param>
internal sealed record PaperGround(InvoicingSettings Settings, Letterhead Sender, DateTimeOffset At)
{
    /// <summary>The sender's picture; null for none.</summary>
    public PdfImage? Logo { get; init; }

    /// <summary>The client link that an invoice bears; null for none.</summary>
    public string? SeenAt { get; init; }

    /// <summary>Whether the organisation tries things out: the paper says so, and nobody should pay it.</summary>
    public bool IsTest { get; init; }
}

/// <summary>Invoices, credit notes and quotes as they are to be printed.</summary>
internal static class InvoicePapers
{
    public static Documents.Paper Of(InvoiceId id, Invoice invoice, Addressee addressee, PaperGround ground)
    {
        var totals = invoice.Totals().Value;
        var money = invoice.Standing is InvoiceStanding.Issued or InvoiceStanding.GivenUp;
        return Begin(PaperKind.Invoice, invoice.Number, invoice.Currency, addressee, ground) with
        {
            Stamp = invoice.Standing switch { InvoiceStanding.Draft => PaperStamp.Draft, InvoiceStanding.Voided => PaperStamp.Void, _ => Usual(ground) },
            ShipTo = ShipTo(invoice.Wording),
            IssuedOn = invoice.IssueDate,
            DueOn = invoice.DueDate,
            Period = invoice.Period,
            PurchaseOrder = invoice.Wording.PurchaseOrder,
            Groups = Groups(invoice.Lines, totals, invoice.Treatment),
            Totals = Sums(totals, invoice.Discount, invoice.Rules) with
            {
                Paid = money && !invoice.Paid.IsZero ? invoice.Paid : null,
                Credited = money && !invoice.Credited.IsZero ? invoice.Credited : null,
                AmountDue = money ? invoice.Outstanding : null,
            },
            TaxNote = TaxNote(invoice.Treatment, invoice.TaxReason, addressee.Language),
            Notes = invoice.Wording.Notes,
            Terms = invoice.Wording.Terms,
            PaymentLink = ground.Settings.LinksOnPaper && money && !ground.IsTest ? PaymentAddress.Of(ground.Settings.PaymentPage, id, invoice.Number!, invoice.Outstanding) : null,
            PageLink = ground.SeenAt,
            Bank = ground.Settings.Bank is { } bank && (bank.Iban ?? bank.Holder) is not null ? new PaperBank(bank.Holder ?? ground.Sender.Name) { Iban = bank.Iban, Bic = bank.Bic, Bank = bank.Bank } : null,
        };
    }

    public static Documents.Paper Of(CreditNoteIssued note, PaperGround ground)
    {
        var totals = WriteCreditNote.TotalsOf(note);
        return Begin(PaperKind.CreditNote, note.Number, note.Total.Currency, note.Addressee, ground) with
        {
            Stamp = Usual(ground),
            IssuedOn = note.IssueDate,
            Corrects = note.InvoiceNumber,
            Groups = Groups(note.Lines, totals, note.Treatment),
            Totals = Sums(totals, note.Discount, note.Rules),
            TaxNote = TaxNote(note.Treatment, null, note.Addressee.Language),
            Notes = note.Reason,
        };
    }

    public static Documents.Paper Of(Quote quote, Addressee addressee, PaperGround ground)
    {
        var totals = quote.Totals().Value;
        return Begin(PaperKind.Quote, quote.Number, quote.Currency, addressee, ground) with
        {
            Stamp = quote.Standing == QuoteStanding.Draft ? PaperStamp.Draft : Usual(ground),
            ShipTo = ShipTo(quote.Wording),
            IssuedOn = quote.IssueDate,
            ValidUntil = quote.ValidUntil,
            Period = quote.Period,
            PurchaseOrder = quote.Wording.PurchaseOrder,
            Groups = Groups(quote.Lines, totals, quote.Treatment),
            Totals = Sums(totals, quote.Discount, quote.Rules),
            TaxNote = TaxNote(quote.Treatment, quote.TaxReason, addressee.Language),
            Notes = quote.Wording.Notes,
            Terms = quote.Wording.Terms,
        };
    }

    private static PaperStamp Usual(PaperGround ground) => ground.IsTest ? PaperStamp.Test : PaperStamp.None;

    private static PaperParty? ShipTo(Wording wording) => wording.ShipTo is { IsErased: false } to && to.Shown.Split('\n') is [var name, .. var lines] ? new PaperParty(name, lines) : null;

    private static Documents.Paper Begin(PaperKind kind, string? number, Currency currency, Addressee addressee, PaperGround ground) => new()
    {
        Kind = kind,
        Number = number,
        Currency = currency,
        CreatedAt = ground.At,
        Look = ground.Settings.Look switch { DocumentLook.Classic => PaperLook.Classic, DocumentLook.Modern => PaperLook.Modern, _ => PaperLook.Minimal },
        Format = ground.Settings.Paper == Invoicing.Paper.Letter ? PaperFormat.Letter : PaperFormat.A4,
        Language = Documents.Paper.LanguageOf(addressee.Language),
        Logo = ground.Logo,
        Seller = new PaperParty(ground.Sender.Name, Lines(ground.Sender.Address, ground.Sender.Country, addressee.Language)) { Contact = ground.Sender.Contact, TaxId = ground.Settings.SellerTaxId },
        Client = new PaperParty(addressee.Name.Shown, Lines(addressee.Address?.Text?.Split('\n') ?? [], addressee.Country, addressee.Language)) { TaxId = addressee.TaxId?.Text },
        Groups = [],
        Totals = new PaperTotals(Money.Zero(currency), Money.Zero(currency)),
        Footer = ground.Settings.Footer.Length == 0 ? null : ground.Settings.Footer,
    };

    private static List<string> Lines(IReadOnlyList<string> address, string? country, string? language) =>
        country is null ? [.. address] : [.. address, Countries.NameOf(country, Documents.Paper.LanguageOf(language))];

    private static List<PaperGroup> Groups(IReadOnlyList<InvoiceLine> lines, Totals totals, TaxTreatment treatment)
    {
        var shown = lines.Index().Where(line => line.Item.Kind == LineKind.Item).GroupBy(line => line.Item.Group).ToList();
        return [.. shown.Select(group => new PaperGroup(
            shown.Count > 1 || group.Key is not null ? group.Key : null,
            [.. group.Select(line => OfLine(line.Item, totals.Lines[line.Index], treatment))],
            shown.Count > 1 ? Invoicing.Totals.Sum(totals.Total.Currency, group.Select(line => totals.Lines[line.Index].Amount)) : null))];
    }

    private static PaperLine OfLine(InvoiceLine line, LineAmount amount, TaxTreatment treatment) => new(line.Description, amount.Amount)
    {
        Quantity = line.Quantity.Value,
        UnitPrice = line.UnitPrice.Value,
        Taxes = treatment == TaxTreatment.Standard ? [.. line.Taxes.Select(tax => tax.Rate)] : [],
        Period = line.Period,
        Detail = line.Discount is null ? null : line.Discount.Percent is { } percent ? $"−{percent}" : $"−{amount.Discount}",
    };

    private static PaperTotals Sums(Totals totals, Discount? discount, TaxRules rules) => new(totals.Subtotal, totals.Total)
    {
        Discount = totals.Discount.IsZero ? null : totals.Discount,
        DiscountLabel = discount?.Percent?.ToString(),
        Taxes = [.. totals.Taxes.Select(tax => new PaperTax(tax.Tax.Rate, tax.Amount, tax.On, rules.PricesIncludeTax, tax.Tax.Name))],
        Shipping = totals.Shipping.IsZero ? null : totals.Shipping,
    };

    private static string? TaxNote(TaxTreatment treatment, string? reason, string? language) => treatment switch
    {
        TaxTreatment.Standard => null,
        TaxTreatment.Exempt => reason,
        _ => language switch
        {
            "de" => "Steuerschuldnerschaft des Leistungsempfängers (Reverse Charge).",
            "fr" => "Autoliquidation : la TVA est due par le preneur.",
            "es" => "Inversión del sujeto pasivo: el impuesto lo declara el destinatario.",
            _ => "Reverse charge: the recipient is liable for the tax.",
        },
    };
}
