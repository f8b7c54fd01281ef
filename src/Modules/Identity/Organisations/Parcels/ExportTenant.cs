using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>The owner takes everything along: all that happened, in one file that another installation, or this one, can take in.</summary>
internal static class ExportTenant
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/tenants/me/export", async (Session session, PackTenant pack, WorkProgress progress, CommandEdge edge, CancellationToken stop, Guid? run = null) =>
        {
            var id = run ?? session.NewId();
            using var running = progress.Begin(session.Tenant, id, "packing");
            var file = Parcel.Draft(session.NewId());
            try
            {
                if (!(await pack.Run(session, file, done => progress.Report(session.Tenant, id, done), stop)).TryGet(out _, out var refused))
                {
                    await file.DisposeAsync();
                    return (IResult)edge.Refused(refused);
                }
                var slug = (await session.Streams<Organisation>().Load(Organisation.Id, stop)).State.Slug;
                file.Position = 0;
                return TypedResults.Stream(file, Parcel.MediaType, $"{slug}.tar"); // whole before the answer begins, so that what fails is a problem and no file cut short
            }
            catch
            {
                await file.DisposeAsync();
                throw;
            }
        })
        .Produces(200, contentType: Parcel.MediaType).Requires(Permission.OwnOrganisation).ForPeople().WithMetadata(new KeepsNoAnswer()).WithSummary("Take out all that the organisation recorded, as one file");
}
