namespace Billing.Documents;

/// <summary>Fonts and colours of a look.</summary>
/// <param name="Text">For reading.</param>
/// <param name="Strong">For headings and totals.</param>
/// <param name="Title">For the title.</param>
/// <param name="Ink">Of text.</param>
/// <param name="Soft">Of labels; as readable as WCAG AA wants it.</param>
/// <param name="Hair">Of fine rules.</param>
/// <param name="Accent">The organisation's colour, dark enough to be read on white.</param>
internal sealed record PaperStyle(PdfFont Text, PdfFont Strong, PdfFont Title, PdfColor Ink, PdfColor Soft, PdfColor Hair, PdfColor Accent)
{
    /// <summary>Of the table and of all that is read line by line, in points.</summary>
    public const double Size = 9.5;

    /// <summary>Of labels and details.</summary>
    public const double Small = 8.25;

    /// <summary>From base line to base line.</summary>
    public const double Leading = 13;

    /// <summary>From base line to base line of small text.</summary>
    public const double SmallLeading = 11;

    /// <summary>Behind panels.</summary>
    public PdfColor Tint => Accent.Towards(PdfColor.White, 0.93);

    public static PaperStyle Of(PaperLook look, PdfColor accent) => look switch
    {
        PaperLook.Classic => new(PdfFonts.Serif, PdfFonts.SerifSemibold, PdfFonts.SerifDisplay, new(0x1E, 0x1B, 0x18), new(0x62, 0x5C, 0x55), new(0xC9, 0xC4, 0xBC), Readable(accent)),
        PaperLook.Minimal => new(PdfFonts.Sans, PdfFonts.SansSemibold, PdfFonts.SansLight, new(0x22, 0x22, 0x22), new(0x70, 0x70, 0x70), new(0xDD, 0xDD, 0xDD), new(0x22, 0x22, 0x22)),
        _ => new(PdfFonts.Sans, PdfFonts.SansSemibold, PdfFonts.SansSemibold, new(0x17, 0x20, 0x2D), new(0x5A, 0x65, 0x74), new(0xD9, 0xDF, 0xE7), Readable(accent)),
    };

    // 4.5 : 1 against white, both as letters on paper and as paper around letters.
    private static PdfColor Readable(PdfColor color)
    {
        while (1.05 / (color.Luminance + 0.05) < 4.5) color = color.Towards(PdfColor.Black, 0.08);
        return color;
    }
}
