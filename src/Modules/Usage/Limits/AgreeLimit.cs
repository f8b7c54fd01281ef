using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A limit holds for a subject by itself, in place of what its plans say under the same code.</summary>
/// <param name="Subject">As usage events call it, such as a client's id.</param>
/// <param name="Meter">The code of the meter that measures it.</param>
/// <param name="Limit">So much of it.</param>
/// <param name="Code">What entitlements are asked for by; left out, the meter's.</param>
/// <param name="Kind">soft tells somebody, hard takes no more.</param>
/// <param name="Thresholds">At which hundredths somebody is told; left out: 80 and 100.</param>
/// <param name="Every">How long its period is where no plan has a limit of this code.</param>
internal sealed record AgreeLimit(string Subject, string Meter, Quantity Limit, string? Code = null, LimitKind Kind = LimitKind.Soft, IReadOnlyList<int>? Thresholds = null, PeriodLength Every = PeriodLength.Month)
{
    /// <param name="meters">The codes of the organisation's meters.</param>
    public Decision<SubjectLimitsEvent> Decide(SubjectLimits known, IReadOnlySet<string> meters)
    {
        if (Subject.Length > UsageEvent.LongestName || string.IsNullOrWhiteSpace(Subject)) return PlanNo.BadSubject;
        if (!meters.Contains(Meter)) return LimitNo.UnknownMeter(Meter);
        if (!MeterTerms.Code(Code ?? Meter).TryGet(out var code, out _)) return LimitNo.BadCode;
        if (Limit.Value < 0) return LimitNo.BelowNothing;
        List<int> thresholds = [.. (Thresholds ?? [80, 100]).Distinct().Order()];
        if (thresholds.Count > 10 || thresholds.Exists(threshold => threshold is < 1 or > 1000)) return LimitNo.BadThresholds;
        if (known.Limits.Count >= 100 && !known.Limits.Any(one => one.Limit.Code == code)) return LimitNo.TooMany;
        var agreed = new LimitAgreed(Subject, new PlanLimit(code, Meter, Limit, Kind, thresholds), Every);
        return known.Limits.FirstOrDefault(one => one.Limit.Code == code) is { } before && new LimitAgreed(Subject, before.Limit, before.Every).Equals(agreed) ? Decision.Nothing : agreed;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/api/usage-limits", async (AgreeLimit command, Commands<SubjectLimits> limits, Session session, CancellationToken stop) =>
        {
            var meters = (await ListMeters.All(session, stop)).Select(meter => meter.Code).ToHashSet(StringComparer.Ordinal);
            return await limits.DecideOrStart(SubjectLimits.Id(command.Subject), known => command.Decide(known, meters), SubjectLimitsCard.Of, stop);
        })
        .Produces<SubjectLimitsCard>().Requires(Permission.ArrangeUsage).WithSummary("Limit how much a subject may use, in place of what its plans say");

        app.MapPost("/api/usage-limits/drop", (DropLimit command, Commands<SubjectLimits> limits, CancellationToken stop) => limits.Decide(SubjectLimits.Id(command.Subject), command.Decide, SubjectLimitsCard.Of, stop))
            .Produces<SubjectLimitsCard>().Requires(Permission.ArrangeUsage).WithSummary("Drop a subject's own limit; what its plans say holds again");
    }
}

/// <summary>Of a subject's own limits one holds no longer.</summary>
/// <param name="Subject">As usage events call it.</param>
/// <param name="Code">The limit's.</param>
internal sealed record DropLimit(string Subject, string Code)
{
    public Decision<SubjectLimitsEvent> Decide(SubjectLimits known) => known.Limits.Any(one => one.Limit.Code == Code) ? new LimitDropped(Code) : Decision.Nothing;
}

/// <summary>The limits that were set for a subject by itself.</summary>
internal sealed record SubjectLimitsCard(string Subject, IReadOnlyList<OwnLimit> Limits, long Version)
{
    public static SubjectLimitsCard Of(Versioned<SubjectLimits> now) => new(now.State.Name, now.State.Limits, now.Version);
}

/// <summary>Why a limit cannot be set.</summary>
internal static class LimitNo
{
    public static readonly Refusal BadCode = new("bad-limit-code", "A limit's code is 1 to 64 lower-case letters, digits, hyphens, dots and underscores, and begins with a letter.");
    public static readonly Refusal BelowNothing = new("limit-below-nothing", "A limit is not less than 0.");
    public static readonly Refusal BadThresholds = new("bad-thresholds", "Somebody is told at no more than 10 thresholds, each from 1 to 1000 %.");
    public static readonly Refusal TooMany = new("too-many-limits", "A subject has at most 100 limits of its own. Drop one first.");

    public static Refusal UnknownMeter(string code) => new Refusal("unknown-meter", $"There is no meter {PlainText.Quote(code)}. Define it first, or mend its code.").With("meter", PlainText.Shown(code));
}
