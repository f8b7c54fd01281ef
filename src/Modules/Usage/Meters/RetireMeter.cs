using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A meter takes no more events; what it measured can still be read and billed.</summary>
internal static class RetireMeter
{
    public static Decision<MeterEvent> Decide(Meter meter) => meter.IsRetired ? Decision.Nothing : new MeterRetired();

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapDelete("/api/meters/{code}", async (string code, Commands<Meter> meters, CancellationToken stop) =>
        {
            var session = meters.Streams.Session;
            return await ListMeters.Find(session, code, stop) is { } row
                ? await meters.Decide<MeterEvent>(row.Id, Decide, meter => MeterCard.Of(meter, session.Now), stop)
                : Problems.NotFound;
        })
        .Produces<MeterCard>()
        .Requires(Permission.ArrangeUsage)
        .WithSummary("Retire a meter");
}
