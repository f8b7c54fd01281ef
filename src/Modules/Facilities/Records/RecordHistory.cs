using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>What happened to a record, newest first.</summary>
internal sealed record RecordHistory(IReadOnlyList<HistoryEntry> Items)
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/billing-records/{id:guid}/history", async (Guid id, Session session, CancellationToken stop) =>
        {
            var entries = new List<HistoryEntry>();
            var before = BillingRecord.Initial;
            await foreach (var happened in session.History(id, 0, stop))
            {
                if (happened.Data is not BillingRecordEvent) return Problems.NotFound;
                var after = before.Apply(happened.Data);
                entries.Add(HistoryEntry.Of(happened, before, after));
                before = after;
            }
            if (entries.Count == 0) return Problems.NotFound;
            entries.Reverse();
            return (IResult)Answer.Of(new RecordHistory(entries), entries.Count);
        })
        .Produces<RecordHistory>()
        .Requires(Permission.SeeFacilities)
        .WithSummary("What happened to a billing record: who, when, old and new");
}

/// <summary>One thing that happened.</summary>
/// <param name="Event">The event's alias.</param>
internal sealed record HistoryEntry(long Version, DateTimeOffset At, Actor Actor, string Event, IReadOnlyList<FieldChange> Changes)
{
    public static HistoryEntry Of(StoredEvent happened, BillingRecord before, BillingRecord after) => new(happened.Version, happened.At, happened.Recorded.Actor, happened.Alias,
    [
        .. from field in Fields
           let was = field.Value(before)
           let @is = field.Value(after)
           where !Equals(was, @is)
           select new FieldChange(field.Name, was, @is),
    ]);

    private static readonly (string Name, Func<BillingRecord, object?> Value)[] Fields =
    [
        ("from", r => r.IsStarted ? r.From : null), ("through", r => r.IsStarted ? r.Through : null), ("billingDate", r => r.IsStarted ? r.BillingDate : null),
        ("statusId", r => r.StatusId), ("billed", r => r.Billed), ("paid", r => r.Paid), ("paidOn", r => r.PaidOn), ("note", r => r.Note), ("withdrawn", r => r.IsWithdrawn),
    ];
}

/// <summary>A field with its value before and after.</summary>
internal sealed record FieldChange(string Field, object? From, object? To);
