using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>A new set of statuses is defined.</summary>
internal sealed record DefineStatusSet(string Name, IReadOnlyList<WantedStatus> Statuses)
{
    public Decision<StatusSetEvent> Decide(StatusSet _, Func<Guid> newId)
    {
        if (!PlainText.Name(Name, "A status set").TryGet(out var name, out var refused)) return refused;
        if (Statuses.Any(s => s.Id is not null)) return new Refusal("status-elsewhere", "The statuses of a new set are new; leave their ids out.");
        if (!StatusSetTerms.Read(Statuses, newId).TryGet(out var statuses, out refused)) return refused;
        return (List<StatusSetEvent>)[new StatusSetDefined(name, IsDefault: false), .. statuses.Select(s => new StatusAdded(s.Id, s.Name, s.Color, s.Settles))];
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/status-sets", (DefineStatusSet command, Commands<StatusSet> sets, CancellationToken stop) =>
        {
            var session = sets.Streams.Session;
            var id = new StatusSetId(session.NewId());
            return sets.Start(id.Value, set => command.Decide(set, session.NewId), set => StatusSetCard.Of(id, set, new Dictionary<StatusId, long>()), $"/api/status-sets/{id}", stop);
        })
        .Produces<StatusSetCard>(201)
        .Requires(Permission.ArrangeFacilities)
        .WithSummary("Define a status set");
}
