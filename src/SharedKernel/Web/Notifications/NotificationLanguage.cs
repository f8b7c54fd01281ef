using System.Globalization;

namespace Billing.Web;

/// <summary>A language that notices are written in, and how it writes amounts and days.</summary>
public sealed class NotificationLanguage
{
    private readonly CultureInfo _culture;

    private NotificationLanguage(string code, string locale) => (Code, Locale, _culture) = (code, locale, CultureInfo.GetCultureInfo(locale));

    /// <summary>The languages there are, ISO 639.</summary>
    public static IReadOnlyList<string> Offered { get; } = ["en", "de", "fr", "es"];

    /// <summary>One of <see cref="Offered"/>.</summary>
    public string Code { get; }

    /// <summary>BCP 47 of what is written.</summary>
    public string Locale { get; }

    /// <summary>The language of a locale, such as <c>de-AT</c>; English where there is none.</summary>
    public static NotificationLanguage Of(string locale)
    {
        ArgumentNullException.ThrowIfNull(locale);
        var code = locale.Split('-')[0].ToLowerInvariant();
        return Offered.Contains(code) ? new(code, locale == "en" ? "en-GB" : locale) : new("en", "en-GB");
    }

    /// <summary>Whichever of four is in this language.</summary>
    public T Choose<T>(T en, T de, T fr, T es) => Code switch { "de" => de, "fr" => fr, "es" => es, _ => en };

    /// <summary>An amount with its currency, such as <c>1.234,50 EUR</c>.</summary>
    public string Amount(Money money) => $"{money.Amount.ToString("N" + money.Currency.MinorUnits, _culture)} {money.Currency}";

    /// <summary>A number with as many decimals as it has.</summary>
    public string Number(decimal number) => number.ToString("#,0.############", _culture);

    /// <summary>Hundredths, such as <c>90 %</c>.</summary>
    public string Share(decimal hundredths) => Number(hundredths) + (Code == "en" ? "%" : "\u00A0%");

    /// <summary>A day in full.</summary>
    public string Day(DateOnly day) => day.ToString("d MMMM yyyy", _culture);

    /// <summary>The month of a day.</summary>
    public string Month(DateOnly day) => day.ToString("MMMM yyyy", _culture);
}
