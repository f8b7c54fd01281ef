namespace Billing.Documents;

/// <summary>The fonts that the product brings along: Source Sans 3 and Source Serif 4 (SIL Open Font License 1.1). Latin of all of Europe, Greek, Cyrillic, the signs of currencies; figures all of one width.</summary>
public static class PdfFonts
{
    private static readonly Lazy<PdfFont>
        OfSans = Load("SourceSans3-Regular"), OfSansSemibold = Load("SourceSans3-Semibold"), OfSansLight = Load("SourceSans3-Light"),
        OfSerif = Load("SourceSerif4-Regular"), OfSerifSemibold = Load("SourceSerif4-Semibold"), OfSerifDisplay = Load("SourceSerif4Display-Regular");

    /// <summary>For reading.</summary>
    public static PdfFont Sans => OfSans.Value;

    /// <summary>For headings and totals.</summary>
    public static PdfFont SansSemibold => OfSansSemibold.Value;

    /// <summary>For large sizes.</summary>
    public static PdfFont SansLight => OfSansLight.Value;

    /// <summary>For reading, with serifs.</summary>
    public static PdfFont Serif => OfSerif.Value;

    /// <summary>For headings and totals, with serifs.</summary>
    public static PdfFont SerifSemibold => OfSerifSemibold.Value;

    /// <summary>For large sizes, with serifs.</summary>
    public static PdfFont SerifDisplay => OfSerifDisplay.Value;

    private static Lazy<PdfFont> Load(string name) => new(() =>
    {
        using var resource = typeof(PdfFonts).Assembly.GetManifestResourceStream($"Fonts/{name}.ttf") ?? throw new InvalidOperationException($"The font {name} is not in the assembly.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return new PdfFont(name, bytes);
    });
}
