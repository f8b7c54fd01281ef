using System.Globalization;

namespace Billing.AiCosts;

/// <summary>Numbers as sources write them, read without a detour over floating point.</summary>
internal static class Exactly
{
    private const int Decimals = 12;

    /// <summary>To 12 decimals, half away from zero: a price times a factor, or a float of a catalogue, may have more.</summary>
    public static UnitPrice Price(decimal value) => new(decimal.Round(value, Decimals, MidpointRounding.AwayFromZero));

    /// <summary>Reads <c>0.0375</c> and <c>3.75e-08</c>, in a plain or an exponent form; nothing but digits, a point, a sign and an exponent.</summary>
    /// <returns>False for anything else, and for what a decimal cannot hold.</returns>
    public static bool TryRead(string? text, out decimal number)
    {
        number = 0;
        return text is { Length: > 0 and <= 60 } && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);
    }
}
