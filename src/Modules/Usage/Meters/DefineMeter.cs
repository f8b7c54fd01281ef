using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>Something is measured from now on.</summary>
/// <param name="Code">What events call it: lower-case letters, digits, hyphens, dots and underscores. It stays.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Rule">How events become an amount.</param>
/// <param name="Unit">What its amounts are amounts of, such as "GB".</param>
/// <param name="Late">What is done with usage that comes in after its period was billed; left out: the difference is billed.</param>
internal sealed record DefineMeter(string Code, string Name, WantedRule Rule, string? Unit = null, LateUsage? Late = null)
{
    public Decision<MeterEvent> Decide(Meter _)
    {
        if (!MeterTerms.Code(Code).TryGet(out var code, out var refused)) return refused;
        if (!PlainText.Name(Name, "A meter").TryGet(out var name, out refused)) return refused;
        if (!MeterTerms.Rule(Rule).TryGet(out var rule, out refused)) return refused;
        List<MeterEvent> happened = [new MeterDefined(code, name, PlainText.Line(Unit, 40), rule)];
        if (Late is null || Late == LateUsage.Usual) return happened;
        if (MeterTerms.Late(Late).TryGet(out var late, out refused)) happened.Add(new MeterLateUsageSettled(late));
        return refused is null ? happened : refused;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/meters", (DefineMeter command, Commands<Meter> meters, CancellationToken stop) =>
        {
            var session = meters.Streams.Session;
            return meters.Start<MeterEvent>(session.NewId(), command.Decide, meter => MeterCard.Of(meter, session.Now), $"/api/meters/{Uri.EscapeDataString(command.Code ?? "")}", stop);
        })
        .Produces<MeterCard>(201)
        .Requires(Permission.ArrangeUsage)
        .WithSummary("Define a meter");
}
