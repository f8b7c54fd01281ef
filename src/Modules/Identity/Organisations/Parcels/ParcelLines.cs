using System.IO.Compression;
using System.Text;
using Billing.EventStore;

namespace Billing.Identity;

/// <summary>The lines of a part of a parcel, one at a time.</summary>
internal static class ParcelLines
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <exception cref="NotMovableException">A line is longer than that, or no text.</exception>
    public static IEnumerable<string> Of(ZipArchiveEntry part, int longest)
    {
        using var from = part.Open();
        var (page, line) = (new byte[128 << 10], new MemoryStream());
        while (Fill(from, page) is > 0 and var read)
            for (var at = 0; at < read;)
            {
                var end = page.AsSpan(at, read - at).IndexOf((byte)'\n');
                var piece = end < 0 ? read - at : end;
                if (line.Length + piece > longest) throw new NotMovableException($"A line of {part.Name} has more than {longest >> 20} MiB.");
                line.Write(page, at, piece);
                at += piece + 1;
                if (end < 0) continue;
                yield return Text(line, part);
                line.SetLength(0);
            }
        if (line.Length > 0) yield return Text(line, part);
    }

    private static string Text(MemoryStream line, ZipArchiveEntry part)
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

    private static int Fill(Stream from, byte[] page)
    {
        try
        {
            return from.Read(page);
        }
        catch (InvalidDataException e)
        {
            throw new NotMovableException("The file is damaged.", e);
        }
    }
}
