namespace Billing.Documents;

/// <summary>What a document is.</summary>
public enum PaperKind
{
    /// <summary>Asks for money.</summary>
    Invoice,

    /// <summary>Takes an invoice back, in whole or in part.</summary>
    CreditNote,

    /// <summary>Offers.</summary>
    Quote,
}

/// <summary>How a document looks.</summary>
public enum PaperLook
{
    /// <summary>A serif letter with rules.</summary>
    Classic,

    /// <summary>Bold, with panels in the accent colour.</summary>
    Modern,

    /// <summary>Light, with much white.</summary>
    Minimal,
}

/// <summary>The paper it is printed on.</summary>
public enum PaperFormat
{
    /// <summary>210 × 297 mm; the address stands where a window envelope after DIN 5008 B shows it.</summary>
    A4,

    /// <summary>8.5 × 11 in; the address stands where a No. 10 window envelope shows it.</summary>
    Letter,
}

/// <summary>The language of labels, numbers and dates.</summary>
public enum PaperLanguage
{
    /// <summary>en</summary>
    English,

    /// <summary>de</summary>
    German,

    /// <summary>fr</summary>
    French,

    /// <summary>es</summary>
    Spanish,
}

/// <summary>A word across every page.</summary>
public enum PaperStamp
{
    /// <summary>None.</summary>
    None,

    /// <summary>Not yet a document.</summary>
    Draft,

    /// <summary>No longer a document.</summary>
    Void,

    /// <summary>Never one: somebody tries something out.</summary>
    Test,
}
