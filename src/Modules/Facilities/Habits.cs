using System.Globalization;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Facilities;

/// <summary>How this organisation counts its days and writes its dates and amounts.</summary>
internal sealed class Habits(Organisation organisation, Streams<FacilitySettings> settings)
{
    /// <summary>The calendar day it is there now.</summary>
    public DateOnly Today => LocalDay.Of(settings.Session.Now, organisation.TimeZone);

    /// <summary>Which sign stands before decimals in typed amounts, by its locale.</summary>
    public DecimalMark Mark => CultureInfo.GetCultureInfo(organisation.Locale).NumberFormat.NumberDecimalSeparator == "," ? DecimalMark.Comma : DecimalMark.Point;

    /// <summary>What it set for its facilities.</summary>
    public async Task<FacilitySettings> Settings(CancellationToken stop) => (await settings.Peek(FacilitySettings.Id, stop)).State;

    /// <summary>In which order day, month and year stand in typed dates.</summary>
    public async Task<DateOrder> DateOrder(CancellationToken stop) => OrderOf(DateFormat(await Settings(stop)));

    /// <summary>How it writes dates: as chosen, else by its locale.</summary>
    public string DateFormat(FacilitySettings chosen) => chosen.DateFormat ?? (organisation.Locale is "en-US" or "en-PH" ? "MM/dd/yyyy" : organisation.Locale.StartsWith("de", StringComparison.Ordinal) ? "dd.MM.yyyy" : organisation.Locale.StartsWith("en-CA", StringComparison.Ordinal) || organisation.Locale.StartsWith("sv", StringComparison.Ordinal) ? "yyyy-MM-dd" : "dd/MM/yyyy");

    /// <summary>What new groups are billed in unless they say otherwise.</summary>
    public Currency Currency(FacilitySettings chosen) => chosen.Currency ?? organisation.Currency;

    private static DateOrder OrderOf(string format) => format[0] switch { 'M' => Billing.DateOrder.Mdy, 'd' => Billing.DateOrder.Dmy, _ => Billing.DateOrder.Ymd };
}
