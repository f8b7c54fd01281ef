using System.Globalization;

namespace Billing.Web;

/// <summary>When something is looked at: <c>at=3</c> is a version, <c>at=2025-11-14T09:30:00Z</c> a moment.</summary>
/// <param name="Version">The number of events that had happened.</param>
/// <param name="Moment">UTC.</param>
public readonly record struct PointInTime(long? Version, DateTimeOffset? Moment)
{
    /// <summary>What is answered when neither can be read.</summary>
    public static Problem Unclear => UnclearIn("?at");

    /// <summary>The same for a parameter of another name.</summary>
    public static Problem UnclearIn(string parameter) => Problems.BadRequest(new Fault(parameter, "Write a version such as 3, or an instant such as 2025-11-14T09:30:00Z."));

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

    /// <summary>Whether what happened then had not yet happened.</summary>
    /// <param name="version">Of the event.</param>
    /// <param name="at">UTC.</param>
    public bool IsBefore(long version, DateTimeOffset at) => version > Version || at > Moment;
}
