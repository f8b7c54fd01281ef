namespace Billing.Notifications;

/// <summary>When somebody is told who does not want to be told at once. Hours are those of a place; the zone and the instant are always given.</summary>
internal static class PersonalHours
{
    /// <summary>The end of the quiet hours that an instant lies in, UTC; null when it lies in none.</summary>
    public static DateTimeOffset? QuietUntil(QuietHoursAgreed quiet, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        var (today, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (quiet.From < quiet.Until) return time >= quiet.From && time < quiet.Until ? After(today, quiet.Until, zone, now) : null;
        if (time >= quiet.From) return After(today.AddDays(1), quiet.Until, zone, now);
        return time < quiet.Until ? After(today, quiet.Until, zone, now) : null;
    }

    /// <summary>When the next digest comes after an instant, UTC.</summary>
    public static DateTimeOffset NextDigest(DigestAgreed digest, DateTimeOffset now, TimeZoneInfo zone)
    {
        var day = LocalDay.Of(now, zone);
        for (var ahead = 0; ; ahead++)
        {
            var on = day.AddDays(ahead);
            if (digest.Rhythm == DigestRhythm.Weekly && digest.Day is { } wanted && on.DayOfWeek != wanted) continue;
            if (At(on, new TimeOnly(digest.Hour, 0), zone) is var at && at > now) return at;
        }
    }

    /// <summary>At the latest one second from now where clocks are put back over the end: nobody waits for ever.</summary>
    private static DateTimeOffset After(DateOnly day, TimeOnly time, TimeZoneInfo zone, DateTimeOffset now) => At(day, time, zone) is var at && at > now ? at : now.AddSeconds(1);

    /// <summary>The instant of a time there; where clocks jump over it, when they have; where it comes twice, the first.</summary>
    private static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        while (zone.IsInvalidTime(local)) local = local.AddMinutes(15);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
