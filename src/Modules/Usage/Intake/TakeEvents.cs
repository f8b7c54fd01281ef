using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>One use of something, as a program tells of it.</summary>
/// <param name="Id">The caller's own: however often it is sent, even with another instant, it counts once.</param>
/// <param name="Meter">The code of the meter.</param>
/// <param name="Subject">Who used it: the id of a client or of a subscription.</param>
/// <param name="Value">How much, with at most 12 decimal places, as a number or as text; left out: 1.</param>
/// <param name="At">When, with the offset from UTC; left out: now.</param>
/// <param name="Properties">Text, numbers, true and false by name: what meters filter, group and count by.</param>
internal sealed record SentEvent(string Id, string Meter, string Subject, string? Value = null, string? At = null, IReadOnlyDictionary<string, string>? Properties = null);

/// <summary>What became of the events sent. All that is counted here is stored for good.</summary>
/// <param name="Accepted">Taken now.</param>
/// <param name="Duplicates">Taken before, and not once more.</param>
/// <param name="Rejected">Not taken, and why; the first thousand.</param>
/// <param name="RejectedInAll">How many were not taken.</param>
internal sealed record TakenAnswer(long Accepted, long Duplicates, IReadOnlyList<RejectedEvent> Rejected, long RejectedInAll);

/// <summary>Usage comes in: one event, an array of up to 10,000, or lines of JSON without end; plain or gzip.</summary>
internal static class TakeEvents
{
    /// <summary>Most events of an array.</summary>
    public const int Most = 10_000;

    private const int Page = 2_000;
    private const int LongestEvent = 64 << 10;
    private const long LongestArray = 64 << 20;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/usage/events", async (HttpContext context, Session session, Intake intake, KnownMeters known, TimeProvider time) =>
        {
            var request = context.Request;
            var tally = new Tally(session, intake, known, time, context.RequestAborted);
            if (request.Headers.ContentEncoding.ToString() is var coding && coding is not ("" or "identity" or "gzip"))
                return new Problem(415, "unknown-content-encoding", "Send the events plain or with Content-Encoding: gzip.");
            await using var body = coding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
            if (request.ContentType?.StartsWith("application/x-ndjson", StringComparison.OrdinalIgnoreCase) is not true) return await Array(body, tally, context.RequestAborted);
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
            await Lines(PipeReader.Create(body), tally, context.RequestAborted);
            return TypedResults.Ok(await tally.End());
        })
        .Accepts<SentEvent>("application/json", "application/x-ndjson")
        .WithMetadata(new ReadsItsBody(), new KeepsNoAnswer())
        .TakesFiles()
        .Produces<TakenAnswer>()
        .Requires(Permission.RecordUsage)
        .WithSummary("Send usage events: one, an array of up to 10,000, or a stream of lines");

    private static async Task<IResult> Array(Stream body, Tally tally, CancellationToken stop)
    {
        using var read = new MemoryStream();
        var whole = await Copy(body, read, stop);
        if (read.Length > LongestArray) return new Problem(413, "body-too-large", $"Unpacked, the array has more than {LongestArray >> 20} MiB. Send it in parts, or as lines (application/x-ndjson).");
        var bytes = read.GetBuffer().AsMemory(0, (int)read.Length);
        if (bytes.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..])
        {
            await tally.Add(bytes);
        }
        else
        {
            List<ReadOnlyMemory<byte>> found = [];
            whole &= EventSplitter.Split(bytes, found.Add);
            foreach (var one in found)
            {
                if (tally.Sent == Most) tally.Reject("too-many", $"An array has at most {Most} events. Send this one again in another.");
                else await tally.Add(one);
            }
        }
        if (!whole) tally.Reject("body-cut", "The body ends or breaks here: it is no whole JSON array (or no whole gzip). What came before was taken; send the rest again.");
        return TypedResults.Ok(await tally.End());
    }

    private static async Task Lines(PipeReader lines, Tally tally, CancellationToken stop)
    {
        for (var whole = true; ;)
        {
            ReadResult read;
            try
            {
                read = await lines.ReadAsync(stop);
            }
            catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException or EndOfStreamException)
            {
                tally.Reject("body-cut", "The body breaks here. What came before was taken; send the rest again.");
                return;
            }
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                await Line(buffer.Slice(0, end).ToArray(), tally);
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }
            if (buffer.Length > LongestEvent)
            {
                if (whole) tally.Reject("event-too-long", $"A line has at most {LongestEvent >> 10} KiB.");
                whole = false;
                buffer = buffer.Slice(buffer.End); // to the end of the line
            }
            lines.AdvanceTo(buffer.Start, buffer.End);
            if (!read.IsCompleted) continue;
            if (whole) await Line(buffer.ToArray(), tally);
            return;
        }
    }

    private static ValueTask Line(ReadOnlyMemory<byte> line, Tally tally) => line.Span.Trim(" \t\r"u8).IsEmpty ? default : tally.Add(line);

    /// <summary>Reads what there is; false when it broke before its end.</summary>
    private static async Task<bool> Copy(Stream body, MemoryStream to, CancellationToken stop)
    {
        var buffer = new byte[64 << 10];
        try
        {
            while (to.Length <= LongestArray && await body.ReadAsync(buffer, stop) is > 0 and var got) to.Write(buffer, 0, got);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Counts what becomes of the events of one request, and hands them on in pages: while one is written, the next is read.</summary>
    private sealed class Tally(Session session, Intake intake, KnownMeters known, TimeProvider time, CancellationToken stop)
    {
        private const int Told = 1_000;

        private readonly List<RejectedEvent> _rejected = [];
        private readonly List<(UsageEvent Event, long Index)> _page = [];
        private EventReader? _reader;
        private Task _writing = Task.CompletedTask;
        private long _accepted, _duplicates, _rejectedInAll;

        /// <summary>How many have been looked at.</summary>
        public long Sent { get; private set; }

        public async ValueTask Add(ReadOnlyMemory<byte> json)
        {
            _reader ??= new EventReader(await known.Of(session, stop), time.GetUtcNow().UtcDateTime);
            var index = Sent++;
            var happened = _reader.Read(json.Span, index, out var rejected);
            if (rejected is { Code: EventReader.UnknownMeter })
            {
                // Defined a moment ago, on another node.
                _reader = new EventReader(await known.Again(session, stop), time.GetUtcNow().UtcDateTime);
                happened = _reader.Read(json.Span, index, out rejected);
            }
            if (happened is null)
            {
                Reject(rejected!);
                return;
            }
            _page.Add((happened, index));
            if (_page.Count < Page) return;
            await Write();
            _reader = null; // the clock goes on
        }

        public void Reject(string code, string message) => Reject(new RejectedEvent(Sent++, code, message));

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
            (UsageEvent Event, long Index)[] page = [.. _page];
            _page.Clear();
            _writing = Write(page);
        }

        private async Task Write((UsageEvent Event, long Index)[] page)
        {
            var taken = await intake.Take(session, [.. page.Select(p => p.Event)]);
            _accepted += taken.Accepted;
            _duplicates += taken.Duplicates;
            foreach (var conflict in taken.Conflicts)
                Reject(new RejectedEvent(page.First(p => ReferenceEquals(p.Event, conflict)).Index, "id-of-another-event", "An event with this id and another content was taken before, and stands. Give this one an id of its own, or amend the first.", conflict.Id));
        }
    }
}
