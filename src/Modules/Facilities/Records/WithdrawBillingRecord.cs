using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>A record is taken out of the grid; its history stays and it can be restored.</summary>
internal static class WithdrawBillingRecord
{
    public static Decision<BillingRecordEvent> Withdraw(BillingRecord record) => record.IsWithdrawn ? Decision.Nothing : new BillingRecordWithdrawn();

    public static Decision<BillingRecordEvent> Restore(BillingRecord record) => record.IsWithdrawn ? new BillingRecordRestored() : Decision.Nothing;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapDelete("/api/billing-records/{id:guid}", (Guid id, Commands<BillingRecord> records, CancellationToken stop) =>
            records.Decide(id, Withdraw, _ => new Closed("withdrawn"), stop))
        .Produces<Closed>().Requires(Permission.BillFacilities).WithSummary("Withdraw a billing record");

        app.MapPost("/api/billing-records/{id:guid}/restore", async (Guid id, Commands<BillingRecord> records, Directory directory, Habits habits, CancellationToken stop) =>
        {
            var known = await records.Streams.Peek(id, stop);
            if (!known.Exists || await directory.Find(known.State.FacilityId, stop) is not { } at) return Problems.NotFound;
            var session = records.Streams.Session;
            return await records.Decide(id, Restore, now => GridRow.Of(id, now, at, habits.Today, session.Now, session.Actor.Name), stop);
        })
        .Produces<GridRow>().Requires(Permission.BillFacilities).WithSummary("Restore a withdrawn billing record");
    }
}
