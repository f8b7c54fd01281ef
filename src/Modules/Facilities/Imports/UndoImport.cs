using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Facilities;

/// <summary>What taking an import back came to.</summary>
/// <param name="Undone">Records that are as they were before.</param>
/// <param name="Kept">Records that somebody changed since: they stay.</param>
internal sealed record ImportTakenBack(ImportId ImportId, int Undone, IReadOnlyList<KeptRecord> Kept);

/// <summary>A record that stays as somebody changed it after the import.</summary>
internal sealed record KeptRecord(Guid RecordId, string Facility, DateOnly From, DateOnly Through, string Reason);

/// <summary>An import is taken back as a whole: each record becomes what it was before, but for those that people changed since.</summary>
internal static class UndoImport
{
    private static readonly Refusal UndoneAlready = new("import-undone", "This import was taken back already.");

    // Everything an import wrote was written in one transaction, its own event near the first: a small commit numbers continued streams before started ones.
    private const string TouchedSql = """
        select e.stream_id, s.type, min(e.version), max(e.version), s.version
        from mt_events e join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
        where e.tenant_id = $1 and e.correlation_id = $3
          and e.seq_id > (select seq_id from mt_events where tenant_id = $1 and stream_id = $2 and version = 1) - 10000
          and e.stream_id <> $2
        group by e.stream_id, s.type, s.version
        """;

    private const string OtherRecords = "select facility_id from facilities_billing_records where tenant_id = $1 and not withdrawn and not (id = any($2))";

    private const string OtherFacilities = "select group_id from facilities_facilities where tenant_id = $1 and standing <> 'withdrawn' and not (id = any($2))";

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/imports/{id}/undo", async (ImportId id, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            var import = await session.Streams<Import>().Load(id.Value, stop);
            if (!import.Exists) return Problems.NotFound;
            if (import.State.IsUndone) return edge.Refused(UndoneAlready);
            var touched = await Touched(session, id, stop);
            var work = session.Begin();
            var undone = await TakeBackRecords(work, session, touched, stop);
            var kept = touched.Where(t => t.Type == BillingRecord.Alias && !undone.Contains(t.Stream)).ToList();
            await TakeBackPlaces(work, session, touched, undone, stop);
            await work.Load<Import>(id.Value, stop);
            work.Decide<Import, ImportEvent>(id.Value, _ => new ImportUndone(undone.Count, kept.Count));
            return await edge.Commit(work, Answer.Of(new ImportTakenBack(id, undone.Count, await Kept(work, session, kept, stop))), stop);
        })
        .Produces<ImportTakenBack>()
        .Requires(Permission.ArrangeFacilities)
        .WithSummary("Take an import back");

    private static Task<List<TouchedStream>> Touched(Session session, ImportId id, CancellationToken stop) => session.Read(
        TouchedSql, [new NpgsqlParameter<Guid> { TypedValue = id.Value }, new NpgsqlParameter<string> { TypedValue = Imports.Correlation(id) }], async reader =>
        {
            var touched = new List<TouchedStream>();
            while (await reader.ReadAsync(stop)) touched.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)));
            return touched;
        }, stop);

    private static async Task<HashSet<Guid>> TakeBackRecords(Work work, Session session, List<TouchedStream> touched, CancellationToken stop)
    {
        var records = touched.Where(t => t.Type == BillingRecord.Alias && t.Untouched).ToList();
        var before = await session.Streams<BillingRecord>().LoadManyAt(records.Where(t => t.First > 1).ToDictionary(t => t.Stream, t => t.First - 1), stop);
        await work.LoadMany<BillingRecord>([.. records.Select(t => t.Stream)], stop);
        foreach (var record in records)
            work.Decide<BillingRecord, BillingRecordEvent>(record.Stream, now => before.TryGetValue(record.Stream, out var then) ? WayBack(now, then) : new BillingRecordWithdrawn());
        return [.. records.Select(r => r.Stream)];
    }

    /// <summary>The facts that make a record say again what it said before.</summary>
    internal static Decision<BillingRecordEvent> WayBack(BillingRecord now, BillingRecord then)
    {
        List<BillingRecordEvent> happened = [];
        if ((now.From, now.Through) != (then.From, then.Through)) happened.Add(new PeriodCorrected(then.From, then.Through));
        if (now.BillingDate != then.BillingDate) happened.Add(new BillingDateMoved(then.BillingDate));
        if (now.Billed != then.Billed) happened.Add(then.Billed is { } billed ? new FacilityBilled(billed) : new BilledAmountCleared());
        if (now.Paid != then.Paid) happened.Add(then.Paid is { } paid ? new ReceivedAmountNoted(paid) : new ReceivedAmountCleared());
        if (now.PaidOn != then.PaidOn) happened.Add(then.PaidOn is { } on ? new ReceiptDated(on) : new ReceiptDateCleared());
        if (now.StatusId != then.StatusId) happened.Add(then.StatusId is { } status ? new StatusPicked(status) : new StatusCleared());
        if (now.Note != then.Note) happened.Add(then.Note is { } note ? new NoteWritten(note) : new NoteCleared());
        return happened;
    }

    /// <summary>Facilities and groups that the import made go with it, unless something else has come to live in them.</summary>
    private static async Task TakeBackPlaces(Work work, Session session, List<TouchedStream> touched, HashSet<Guid> undone, CancellationToken stop)
    {
        var inUse = await Others(session, OtherRecords, undone, stop);
        var facilities = touched.Where(t => t.Type == Facility.Alias && t.First == 1 && t.Untouched && !inUse.Contains(t.Stream)).Select(t => t.Stream).ToHashSet();
        await work.LoadMany<Facility>(facilities, stop);
        foreach (var facility in facilities) work.Decide<Facility, FacilityEvent>(facility, _ => new FacilityWithdrawn());

        var lived = await Others(session, OtherFacilities, facilities, stop);
        var groups = touched.Where(t => t.Type == FacilityGroup.Alias && t.First == 1 && t.Untouched && !lived.Contains(t.Stream)).Select(t => t.Stream).ToList();
        await work.LoadMany<FacilityGroup>(groups, stop);
        foreach (var group in groups) work.Decide<FacilityGroup, FacilityGroupEvent>(group, _ => new FacilityGroupWithdrawn());
    }

    private static Task<HashSet<Guid>> Others(Session session, string sql, HashSet<Guid> but, CancellationToken stop) => session.Read(sql, [new NpgsqlParameter<Guid[]> { TypedValue = [.. but] }], async reader =>
    {
        var found = new HashSet<Guid>();
        while (await reader.ReadAsync(stop)) found.Add(reader.GetGuid(0));
        return found;
    }, stop);

    private static async Task<List<KeptRecord>> Kept(Work work, Session session, List<TouchedStream> kept, CancellationToken stop)
    {
        var told = new List<KeptRecord>();
        await work.LoadMany<BillingRecord>([.. kept.Select(t => t.Stream)], stop);
        foreach (var record in kept)
        {
            var state = (await work.Load<BillingRecord>(record.Stream, stop)).State;
            var facility = await session.Streams<Facility>().Peek(state.FacilityId.Value, stop);
            told.Add(new KeptRecord(record.Stream, facility.State.Name, state.From, state.Through, "Somebody changed it after the import; change it back by hand if you want to."));
        }
        return told;
    }

    /// <param name="First">The version of the import's first event in it.</param>
    /// <param name="Last">The version of the import's last event in it.</param>
    /// <param name="Now">The version it stands at.</param>
    private sealed record TouchedStream(Guid Stream, string Type, long First, long Last, long Now)
    {
        /// <summary>Whether nothing happened to it since.</summary>
        public bool Untouched => Last == Now;
    }
}
