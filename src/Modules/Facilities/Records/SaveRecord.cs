using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Facilities;

/// <summary>Saves one billing record: the first note about a period starts it, later ones add to it.</summary>
internal static class SaveRecord
{
    private const string Find = "select id from facilities_billing_records where tenant_id = $1 and facility_id = $2 and period_from = $3 and period_through = $4 and not withdrawn";

    /// <summary>The record that a command names: by its id, else by facility and period; null when that period has none yet.</summary>
    public static Task<Guid?> IdOf(SaveBillingRecord command, Session session, CancellationToken stop) =>
        command.Id is { } id ? Task.FromResult<Guid?>(id)
        : command is { FacilityId: { } facility, From: { } from, Through: { } through } ? session.Read<Guid?>(Find,
            [new NpgsqlParameter<Guid> { TypedValue = facility.Value }, new NpgsqlParameter<DateOnly> { TypedValue = from, NpgsqlDbType = NpgsqlDbType.Date }, new NpgsqlParameter<DateOnly> { TypedValue = through, NpgsqlDbType = NpgsqlDbType.Date }],
            async reader => await reader.ReadAsync(stop) ? reader.GetGuid(0) : null, stop)
        : Task.FromResult<Guid?>(null);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/billing-records", async (SaveBillingRecord command, Commands<BillingRecord> records, Directory directory, Habits habits, CommandEdge edge, CancellationToken stop) =>
        {
            var session = records.Streams.Session;
            for (var again = false; ; again = true)
            {
                var known = await IdOf(command, session, stop);
                var facility = known is { } existing ? (await records.Streams.Peek(existing, stop)).State.FacilityId : command.FacilityId;
                if (known is not null && facility == default(FacilityId)) return Problems.NotFound;
                if (facility is null) return edge.Refused(SaveBillingRecord.No.Unnamed);
                if (command.FacilityId is { } named && named != facility) return edge.Refused(SaveBillingRecord.No.AnotherFacility);
                if (await directory.Find(facility.Value, stop) is not { } at) return edge.Refused(SaveBillingRecord.No.UnknownFacility);
                var terms = new RecordTerms(at, habits.Mark, await habits.DateOrder(stop));
                var id = known ?? session.NewId();
                object View(Versioned<BillingRecord> now) => GridRow.Of(id, now, at, habits.Today, session.Now, session.Actor.Name);
                try
                {
                    return known is null
                        ? await records.Start(id, record => command.Decide(record, terms), View, $"/api/billing-records/{id}", stop, again ? null : "facilities_billing_records_by_period")
                        : await records.Decide(id, record => command.Decide(record, terms), View, stop, command.Version);
                }
                catch (RowTakenException) when (!again)
                {
                    // somebody else noted something about this period at the same moment: now it is there
                }
            }
        })
        .Produces<GridRow>().Produces<GridRow>(201)
        .Requires(Permission.BillFacilities)
        .WithSummary("Save a billing record");
}
