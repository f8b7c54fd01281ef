using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Facilities;

/// <summary>A set of statuses is offered no longer. One that groups use stays.</summary>
internal static class RetireStatusSet
{
    private const string Users = "select name from facilities_groups where tenant_id = $1 and status_set_id = $2 and standing <> 'withdrawn' order by lower(name)";

    public static Decision<StatusSetEvent> Decide(StatusSet set, IReadOnlyList<string> groups)
    {
        if (set.IsRetired) return Decision.Nothing;
        if (set.IsDefault) return new Refusal("default-status-set", "The default set stays. Define another one and choose it for your groups.");
        if (groups.Count > 0) return new Refusal("status-set-in-use", $"{groups.Count} group(s) use this set, {PlainText.Quote(groups[0])} among them. Choose another set for them first.", new Dictionary<string, object?> { ["groups"] = groups });
        return new StatusSetRetired();
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapDelete("/api/status-sets/{id}", async (StatusSetId id, Commands<StatusSet> sets, CancellationToken stop) =>
        {
            var groups = await sets.Streams.Session.Read(Users, [new NpgsqlParameter<Guid> { TypedValue = id.Value }], async reader =>
            {
                var names = new List<string>();
                while (await reader.ReadAsync(stop)) names.Add(reader.GetString(0));
                return names;
            }, stop);
            return await sets.Decide(id.Value, set => Decide(set, groups), _ => new Closed("retired"), stop);
        })
        .Produces<Closed>()
        .Requires(Permission.ArrangeFacilities)
        .WithSummary("Retire a status set that no group uses");
}
