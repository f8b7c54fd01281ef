using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>Says whether a request counts: it is archived, was none at all, or counts again.</summary>
internal static class PutRequestAway
{
    public static Decision<SupportRequestEvent> Archive(SupportRequest now) => Decide(now, RequestStatus.Archived, new RequestArchived(ToldBy.Person));

    public static Decision<SupportRequestEvent> Ignore(SupportRequest now) => Decide(now, RequestStatus.Ignored, new RequestIgnored(ToldBy.Person));

    public static Decision<SupportRequestEvent> Restore(SupportRequest now) => Decide(now, RequestStatus.Active, new RequestRestored(ToldBy.Person));

    private static Decision<SupportRequestEvent> Decide(SupportRequest now, RequestStatus wanted, SupportRequestEvent happened)
    {
        if (now.Status == wanted) return Decision.Nothing;
        return now.Close is null ? happened : RequestNo.Locked;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/support/requests/{id}/archive", (RequestId id, RequestDesk desk, CancellationToken stop) => desk.Decide(id, (now, _) => Archive(now), stop))
            .Produces<RequestCard>().Requires(Permission.KeepSupport).WithSummary("Put a support request away; it is not billed");
        app.MapPost("/api/support/requests/{id}/ignore", (RequestId id, RequestDesk desk, CancellationToken stop) => desk.Decide(id, (now, _) => Ignore(now), stop))
            .Produces<RequestCard>().Requires(Permission.KeepSupport).WithSummary("Say that something was no support request; it is not billed");
        app.MapPost("/api/support/requests/{id}/restore", (RequestId id, RequestDesk desk, CancellationToken stop) => desk.Decide(id, (now, _) => Restore(now), stop))
            .Produces<RequestCard>().Requires(Permission.KeepSupport).WithSummary("Let a support request count again");
    }
}
