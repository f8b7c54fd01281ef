namespace Billing.Usage;

/// <summary>A limit that holds for a subject on a day.</summary>
/// <param name="Limit">How much, of what.</param>
/// <param name="Plan">The code of the plan whose period it counts in; null for one that was set by itself.</param>
/// <param name="Own">Whether it was set for the subject by itself.</param>
/// <param name="Period">The days in which usage counts against it.</param>
/// <param name="Every">How long its period is without a plan, of one set by itself.</param>
internal sealed record HeldLimit(PlanLimit Limit, string? Plan, bool Own, Period Period, PeriodLength? Every = null)
{
    /// <summary>All that hold for a subject on a day. One that was set for it by itself stands in place of what its plans say under the same code, and counts in their period.</summary>
    public static IEnumerable<HeldLimit> Of(SubjectRow? subject, SubjectLimitRow? own, IReadOnlyDictionary<Guid, PlanRow> plans, DateOnly day)
    {
        List<LimitInForce> ofPlans = subject is null ? [] : [.. PlanLimits.Of(subject, plans, day)];
        foreach (var held in ofPlans)
            yield return own?.Limits.FirstOrDefault(one => one.Limit.Code == held.Limit.Code) is { } instead ? new HeldLimit(instead.Limit, held.Plan, true, held.Period, instead.Every) : new HeldLimit(held.Limit, held.Plan, false, held.Period);
        foreach (var one in own?.Limits ?? [])
            if (ofPlans.TrueForAll(held => held.Limit.Code != one.Limit.Code)) yield return new HeldLimit(one.Limit, null, true, new PlanPeriod(one.Every, PlanPeriod.UsualStart).Of(day), one.Every);
    }

    /// <summary>The first instant in which usage counts.</summary>
    public DateTimeOffset From(TimeZoneInfo zone) => LocalDay.StartOf(Period.From, zone);

    /// <summary>The first instant after it: usage counts from nothing again.</summary>
    public DateTimeOffset Resets(TimeZoneInfo zone) => LocalDay.StartOf(Period.Through.AddDays(1), zone);

    /// <summary>Whether so much use has come to so many hundredths of it. Nothing used has come to nothing.</summary>
    public bool HasCome(decimal used, int threshold) => used > 0 && used * 100 >= Limit.Limit.Value * threshold;

    /// <summary>Whether one more may be used: beyond a soft limit it may; a maximum or a latest value stays at the limit, everything else below it.</summary>
    public bool Allows(decimal used, Aggregation rule) => Limit.Kind == LimitKind.Soft || (rule is Aggregation.Max or Aggregation.Latest or Aggregation.Average ? used <= Limit.Limit.Value : used < Limit.Limit.Value);
}
