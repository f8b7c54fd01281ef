using System.Globalization;

namespace Billing.Documents;

/// <summary>A workbook keeps every number as a binary fraction; these are the digits a person saw.</summary>
internal static class XlsxNumber
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>
    /// The number with a point and no exponent. Fractions of more than 15 digits are noise of the binary fraction (a spreadsheet shows 15) and are rounded there: 0.10000000000000002 is 0.1.
    /// Whole numbers keep all their digits. Null when it is no number.
    /// </summary>
    public static string? Text(string raw)
    {
        raw = raw.Trim();
        if (raw.Length is > 0 and < 29 && raw.AsSpan(raw[0] == '-' ? 1 : 0) is { Length: > 0 } digits && digits.IndexOfAnyExceptInRange('0', '9') < 0 && (digits[0] != '0' || raw == "0")) return raw;
        if (!double.TryParse(raw, Style, CultureInfo.InvariantCulture, out var binary) || !double.IsFinite(binary)) return null;
        if (!decimal.TryParse(raw, Style, CultureInfo.InvariantCulture, out var exact)) return raw;
        if (Digits(exact) > 15 && exact != decimal.Truncate(exact)) exact = decimal.Parse(binary.ToString("G15", CultureInfo.InvariantCulture), Style, CultureInfo.InvariantCulture);
        var text = exact.ToString("0.############################", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>
    /// The day and time of a serial number in ISO 8601; midnight is the day alone, less than one day the time alone. Null outside of the calendar.
    /// In the 1900 calendar day 60 is 29 February 1900, which never was; it reads as 28 February.
    /// </summary>
    public static string? Date(string raw, bool from1904)
    {
        if (!double.TryParse(raw, Style, CultureInfo.InvariantCulture, out var serial) || serial is not (>= 0 and < 2_958_466)) return null;
        var seconds = (long)Math.Round(serial * 86_400);
        var (day, time) = ((int)(seconds / 86_400), TimeSpan.FromSeconds(seconds % 86_400));
        var clock = time.ToString("hh\\:mm\\:ss", CultureInfo.InvariantCulture);
        if (day == 0 && !(from1904 && time == TimeSpan.Zero)) return clock;
        var start = from1904 ? new DateOnly(1904, 1, 1) : day < 60 ? new DateOnly(1899, 12, 31) : new DateOnly(1899, 12, 30);
        if (day > DateOnly.MaxValue.DayNumber - start.DayNumber) return null;
        var date = start.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return time == TimeSpan.Zero ? date : $"{date}T{clock}";
    }

    private static int Digits(decimal value)
    {
        var text = value.ToString("0.############################", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).TrimStart('-', '0');
        return text.Length;
    }
}
