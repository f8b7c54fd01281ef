using System.Globalization;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>One billing record as it is, or as it was at a version or a moment.</summary>
internal static class ShowBillingRecord
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/billing-records/{id:guid}", async (Guid id, Session session, Streams<BillingRecord> records, Grid grid, Directory directory, Habits habits, CancellationToken stop, string? at = null) =>
        {
            if (at is null) return await grid.One(id, stop) is { } now ? Answer.Of(now, now.Version) : Problems.NotFound;
            var version = long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null;
            var moment = version is null && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? instant : (DateTimeOffset?)null;
            if (version is null && moment is null) return Problems.BadRequest(new Fault("?at", "Write a version such as 3, or an instant such as 2025-11-14T09:30:00Z."));
            var then = await records.LoadAt(id, version, moment, stop);
            if (!then.Exists || await directory.Find(then.State.FacilityId, stop) is not { } place) return Problems.NotFound;
            return (IResult)Answer.Of(GridRow.Of(id, then, place, habits.Today), then.Version);
        })
        .Produces<GridRow>()
        .Requires(Permission.SeeFacilities)
        .WithSummary("A billing record as it is, or as it was");
}
