using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A meter is called otherwise, or makes amounts otherwise from the next full hour on: that is its next version.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Rule">How events become an amount; the rule it has makes no new version.</param>
/// <param name="Unit">What its amounts are amounts of.</param>
/// <param name="Late">What is done with usage that comes in after its period was billed; left out: what was.</param>
internal sealed record ReviseMeter(string Name, WantedRule Rule, string? Unit = null, LateUsage? Late = null)
{
    /// <summary>Every node has heard of a new version by then.</summary>
    private static readonly TimeSpan Heard = TimeSpan.FromMinutes(1);

    public Decision<MeterEvent> Decide(Meter meter, DateTimeOffset now)
    {
        if (meter.IsRetired) return new Refusal("meter-retired", "This meter takes no more events. Define another one.");
        if (!PlainText.Name(Name, "A meter").TryGet(out var name, out var refused)) return refused;
        if (!MeterTerms.Rule(Rule).TryGet(out var rule, out refused)) return refused;
        List<MeterEvent> happened = [];
        var unit = PlainText.Line(Unit, 40);
        if (name != meter.Name || unit != meter.Unit) happened.Add(new MeterRenamed(name, unit));
        if (!rule.Equals(meter.Versions[^1].Rule)) happened.Add(new MeterRevised(rule, From(now)));
        if (Late is null) return happened;
        if (!MeterTerms.Late(Late).TryGet(out var late, out refused)) return refused;
        if (late != meter.Late) happened.Add(new MeterLateUsageSettled(late));
        return happened;
    }

    /// <summary>The first full hour of UTC that is more than a minute ahead.</summary>
    internal static DateTimeOffset From(DateTimeOffset now)
    {
        var heard = (now + Heard).UtcDateTime;
        return new DateTimeOffset(heard.Year, heard.Month, heard.Day, heard.Hour, 0, 0, TimeSpan.Zero).AddHours(1);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPut("/api/meters/{code}", async (string code, ReviseMeter command, Commands<Meter> meters, CancellationToken stop) =>
        {
            var session = meters.Streams.Session;
            return await ListMeters.Find(session, code, stop) is { } row
                ? await meters.Decide<MeterEvent>(row.Id, meter => command.Decide(meter, session.Now), meter => MeterCard.Of(meter, session.Now), stop)
                : Problems.NotFound;
        })
        .Produces<MeterCard>()
        .Requires(Permission.ArrangeUsage)
        .WithSummary("Rename a meter, or give it a new version");
}
