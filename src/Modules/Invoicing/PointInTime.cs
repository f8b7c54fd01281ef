using System.Globalization;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>When something is looked at: <c>at=3</c> is a version, <c>at=2025-11-14T09:30:00Z</c> a moment.</summary>
/// <param name="Version">The number of events that had happened.</param>
/// <param name="Moment">UTC.</param>
internal readonly record struct PointInTime(long? Version, DateTimeOffset? Moment)
{
    public static Problem Unclear => Problems.BadRequest(new Fault("?at", "Write a version such as 3, or an instant such as 2025-11-14T09:30:00Z."));

    /// <summary>Null reads as now: neither version nor moment.</summary>
    public static bool TryRead(string? at, out PointInTime point)
    {
        point = default;
        if (at is null) return true;
        if (long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var version)) point = new(version, null);
        else if (DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)) point = new(null, moment);
        else return false;
        return true;
    }
}
