namespace Billing.Documents;

/// <summary>
/// A business document as it is to be printed: every value prepared and every sum computed by whoever asks. The paper itself adds up nothing but the totals it
/// carries from page to page. It knows no clock: the same paper gives the same bytes.
/// </summary>
public sealed record Paper
{
    /// <summary>What it is.</summary>
    public required PaperKind Kind { get; init; }

    /// <summary>Its number; none while it is a draft.</summary>
    public string? Number { get; init; }

    /// <summary>The one currency of all its amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>When the file is made: it is in the file's properties.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How it looks.</summary>
    public PaperLook Look { get; init; } = PaperLook.Modern;

    /// <summary>What it is printed on.</summary>
    public PaperFormat Format { get; init; }

    /// <summary>The client's language.</summary>
    public PaperLanguage Language { get; init; }

    /// <summary>The organisation's colour.</summary>
    public PdfColor Accent { get; init; } = new(0x1F, 0x4F, 0xA3);

    /// <summary>The organisation's picture; its name is written where there is none.</summary>
    public PdfImage? Logo { get; init; }

    /// <summary>Across every page.</summary>
    public PaperStamp Stamp { get; init; }

    /// <summary>Who sends it.</summary>
    public required PaperParty Seller { get; init; }

    /// <summary>Whom it is for.</summary>
    public required PaperParty Client { get; init; }

    /// <summary>Where the goods go, if elsewhere.</summary>
    public PaperParty? ShipTo { get; init; }

    /// <summary>The day it is issued.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The day by which it is paid.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Of a quote: the last day it holds.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>What it is for, in days.</summary>
    public Period? Period { get; init; }

    /// <summary>The client's order number.</summary>
    public string? PurchaseOrder { get; init; }

    /// <summary>The client's number with the seller.</summary>
    public string? ClientNumber { get; init; }

    /// <summary>Of a credit note: the number of the invoice it is against.</summary>
    public string? Corrects { get; init; }

    /// <summary>Further facts beside these, in the client's language; the first eight are shown.</summary>
    public IReadOnlyList<PaperFact> MoreFacts { get; init; } = [];

    /// <summary>Some words before the table.</summary>
    public string? Introduction { get; init; }

    /// <summary>The lines, in their groups.</summary>
    public required IReadOnlyList<PaperGroup> Groups { get; init; }

    /// <summary>The sums.</summary>
    public required PaperTotals Totals { get; init; }

    /// <summary>Why there is no tax, such as the words for reverse charge.</summary>
    public string? TaxNote { get; init; }

    /// <summary>What the seller wants to say.</summary>
    public string? Notes { get; init; }

    /// <summary>Under which conditions.</summary>
    public string? Terms { get; init; }

    /// <summary>How to pay by bank transfer.</summary>
    public PaperBank? Bank { get; init; }

    /// <summary>Where to pay online.</summary>
    public string? PaymentLink { get; init; }

    /// <summary>Where the client sees it online, and how to pay it; drawn where there is no <see cref="PaymentLink"/>.</summary>
    public string? PageLink { get; init; }

    /// <summary>A line at the foot of every page.</summary>
    public string? Footer { get; init; }

    /// <summary>Files inside the document, such as an e-invoice.</summary>
    public IReadOnlyList<PdfAttachment> Attachments { get; init; } = [];

    /// <summary>Says that one of the attachments is a Factur-X or ZUGFeRD invoice.</summary>
    public FacturX? FacturX { get; init; }

    /// <summary>The language for a code such as <c>de</c> or <c>de-AT</c>; English for any that the paper does not speak.</summary>
    public static PaperLanguage LanguageOf(string? code) => code?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "de" => PaperLanguage.German,
        "fr" => PaperLanguage.French,
        "es" => PaperLanguage.Spanish,
        _ => PaperLanguage.English,
    };

    /// <summary>The document as PDF/A-3b.</summary>
    public byte[] Print() => new PaperPress(this).Print();
}
