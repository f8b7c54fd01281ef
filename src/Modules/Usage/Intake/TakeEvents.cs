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

    private const int LongestEvent = 64 << 10;
    private const long LongestArray = 64 << 20;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/usage/events", (HttpContext context, Session session, Intake intake, KnownMeters known, EventLimits limits) => Take(context, new Tally(session, intake, known, limits, null, context.RequestAborted)))
        .Accepts<SentEvent>("application/json", "application/x-ndjson")
        .WithMetadata(new ReadsItsBody(), new KeepsNoAnswer())
        .TakesFiles()
        .Produces<TakenAnswer>()
        .Requires(Permission.RecordUsage)
        .WithSummary("Send usage events: one, an array of up to 10,000, or a stream of lines");

    /// <summary>Takes what the body holds, whatever its form.</summary>
    public static async Task<IResult> Take(HttpContext context, Tally tally)
    {
        var request = context.Request;
        if (request.Headers.ContentEncoding.ToString() is var coding && coding is not ("" or "identity" or "gzip"))
            return new Problem(415, "unknown-content-encoding", "Send the events plain or with Content-Encoding: gzip.");
        await using var body = coding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
        if (request.ContentType?.StartsWith("application/x-ndjson", StringComparison.OrdinalIgnoreCase) is not true) return await Array(body, tally, context.RequestAborted);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        await Lines(PipeReader.Create(body), tally, context.RequestAborted);
        return TypedResults.Ok(await tally.End());
    }

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
        for (var (whole, line) = (true, 1); ;)
        {
            ReadResult read;
            try
            {
                read = await lines.ReadAsync(stop);
            }
            catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException or EndOfStreamException)
            {
                tally.Reject("body-cut", "The body breaks here. What came before was taken; send the rest again.", line);
                return;
            }
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                await Line(buffer.Slice(0, end).ToArray(), line++, tally);
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }
            if (buffer.Length > LongestEvent)
            {
                if (whole) tally.Reject("event-too-long", $"A line has at most {LongestEvent >> 10} KiB.", line);
                whole = false;
                buffer = buffer.Slice(buffer.End); // to the end of the line
            }
            lines.AdvanceTo(buffer.Start, buffer.End);
            if (!read.IsCompleted) continue;
            if (whole) await Line(buffer.ToArray(), line, tally);
            return;
        }
    }

    private static ValueTask Line(ReadOnlyMemory<byte> text, int line, Tally tally) => text.Span.Trim(" \t\r"u8).IsEmpty ? default : tally.Add(text, line);

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
}
