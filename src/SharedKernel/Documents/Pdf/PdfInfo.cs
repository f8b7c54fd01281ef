namespace Billing.Documents;

/// <summary>What a PDF says about itself, in its properties and in XMP.</summary>
/// <param name="Title">Shown as the window's title.</param>
/// <param name="Language">BCP 47, such as <c>de</c>: how a screen reader speaks it.</param>
/// <param name="CreatedAt">When the document was made; an argument, so that the same document has the same bytes.</param>
public sealed record PdfInfo(string Title, string Language, DateTimeOffset CreatedAt)
{
    /// <summary>Whose document it is.</summary>
    public string? Author { get; init; }

    /// <summary>What it is about.</summary>
    public string? Subject { get; init; }

    /// <summary>The e-invoice inside, when it is a Factur-X or ZUGFeRD invoice; the file itself is attached besides.</summary>
    public FacturX? FacturX { get; init; }
}

/// <summary>What the XMP of a Factur-X or ZUGFeRD 2 invoice says.</summary>
/// <param name="FileName">The attached file, <c>factur-x.xml</c> or <c>xrechnung.xml</c>.</param>
/// <param name="ConformanceLevel"><c>MINIMUM</c>, <c>BASIC WL</c>, <c>BASIC</c>, <c>EN 16931</c>, <c>EXTENDED</c> or <c>XRECHNUNG</c>.</param>
/// <param name="Version">Of the standard, such as <c>1.0</c>.</param>
public sealed record FacturX(string FileName, string ConformanceLevel, string Version = "1.0");

/// <summary>How an attached file stands to the document: <c>AFRelationship</c> of ISO 19005-3.</summary>
public enum PdfRelationship
{
    /// <summary>None of the others.</summary>
    Unspecified,

    /// <summary>What the document was made of.</summary>
    Source,

    /// <summary>The data behind what is shown.</summary>
    Data,

    /// <summary>The same in another form, such as an e-invoice.</summary>
    Alternative,

    /// <summary>Something in addition.</summary>
    Supplement,
}

/// <summary>A file inside the document.</summary>
/// <param name="Name">File name, without a path.</param>
/// <param name="MediaType">Such as <c>text/xml</c>.</param>
/// <param name="Relationship">How it stands to the document.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="ModifiedAt">When it was last written.</param>
/// <param name="Description">For people.</param>
public sealed record PdfAttachment(string Name, string MediaType, PdfRelationship Relationship, ReadOnlyMemory<byte> Content, DateTimeOffset ModifiedAt, string Description = "");

/// <summary>A size of paper in points, upright.</summary>
public readonly record struct PdfSize(double Width, double Height)
{
    /// <summary>210 × 297 mm.</summary>
    public static PdfSize A4 => new(595.276, 841.89);

    /// <summary>8.5 × 11 in.</summary>
    public static PdfSize Letter => new(612, 792);
}
