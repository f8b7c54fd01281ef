using Billing.EventStore;

namespace Billing.Usage;

/// <summary>Counts what becomes of the events of one request, and hands them on in pages: while one is written, the next is read.</summary>
/// <param name="backfill">The back-fill they come with; null for none. It tells of usage that has happened: no limit holds it up.</param>
internal sealed class Tally(Session session, Intake intake, KnownMeters known, EventLimits limits, Guid? backfill, CancellationToken stop)
{
    private const int Told = 1_000;
    private const int Page = 2_000;

    private readonly List<RejectedEvent> _rejected = [];
    private readonly List<(UsageEvent Event, long Index, int? Line)> _page = [];
    private EventReader? _reader;
    private Task _writing = Task.CompletedTask;
    private long _accepted, _duplicates, _rejectedInAll;

    /// <summary>How many have been looked at.</summary>
    public long Sent { get; private set; }

    /// <param name="line">The line it stands in, from 1, where the body has lines.</param>
    public async ValueTask Add(ReadOnlyMemory<byte> json, int? line = null)
    {
        _reader ??= Reader(await known.Of(session, stop));
        var index = Sent++;
        var happened = _reader.Read(json.Span, index, out var rejected);
        if (rejected is { Code: EventReader.UnknownMeter })
        {
            // Defined a moment ago, on another node.
            _reader = Reader(await known.Again(session, stop));
            happened = _reader.Read(json.Span, index, out rejected);
        }
        if (happened is null)
        {
            Reject(rejected! with { Line = line });
            return;
        }
        _page.Add((happened, index, line));
        if (_page.Count < Page) return;
        await Write();
        _reader = null; // the clock goes on
    }

    public void Reject(string code, string message, int? line = null) => Reject(new RejectedEvent(Sent++, code, message, null, line));

    private void Reject(RejectedEvent rejected)
    {
        _rejectedInAll++;
        if (_rejected.Count < Told) _rejected.Add(rejected);
    }

    public async Task<TakenAnswer> End()
    {
        await Write();
        await _writing;
        return new TakenAnswer(_accepted, _duplicates, [.. _rejected.OrderBy(r => r.Index)], _rejectedInAll);
    }

    private async Task Write()
    {
        await _writing;
        (UsageEvent Event, long Index, int? Line)[] page = [.. _page];
        _page.Clear();
        _writing = Write(page);
    }

    private async Task Write((UsageEvent Event, long Index, int? Line)[] page)
    {
        if (page.Length == 0) return;
        var (events, limited) = await limits.Bind([.. page.Select(p => p.Event)], await known.Of(session, stop), hard: backfill is null, stop);
        page = [.. page.Zip(events, (p, bound) => p with { Event = bound })];
        var taken = await intake.Take(session, events, backfill);
        limits.Used(limited, taken.Beyond);
        foreach (var (happened, limit) in taken.Beyond)
        {
            var (_, index, line) = page.First(p => ReferenceEquals(p.Event, happened));
            Reject(new RejectedEvent(index, "limit-reached", limit.Sentence, happened.Id, line));
        }
        if (taken.Shut)
            foreach (var (happened, index, line) in page) Reject(new RejectedEvent(index, BackfillNo.Closed.Code, BackfillNo.Closed.Sentence, happened.Id, line));
        _accepted += taken.Accepted;
        _duplicates += taken.Duplicates;
        foreach (var conflict in taken.Conflicts)
        {
            var (_, index, line) = page.First(p => ReferenceEquals(p.Event, conflict));
            Reject(new RejectedEvent(index, "id-of-another-event", "An event with this id and another content was taken before, and stands. Give this one an id of its own, or amend the first.", conflict.Id, line));
        }
    }

    private EventReader Reader(IReadOnlyDictionary<string, KnownMeter> meters) => new(meters, session.Now.UtcDateTime, alsoRetired: backfill is not null);
}
