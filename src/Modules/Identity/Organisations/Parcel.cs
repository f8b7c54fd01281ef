using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>What the first page of a parcel says: whose it is. No passwords, no keys, nothing that one signs in with.</summary>
/// <param name="Format">Always <see cref="Parcel.Format"/>.</param>
/// <param name="TakenOutAt">UTC.</param>
/// <param name="Name">As shown.</param>
/// <param name="People">Who belonged to it, to be invited where it goes.</param>
internal sealed record ParcelLabel(string Format, DateTimeOffset TakenOutAt, string Name, Contact Contact, Currency Currency, string TimeZone, string Locale, IReadOnlyList<ParcelPerson> People);

/// <summary>Somebody who belonged to an organisation when it was taken out.</summary>
internal sealed record ParcelPerson(Guid Id, string Email, string FirstName, string LastName, Role Role);

/// <summary>
/// An organisation in one file: a zip of <c>organisation.json</c>, its logo, and <c>events.ndjson</c> with one event a line in the order of the log, words about
/// people open. What concerns signing in and members stays where it was.
/// </summary>
internal static class Parcel
{
    public const string Format = "billing-organisation-1";
    public const string MediaType = "application/zip";

    private const string LabelFile = "organisation.json";
    private const string EventsFile = "events.ndjson";
    private const int LongestLine = 1 << 20;
    private const long Longest = 1 << 29;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 32, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) } };

    /// <summary>Whether streams of a type go along: all but this module's own.</summary>
    public static bool Takes(string streamType) => !streamType.StartsWith("identity.", StringComparison.Ordinal);

    public static async Task Write(Stream to, ParcelLabel label, (string Type, byte[] Bytes)? logo, IAsyncEnumerable<MovedEvent> events, CancellationToken stop)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop);
        await using (var page = await zip.CreateEntry(LabelFile).OpenAsync(stop)) await JsonSerializer.SerializeAsync(page, label, Json, stop);
        if (logo is { } sign)
            await using (var picture = await zip.CreateEntry(LogoFile(sign.Type)).OpenAsync(stop)) await picture.WriteAsync(sign.Bytes, stop);
        await using var lines = await zip.CreateEntry(EventsFile).OpenAsync(stop);
        await foreach (var moved in events)
        {
            await lines.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(moved, Json), stop);
            await lines.WriteAsync("\n"u8.ToArray(), stop);
        }
    }

    /// <summary>Reads the label and the logo of a file that somebody sent.</summary>
    /// <returns>Null when it is no parcel.</returns>
    public static (ParcelLabel Label, byte[]? Logo)? Open(MemoryStream file)
    {
        try
        {
            using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.GetEntry(LabelFile) is not { Length: <= LongestLine } page || zip.GetEntry(EventsFile) is null) return null;
            using var open = page.Open();
            if (JsonSerializer.Deserialize<ParcelLabel>(open, Json) is not { Format: Format } label) return null;
            var logo = zip.GetEntry(LogoFile("image/png")) ?? zip.GetEntry(LogoFile("image/jpeg"));
            return (label, logo is { Length: <= LongestLine } ? Bytes(logo) : null);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or IOException)
        {
            return null;
        }
    }

    /// <summary>Reads the events once more from the beginning.</summary>
    /// <exception cref="NotMovableException">A line is none, or the file never ends.</exception>
    public static IEnumerable<MovedEvent> Events(MemoryStream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        using var text = new StreamReader(zip.GetEntry(EventsFile)!.Open(), new UTF8Encoding(false, throwOnInvalidBytes: true));
        var number = 0;
        foreach (var line in Lines(text)) yield return Read(line, ++number);
    }

    private static MovedEvent Read(string line, int number)
    {
        try
        {
            var moved = JsonSerializer.Deserialize<MovedEvent>(line, Json);
            return moved is not null && Takes(moved.StreamType) && Takes(moved.Type) ? moved : throw new NotMovableException($"Line {number} is no event that goes along.");
        }
        catch (JsonException)
        {
            throw new NotMovableException($"Line {number} is no event.");
        }
    }

    /// <summary>Lines of at most a megabyte, half a gigabyte in all: a small file can say that it is very long.</summary>
    private static IEnumerable<string> Lines(StreamReader text)
    {
        var (line, page, all) = (new StringBuilder(), new char[8192], 0L);
        while (Fill(text, page) is > 0 and var read)
        {
            if ((all += read) > Longest) throw new NotMovableException("The file says more than half a gigabyte.");
            foreach (var c in page.AsMemory(0, read).ToArray())
            {
                if (c != '\n')
                {
                    if (line.Length >= LongestLine) throw new NotMovableException("A line has more than a megabyte.");
                    line.Append(c);
                    continue;
                }
                yield return line.ToString();
                line.Clear();
            }
        }
        if (line.Length > 0) yield return line.ToString();
    }

    private static int Fill(StreamReader text, char[] page)
    {
        try
        {
            return text.Read(page, 0, page.Length);
        }
        catch (Exception e) when (e is InvalidDataException or DecoderFallbackException)
        {
            throw new NotMovableException("The file is damaged.", e);
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    private static string LogoFile(string type) => type == "image/png" ? "logo.png" : "logo.jpg";
}
