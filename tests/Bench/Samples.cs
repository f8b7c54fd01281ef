using System.Globalization;

namespace Billing.Bench;

/// <summary>What is written, the same for all contenders.</summary>
internal static class Samples
{
    public static readonly DateOnly Day = new(2026, 1, 31);

    public static readonly AccountOpened Opened = new("Ann Example", "INV-2026-000123", "EUR", Day);

    public static readonly AmountBooked Booked = new("INV-2026-000123", 1234.56m, "EUR", Day);
}

internal static class Words
{
    public static string Writers(int writers) => writers == 1 ? "1 writer" : string.Create(CultureInfo.InvariantCulture, $"{writers} writers");
}
