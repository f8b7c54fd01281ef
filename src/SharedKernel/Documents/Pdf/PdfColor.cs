using System.Globalization;

namespace Billing.Documents;

/// <summary>A colour in sRGB.</summary>
public readonly record struct PdfColor(byte Red, byte Green, byte Blue)
{
    /// <summary>Ink.</summary>
    public static PdfColor Black => new(0, 0, 0);

    /// <summary>Paper.</summary>
    public static PdfColor White => new(255, 255, 255);

    /// <summary>How light it looks, from 0 (black) to 1 (white): relative luminance after WCAG 2.</summary>
    public double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    /// <summary>Reads <c>#1f4fd8</c>, with or without the sign.</summary>
    public static bool TryParse(string? text, out PdfColor color)
    {
        color = default;
        var digits = text.AsSpan().TrimStart('#');
        if (digits.Length != 6 || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)) return false;
        color = new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
        return true;
    }

    /// <summary>Towards another colour: 0 is this one, 1 the other.</summary>
    public PdfColor Towards(PdfColor other, double share) => new(Between(Red, other.Red, share), Between(Green, other.Green, share), Between(Blue, other.Blue, share));

    private static byte Between(byte a, byte b, double share) => (byte)Math.Round(a + (b - a) * share);

    private static double Linear(byte part) => part / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
}
