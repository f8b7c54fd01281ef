using System.Globalization;

namespace Billing.Documents;

/// <summary>Numbers, money and dates as a language writes them. Own rules rather than those of the machine: another machine prints the same.</summary>
public sealed class PaperFormats(PaperLanguage language, PaperFormat format)
{
    private const string Space = "\u00A0";
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private readonly NumberFormatInfo _numbers = new()
    {
        NumberDecimalSeparator = language == PaperLanguage.English ? "." : ",",
        NumberGroupSeparator = language switch { PaperLanguage.English => ",", PaperLanguage.French => "\u202F", _ => "." },
        NegativeSign = "\u2212",
    };

    /// <summary>The exact number, without zeros at its end.</summary>
    public string Quantity(decimal quantity) => Number(quantity, 0, 12);

    /// <summary>The exact price, with the currency's decimals at least.</summary>
    public string Price(decimal price, Currency currency) => Number(price, currency.MinorUnits, 12);

    /// <summary>The amount without its currency.</summary>
    public string Amount(Money money) => Number(money.Amount, money.Currency.MinorUnits, money.Currency.MinorUnits);

    /// <summary>The amount with its currency.</summary>
    public string Money(Money money)
    {
        var (number, sign) = (Amount(money with { }), Sign(money.Currency.Code));
        if (language != PaperLanguage.English) return number + Space + (sign ?? money.Currency.Code);
        var prefix = sign ?? money.Currency.Code + Space;
        return money.IsNegative ? "\u2212" + prefix + Amount(-money) : prefix + number;
    }

    /// <summary>The share with its sign.</summary>
    public string Percent(Percentage percentage) => Number(percentage.Value, 0, 6) + (language switch { PaperLanguage.English => "%", PaperLanguage.French => "\u202F%", _ => Space + "%" });

    /// <summary>The day.</summary>
    public string Date(DateOnly day) => (language, format) switch
    {
        (PaperLanguage.English, PaperFormat.Letter) => $"{Months[day.Month - 1]}{Space}{day.Day},{Space}{day.Year}",
        (PaperLanguage.English, _) => $"{day.Day}{Space}{Months[day.Month - 1]}{Space}{day.Year}",
        (PaperLanguage.German, _) => day.ToString("dd'.'MM'.'yyyy", CultureInfo.InvariantCulture),
        _ => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>The day with its month in full.</summary>
    public string DateInWords(DateOnly day) => (language, format) switch
    {
        (PaperLanguage.English, PaperFormat.Letter) => $"{MonthsInFull(language)[day.Month - 1]}{Space}{day.Day},{Space}{day.Year}",
        (PaperLanguage.German, _) => $"{day.Day}.{Space}{MonthsInFull(language)[day.Month - 1]}{Space}{day.Year}",
        (PaperLanguage.Spanish, _) => $"{day.Day}{Space}de{Space}{MonthsInFull(language)[day.Month - 1]}{Space}de{Space}{day.Year}",
        _ => $"{day.Day}{Space}{MonthsInFull(language)[day.Month - 1]}{Space}{day.Year}",
    };

    private static string[] MonthsInFull(PaperLanguage language) => language switch
    {
        PaperLanguage.German => ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
        PaperLanguage.French => ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        PaperLanguage.Spanish => ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
        _ => ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
    };

    /// <summary>First and last day.</summary>
    public string Days(Period period) => period.From == period.Through ? Date(period.From) : $"{Date(period.From)} – {Date(period.Through)}";

    private string Number(decimal number, int least, int most) => number.ToString("#,##0" + (most == 0 ? "" : "." + new string('0', least) + new string('#', most - least)), _numbers);

    // Where a sign belongs to several currencies, only the one is meant that everybody thinks of; the others go by their letters.
    private static string? Sign(string code) => code switch
    {
        "EUR" => "€", "USD" => "$", "GBP" => "£", "JPY" => "¥", "INR" => "₹", "CAD" => "CA$", "AUD" => "A$", "NZD" => "NZ$", "KRW" => "₩", "VND" => "₫", "TRY" => "₺", "UAH" => "₴", "NGN" => "₦", "PHP" => "₱",
        _ => null,
    };
}
