using System.Text;
using Billing.EventStore;

namespace Billing.Identity;

/// <summary>A file in a parcel: so many bytes of the archive from a place on.</summary>
internal sealed record ParcelFile(string Name, Stream Archive, long Offset, long Length)
{
    /// <summary>Reads a page from a place on; whoever reads beside loses nothing.</summary>
    public int Read(byte[] page, long from)
    {
        Archive.Position = Offset + from;
        var wanted = page.AsSpan(0, (int)Math.Clamp(Length - from, 0, page.Length));
        return Archive.ReadAtLeast(wanted, wanted.Length, throwOnEndOfStream: false);
    }

    /// <summary>Pages from the beginning to the end; one is to be used before the next is asked for.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Pages()
    {
        var page = new byte[128 << 10];
        var read = 0;
        for (var at = 0L; (read = Read(page, at)) > 0; at += read) yield return page.AsMemory(0, read);
    }
}

/// <summary>The lines of a part of a parcel, one at a time.</summary>
internal static class ParcelLines
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <exception cref="NotMovableException">A line is longer than that, or no text.</exception>
    public static IEnumerable<string> Of(ParcelFile part, int longest)
    {
        var line = new MemoryStream();
        foreach (var page in part.Pages())
            for (var at = 0; at < page.Length;)
            {
                var end = page.Span[at..].IndexOf((byte)'\n');
                var piece = end < 0 ? page.Length - at : end;
                if (line.Length + piece > longest) throw new NotMovableException($"A line of {part.Name} has more than {longest >> 20} MiB.");
                line.Write(page.Span.Slice(at, piece));
                at += piece + 1;
                if (end < 0) continue;
                yield return Text(line, part);
                line.SetLength(0);
            }
        if (line.Length > 0) yield return Text(line, part);
    }

    private static string Text(MemoryStream line, ParcelFile part)
    {
        try
        {
            return Strict.GetString(line.GetBuffer(), 0, (int)line.Length);
        }
        catch (DecoderFallbackException e)
        {
            throw new NotMovableException($"A line of {part.Name} is no text.", e);
        }
    }
}
