using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>A set's name, statuses, colours and order become these. A status that records have is dropped only for a replacement.</summary>
/// <param name="Replacements">For each dropped status that is in use, the one its records get.</param>
internal sealed record RearrangeStatusSet(string Name, IReadOnlyList<WantedStatus> Statuses, IReadOnlyDictionary<StatusId, StatusId>? Replacements = null)
{
    public Decision<StatusSetEvent> Decide(StatusSet set, IReadOnlyDictionary<StatusId, long> records, Func<Guid> newId)
    {
        if (set.IsRetired) return No.Retired;
        if (!PlainText.Name(Name, "A status set").TryGet(out var name, out var refused)) return refused;
        if (Statuses.FirstOrDefault(s => s.Id is { } id && set.Find(id) is null) is { } stranger) return No.Stranger(stranger.Name);
        if (!StatusSetTerms.Read(Statuses, newId).TryGet(out var wanted, out refused)) return refused;
        var dropped = set.Statuses.Where(s => wanted.All(w => w.Id != s.Id)).ToList();
        var used = dropped.Where(s => records.GetValueOrDefault(s.Id) > 0 && Replacement(s.Id) is null).ToList();
        if (used.Count > 0) return No.InUse(used, records);
        if (dropped.FirstOrDefault(s => Replacement(s.Id) is { } to && wanted.All(w => w.Id != to)) is { } lost) return No.NoSuchReplacement(lost.Name);

        List<StatusSetEvent> happened = [];
        if (name != set.Name) happened.Add(new StatusSetRenamed(name));
        foreach (var status in wanted)
        {
            if (set.Find(status.Id) is not { } known)
            {
                happened.Add(new StatusAdded(status.Id, status.Name, status.Color, status.Settles));
                continue;
            }
            if (known.Name != status.Name || known.Settles != status.Settles) happened.Add(new StatusRenamed(status.Id, status.Name, status.Settles));
            if (known.Color != status.Color) happened.Add(new StatusRecoloured(status.Id, status.Color));
        }
        happened.AddRange(dropped.Select(s => new StatusDropped(s.Id, Replacement(s.Id))));
        StatusId[] unordered = [.. set.Statuses.Where(s => !dropped.Contains(s)).Select(s => s.Id), .. wanted.Where(w => set.Find(w.Id) is null).Select(w => w.Id)];
        if (!unordered.SequenceEqual(wanted.Select(w => w.Id))) happened.Add(new StatusesOrdered([.. wanted.Select(w => w.Id)]));
        return happened;
    }

    private StatusId? Replacement(StatusId dropped) => Replacements is not null && Replacements.TryGetValue(dropped, out var kept) ? kept : null;

    private static class No
    {
        public static readonly Refusal Retired = new("status-set-retired", "This status set is in use no longer. Choose another one.");
        public static Refusal Stranger(string name) => new Refusal("unknown-status", $"{PlainText.Quote(name)} names a status that this set does not have. Leave the id out for a new one.").With("given", PlainText.Shown(name));
        public static Refusal NoSuchReplacement(string name) => new Refusal("no-such-replacement", $"What replaces {PlainText.Quote(name)} is not among the statuses that stay.").With("given", PlainText.Shown(name));
        public static Refusal InUse(List<Status> used, IReadOnlyDictionary<StatusId, long> records) => new(
            "status-in-use",
            $"{string.Join(" and ", used.Select(s => PlainText.Quote(s.Name)))} {(used.Count == 1 ? "is" : "are")} in use. Choose what the records get instead.",
            new Dictionary<string, object?> { ["inUse"] = used.Select(s => new { statusId = s.Id, name = s.Name, records = records[s.Id] }).ToList() });
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPut("/api/status-sets/{id}", async (StatusSetId id, RearrangeStatusSet command, CommandEdge edge, Session session, CancellationToken stop) =>
        {
            var records = await ListStatusSets.Records(session, stop);
            var work = session.Begin();
            var set = await work.Load<StatusSet>(id.Value, stop, fresh: true);
            if (!set.Exists) return Problems.NotFound;
            if (edge.Expected is { } seen && seen != set.Version) return Problems.Conflict(StatusSetCard.Of(id, set, records));
            if (work.Decide<StatusSet, StatusSetEvent>(id.Value, s => command.Decide(s, records, session.NewId)) is { } refused) return edge.Refused(refused);
            foreach (var (dropped, kept) in command.Replacements ?? new Dictionary<StatusId, StatusId>())
                await Repick(work, session, dropped, kept, stop);
            var after = await work.Load<StatusSet>(id.Value, stop);
            return await edge.Commit(work, Answer.Of(StatusSetCard.Of(id, after, Moved(records, command.Replacements)), after.Version), stop);
        })
        .Produces<StatusSetCard>()
        .Requires(Permission.ArrangeFacilities)
        .WithSummary("Rename, recolour, order, add and drop the statuses of a set");

    private static async Task Repick(Work work, Session session, StatusId dropped, StatusId kept, CancellationToken stop)
    {
        var ids = await session.Read("select id from facilities_billing_records where tenant_id = $1 and status_id = $2",
            [new Npgsql.NpgsqlParameter<Guid> { TypedValue = dropped.Value }],
            async reader =>
            {
                var found = new List<Guid>();
                while (await reader.ReadAsync(stop)) found.Add(reader.GetGuid(0));
                return found;
            }, stop);
        await work.LoadMany<BillingRecord>(ids, stop);
        foreach (var id in ids)
            work.Decide<BillingRecord, BillingRecordEvent>(id, record => record.StatusId == dropped ? new StatusPicked(kept) : Decision.Nothing);
    }

    private static Dictionary<StatusId, long> Moved(Dictionary<StatusId, long> records, IReadOnlyDictionary<StatusId, StatusId>? replacements)
    {
        foreach (var (dropped, kept) in replacements ?? new Dictionary<StatusId, StatusId>())
            if (records.Remove(dropped, out var moved)) records[kept] = records.GetValueOrDefault(kept) + moved;
        return records;
    }
}
