using System.Globalization;
using System.Text.RegularExpressions;

namespace Billing.Support;

/// <summary>A moment as a system outside tells it.</summary>
/// <param name="AsReceived">Word for word.</param>
/// <param name="At">On the clock of the place, without a zone.</param>
/// <param name="Instant">UTC.</param>
internal sealed partial record SourceMoment(string AsReceived, DateTime At, DateTimeOffset Instant)
{
    /// <summary>The day on the clock of the place.</summary>
    public DateOnly Day => DateOnly.FromDateTime(At);

    /// <summary>
    /// Reads a stamp. With an offset or a Z it is an instant; without, it is on the clock of the place: what that clock shows twice is the first time, and what it leaves out moves on by as much as it leaves out.
    /// </summary>
    /// <param name="text">Such as <c>2026-09-30 23:45:00</c>, <c>2026-09-01T13:12:40+00:00</c>, <c>2026-09-16T03:59:59.000Z</c>.</param>
    /// <param name="zone">Of the place.</param>
    /// <returns>Null where it is no stamp; <c>0000-00-00 00:00:00</c> and <c>9999-12-31 23:59:59</c>, which databases write for nothing, are none.</returns>
    public static SourceMoment? Read(string text, TimeZoneInfo zone)
    {
        var stamp = text.Trim();
        if (Stamps().Match(stamp) is not { Success: true } found) return null;
        if (found.Groups["offset"].Success)
            return DateTimeOffset.TryParse(stamp, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant) && IsReadable(instant.Year) ? new SourceMoment(stamp, TimeZoneInfo.ConvertTime(instant, zone).DateTime, instant) : null;
        if (!DateTime.TryParse(stamp, CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) || !IsReadable(clock.Year)) return null;
        clock = DateTime.SpecifyKind(clock, DateTimeKind.Unspecified);
        // The offset before the clocks went forward: read by it, a time that does not exist lies as far behind the jump as it lay before.
        var offset = zone.IsInvalidTime(clock) ? zone.GetUtcOffset(clock.AddHours(-3)) : zone.IsAmbiguousTime(clock) ? zone.GetAmbiguousTimeOffsets(clock).Max() : zone.GetUtcOffset(clock);
        var at = new DateTimeOffset(clock, offset).ToUniversalTime();
        return new SourceMoment(stamp, TimeZoneInfo.ConvertTime(at, zone).DateTime, at);
    }

    /// <summary>Days and zones are counted a little before and after a moment, so it cannot be of the first year of the calendar or of its last.</summary>
    private static bool IsReadable(int year) => year is >= 2 and <= 9998;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?<offset>Z|[+-]\d{2}:?\d{2})?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Stamps();
}

/// <summary>Time zones as systems outside name them.</summary>
internal static partial class SourceZone
{
    private const decimal Farthest = 14;

    /// <summary>The zone of a name such as <c>America/New_York</c>, or of a fixed distance from UTC such as <c>UTC-04:00</c>.</summary>
    public static TimeZoneInfo? Find(string? name)
    {
        if (name is null or { Length: 0 or > 100 }) return null;
        if (Fixed().Match(name) is { Success: true } found)
        {
            var distance = new TimeSpan(int.Parse(found.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(found.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture), 0);
            if (distance > TimeSpan.FromHours((double)Farthest)) return null;
            return TimeZoneInfo.CreateCustomTimeZone(name, found.Groups["sign"].ValueSpan is "-" ? -distance : distance, name, name);
        }
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone : null;
    }

    /// <summary>The name of a zone so many hours from UTC; null where that is none.</summary>
    public static string? Name(decimal hours) => Math.Abs(hours) <= Farthest && hours * 60 == decimal.Truncate(hours * 60)
        ? string.Create(CultureInfo.InvariantCulture, $"UTC{(hours < 0 ? '-' : '+')}{(int)Math.Abs(decimal.Truncate(hours)):00}:{(int)(Math.Abs(hours) * 60 % 60):00}") : null;

    [GeneratedRegex(@"^UTC(?<sign>[+-])(?<hours>\d{2}):(?<minutes>[0-5]\d)\z")]
    private static partial Regex Fixed();
}
