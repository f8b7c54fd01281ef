using System.Globalization;

namespace Billing.Identity;

/// <summary>How an organisation counts its days and writes dates and amounts, read from text.</summary>
internal sealed record Habits(Currency Currency, TimeZoneInfo Zone, string Locale)
{
    public static Result<Habits> Read(string currency, string zone, string locale)
    {
        if (!Currency.TryParse(currency, out var money)) return new Refusal("bad-currency", $"{PlainText.Quote(currency)} is not a currency; write three letters such as EUR.");
        if (zone.Length > 100 || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) || !found.HasIanaId) return new Refusal("bad-time-zone", $"{PlainText.Quote(zone)} is not a time zone; write one such as Europe/Berlin.");
        return IsLocale(locale) ? new Habits(money, found, locale) : new Refusal("bad-locale", $"{PlainText.Quote(locale)} is not a locale; write one such as en-US or de-DE.");
    }

    private static bool IsLocale(string name)
    {
        try
        {
            return name.Length is > 0 and <= 35 && CultureInfo.GetCultureInfo(name, predefinedOnly: true).Name == name;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
