using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>Saves up to 500 billing records at once. Each stands for itself: the good ones are kept, the others say why not.</summary>
internal sealed record SaveManyRecords(IReadOnlyList<SaveBillingRecord> Items)
{
    private const int Most = 500;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/billing-records/bulk", async (SaveManyRecords command, Session session, Directory directory, Habits habits, CommandEdge edge, CancellationToken stop) =>
        {
            if (command.Items.Count is 0 or > Most) return Problems.BadRequest(new Fault("/items", $"Send 1 to {Most} records at once."));
            for (var attempt = 1; ; attempt++)
            {
                var work = session.Begin();
                var (rows, problems) = await command.Decide(work, session, directory, habits, edge, stop);
                var answer = Answer.Of(new SavedMany(rows.Count(r => r is not null), problems.Count(p => p is not null), [.. rows.Select((row, i) => new SavedOne(i, row, problems[i]))]));
                try
                {
                    await work.Commit(edge.Remember(answer));
                    return edge.Kept(answer);
                }
                catch (Exception lost) when (attempt < 10 && lost is ConcurrencyException or RowTakenException { Constraint: "facilities_billing_records_by_period" })
                {
                    // decided anew on what is there now
                }
                catch (RowTakenException taken)
                {
                    return await edge.Taken(taken, stop);
                }
            }
        })
        .Produces<SavedMany>()
        .Requires(Permission.BillFacilities)
        .WithSummary("Save up to 500 billing records");

    private async Task<(GridRow?[] Rows, Problem?[] Problems)> Decide(Work work, Session session, Directory directory, Habits habits, CommandEdge edge, CancellationToken stop)
    {
        var (rows, problems) = (new GridRow?[Items.Count], new Problem?[Items.Count]);
        var (mark, order, today) = (habits.Mark, await habits.DateOrder(stop), habits.Today);
        var started = new Dictionary<(FacilityId?, DateOnly?, DateOnly?), Guid>();
        await work.LoadMany<BillingRecord>([.. Items.Where(i => i.Id is not null).Select(i => i.Id!.Value)], stop);
        foreach (var (index, item) in Items.Index())
        {
            var known = started.TryGetValue((item.FacilityId, item.From, item.Through), out var twin) && item.Id is null ? twin : await SaveRecord.IdOf(item, session, stop);
            var id = known ?? session.NewId();
            if (known is null) work.New<BillingRecord>(id);
            var record = await work.Load<BillingRecord>(id, stop);
            var facility = record.Exists ? record.State.FacilityId : item.FacilityId;
            if (known is not null && !record.Exists) problems[index] = Problems.NotFound;
            else if (facility is null || await directory.Find(facility.Value, stop) is not { } at) problems[index] = edge.Refused(facility is null ? SaveBillingRecord.No.Unnamed : SaveBillingRecord.No.UnknownFacility);
            else if (item.FacilityId is { } named && named != facility) problems[index] = edge.Refused(SaveBillingRecord.No.AnotherFacility);
            else if (item.Version is { } seen && record.Exists && seen != record.Version) problems[index] = Problems.Conflict(GridRow.Of(id, record, at, today));
            else if (work.Decide<BillingRecord, BillingRecordEvent>(id, r => item.Decide(r, new RecordTerms(at, mark, order))) is { } refused) problems[index] = edge.Refused(refused);
            else
            {
                if (known is null) started.Add((item.FacilityId, item.From, item.Through), id);
                rows[index] = GridRow.Of(id, await work.Load<BillingRecord>(id, stop), at, today, work.At, session.Actor.Name);
            }
        }
        return (rows, problems);
    }
}

/// <summary>How many were saved, and how each came out.</summary>
internal sealed record SavedMany(int Accepted, int Refused, IReadOnlyList<SavedOne> Items);

/// <summary>How one record of many came out: the row, or the problem.</summary>
internal sealed record SavedOne(int Index, GridRow? Row, Problem? Problem);
