using System.Globalization;
using System.Text.Json;

namespace Billing;

/// <summary>Exact numbers as text: no exponent, no superfluous zeros, at most 12 decimals.</summary>
internal static class ExactText
{
    public const int Decimals = 12;

    public static bool Fits(decimal value, decimal limit) => Math.Abs(value) < limit && value == decimal.Round(value, Decimals);

    /// <summary>The same number with as few decimals as it needs, so that equal numbers are written alike.</summary>
    public static decimal Short(decimal value) => value / 1.0000000000000000000000000000m;

    public static string Write(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>A JSON text or number; null when it is neither, or would lose digits.</summary>
    public static decimal? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number) || reader.HasValueSequence || reader.ValueSpan.Length > 40) return null;
        var text = System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
        var decimals = text.Contains('.') ? text[(text.IndexOf('.') + 1)..].TrimEnd('0').Length : 0;
        return decimals <= Decimals && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }
}
