using System.Collections.Concurrent;
using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Usage;

/// <summary>What became of the events of one request.</summary>
/// <param name="Accepted">Taken now.</param>
/// <param name="Duplicates">Taken before with the same content.</param>
/// <param name="Conflicts">Whose id was taken before with another content: the first one stands.</param>
/// <param name="Beyond">Which would have gone beyond a hard limit, and which: they are not taken.</param>
/// <param name="Shut">None was taken: the back-fill takes no events any more.</param>
internal sealed record Taken(int Accepted, int Duplicates, IReadOnlyList<UsageEvent> Conflicts, IReadOnlyList<(UsageEvent Event, HardLimit Limit)> Beyond, bool Shut = false);

/// <summary>
/// Takes events in, durable before it answers. While one transaction is being written, the next requests of the organisation gather and share its successor;
/// should that fail, each runs once more alone.
/// </summary>
internal sealed class Intake
{
    private const int Lanes = 2;
    private const int Together = 4_000;

    private readonly ConcurrentDictionary<(TenantId, Guid?), Lane> _lanes = new();
    private readonly ConcurrentDictionary<(TenantId, Guid), bool> _named = new();
    private readonly ConcurrentDictionary<DateTime, bool> _months = new();

    /// <summary>Completes when the events are durable.</summary>
    /// <param name="backfill">The back-fill they come with; null for none.</param>
    public Task<Taken> Take(Session session, IReadOnlyList<UsageEvent> events, Guid? backfill = null)
    {
        if (events.Count == 0) return Task.FromResult(new Taken(0, 0, [], []));
        var lane = _lanes.GetOrAdd((session.Tenant, backfill), _ => new Lane());
        var waiting = new Waiting(session, events, backfill);
        lock (lane.Gate)
        {
            lane.Waiting.Enqueue(waiting);
            if (lane.Running == Lanes) return waiting.Done.Task;
            lane.Running++;
        }
        _ = Run(lane);
        return waiting.Done.Task;
    }

    private async Task Run(Lane lane)
    {
        while (Next(lane) is { Count: > 0 } together) await Take(together);
    }

    private static List<Waiting> Next(Lane lane)
    {
        var (together, events) = (new List<Waiting>(), 0);
        lock (lane.Gate)
        {
            while (lane.Waiting.TryPeek(out var next) && (together.Count == 0 || events + next.Events.Count <= Together))
            {
                together.Add(lane.Waiting.Dequeue());
                events += next.Events.Count;
            }
            if (together.Count == 0) lane.Running--;
        }
        return together;
    }

    private async Task Take(List<Waiting> together)
    {
        try
        {
            await Write(together);
        }
        catch (Exception) when (together.Count > 1)
        {
            foreach (var each in together) await Take([each]);
        }
        catch (PostgresException gone) when (gone.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected && together[0].Tries++ < 5)
        {
            await Take(together); // Postgres itself said that the transaction is gone
        }
        catch (Exception failed)
        {
            together[0].Done.TrySetException(failed);
        }
    }

    /// <summary>One transaction for all of them. What fails before its commit took nothing; what fails after it took everything, and sent again counts once.</summary>
    private async Task Write(List<Waiting> together)
    {
        var session = together[0].Session;
        var first = new Dictionary<Guid, UsageEvent>();
        foreach (var each in together)
            foreach (var happened in each.Events)
                first.TryAdd(happened.Key, happened);
        UsageEvent[] unique = [.. first.Values.OrderBy(e => e.Key)];
        await Prepare(session, unique);
        UsageEvent[] limited = [.. first.Values.Where(e => e.Hard.Count > 0)];
        HardLimit[] limits = [.. limited.SelectMany(e => e.Hard).Distinct()];
        var (sql, further) = together[0].Backfill is { } backfill ? (IntakeStatement.TakeInto, [new NpgsqlParameter<Guid> { TypedValue = backfill }])
            : limits.Length > 0 ? (IntakeStatement.TakeWithin, IntakeStatement.WithinValuesOf(limited, limits)) : (IntakeStatement.Take, (NpgsqlParameter[])[]);
        var (before, beyond, shut) = await session.WriteAndRead(sql, [.. IntakeStatement.ValuesOf(unique, session.Now.UtcDateTime), .. further], async reader =>
        {
            var (keys, over, none) = (new List<Guid>(), new Dictionary<Guid, HardLimit>(), false);
            while (await reader.ReadAsync())
                if (reader.IsDBNull(0)) none = true;
                else if (reader.GetInt32(1) is > 0 and var limit) over.Add(reader.GetGuid(0), limits[limit - 1]);
                else keys.Add(reader.GetGuid(0));
            return (keys, over, none);
        });
        if (shut)
        {
            foreach (var each in together) each.Done.TrySetResult(new Taken(0, 0, [], [], Shut: true));
            return;
        }
        var contents = before.Count == 0 ? [] : await session.Read(IntakeStatement.Before, [new NpgsqlParameter<Guid[]> { TypedValue = [.. before] }], async reader =>
        {
            var found = new Dictionary<Guid, long>();
            while (await reader.ReadAsync()) found.Add(reader.GetGuid(0), reader.GetInt64(1));
            return found;
        }, CancellationToken.None);
        foreach (var each in together) each.Done.TrySetResult(Sort(each.Events, first, contents, beyond));
    }

    /// <summary>Of several events under one id the first is taken; the others are told from it by their content.</summary>
    private static Taken Sort(IReadOnlyList<UsageEvent> events, Dictionary<Guid, UsageEvent> first, Dictionary<Guid, long> before, Dictionary<Guid, HardLimit> beyond)
    {
        List<(UsageEvent, HardLimit)> over = [];
        var (accepted, duplicates) = (0, 0);
        List<UsageEvent> conflicts = [];
        foreach (var happened in events)
        {
            var winner = first[happened.Key];
            if (beyond.TryGetValue(happened.Key, out var limit)) over.Add((happened, limit));
            else if (before.TryGetValue(happened.Key, out var content) ? content == happened.Content : !ReferenceEquals(winner, happened) && winner.Content == happened.Content) duplicates++;
            else if (!before.ContainsKey(happened.Key) && ReferenceEquals(winner, happened)) accepted++;
            else conflicts.Add(happened);
        }
        return new Taken(accepted, duplicates, conflicts, over);
    }

    /// <summary>What the events stand on: the organisation's number, the names of new subjects, the partitions of their months.</summary>
    public async Task Prepare(Session session, UsageEvent[] events)
    {
        var tenant = session.Tenant;
        var months = events.Select(e => new DateTime(e.At.Year, e.At.Month, 1, 0, 0, 0, DateTimeKind.Utc)).Distinct().Where(month => !_months.ContainsKey(month)).ToList();
        var strangers = events.Where(e => !_named.ContainsKey((tenant, e.SubjectId))).DistinctBy(e => e.SubjectId).OrderBy(e => e.SubjectId).ToList();
        if (months.Count == 0 && strangers.Count == 0) return;
        await session.Write(
        [
            new Statement(IntakeStatement.Number),
            .. months.Select(month => new Statement(IntakeStatement.Month, new NpgsqlParameter<DateTime> { TypedValue = month, NpgsqlDbType = NpgsqlDbType.TimestampTz })),
            new Statement(IntakeStatement.Name, new NpgsqlParameter<Guid[]> { TypedValue = [.. strangers.Select(e => e.SubjectId)] }, new NpgsqlParameter<string[]> { TypedValue = [.. strangers.Select(e => e.Subject)] }),
        ]);
        foreach (var month in months) _months[month] = true;
        if (_named.Count > 1_000_000) _named.Clear(); // they are asked for again
        foreach (var stranger in strangers) _named[(tenant, stranger.SubjectId)] = true;
    }

    private sealed class Lane
    {
        public Lock Gate { get; } = new();

        public Queue<Waiting> Waiting { get; } = new();

        public int Running { get; set; }
    }

    private sealed record Waiting(Session Session, IReadOnlyList<UsageEvent> Events, Guid? Backfill)
    {
        public int Tries { get; set; }

        public TaskCompletionSource<Taken> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
