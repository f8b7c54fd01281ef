using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Billing.EventStore;

namespace Billing.Identity;

/// <summary>A parcel that somebody sent: nothing in it is believed before all of it is what its manifest says. No part is in memory as a whole.</summary>
internal sealed class SentParcel : IDisposable
{
    private const int LongestPage = 1 << 20;

    private static readonly Refusal NoParcel = new("not-a-parcel", "This is no file that an organisation was taken out into. Send the .zip as it was.");
    private static readonly Refusal Cut = new("parcel-cut", "The file ends too early, or lacks a part. Take the organisation out once more, or load the file once more, and send it whole.");
    private static readonly Refusal TooLong = new("parcel-too-long", $"Unpacked, the file says it has more than {Parcel.Longest >> 30} GiB. That is more than is taken in.");

    private readonly ZipArchive _zip;

    private SentParcel(ZipArchive zip, ParcelLabel label, ParcelManifest manifest, byte[] seal) => (_zip, Label, Manifest, Seal) = (zip, label, manifest, seal);

    public ParcelLabel Label { get; }

    public ParcelManifest Manifest { get; }

    /// <summary>SHA-256 over the manifest, and so over everything in it: two files of one seal are one parcel.</summary>
    public byte[] Seal { get; }

    /// <summary>How many lines of events it has.</summary>
    public long Events => Manifest.Parts.Single(part => part.Name == Parcel.EventsFile).Lines;

    /// <summary>Opens a file and reads its first and its last page.</summary>
    public static Result<SentParcel> Open(Stream file)
    {
        ZipArchive? zip = null;
        try
        {
            if (!BeginsAsZip(file)) return NoParcel;
            zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (Page(zip, Parcel.LabelFile) is not { } first || JsonDocument.Parse(first).RootElement is not { ValueKind: JsonValueKind.Object } said || !said.TryGetProperty("format", out var format)) return Closed(zip, NoParcel);
            if (format.ValueKind != JsonValueKind.String || format.GetString() != Parcel.Format) return Closed(zip, OtherFormat(format.ToString()));
            if (Page(zip, Parcel.ManifestFile) is not { } last) return Closed(zip, Cut);
            var (label, manifest) = (JsonSerializer.Deserialize<ParcelLabel>(first, Parcel.Json), JsonSerializer.Deserialize<ParcelManifest>(last, Parcel.Json));
            if (label is null || manifest is not { Format: Parcel.Format } || manifest.Parts.Any(part => part is not { Lines: >= 0, Bytes: >= 0 })) return Closed(zip, NoParcel);
            if (manifest.Parts.Count > 100 || manifest.Parts.Any(part => part.Bytes > Parcel.Longest) || manifest.Parts.Sum(part => part.Bytes) > Parcel.Longest) return Closed(zip, TooLong);
            if (manifest.Parts.Any(part => zip.GetEntry(part.Name) is null) || !manifest.Parts.Any(part => part.Name == Parcel.EventsFile)) return Closed(zip, Cut);
            return new SentParcel(zip, label, manifest, SHA256.HashData(last));
        }
        catch (InvalidDataException)
        {
            return Closed(zip, Cut);
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            return Closed(zip, NoParcel);
        }
    }

    /// <summary>Reads everything once.</summary>
    /// <param name="known">What modules keep beside the log.</param>
    /// <param name="done">Told how much is done, 0 to 1.</param>
    /// <returns>Which part is not what the manifest says; null when all are.</returns>
    public Refusal? Check(IReadOnlyList<Belonging> known, Action<double> done)
    {
        HashSet<string> names = [Parcel.LabelFile, Parcel.EventsFile, Parcel.LogoFile(Picture.Png), Parcel.LogoFile(Picture.Jpeg), .. known.Select(Parcel.FileOf)];
        var (all, before) = (Math.Max(1, Manifest.Parts.Sum(part => part.Bytes)), 0L);
        if (Manifest.Parts.Select(part => part.Name).Distinct().Count() != Manifest.Parts.Count || Manifest.Parts.All(part => part.Name != Parcel.LabelFile)) return NoParcel;
        foreach (var part in Manifest.Parts)
        {
            if (!names.Contains(part.Name)) return new Refusal("parcel-of-another-version", $"The file holds {PlainText.Quote(part.Name)}, which this version does not know. Bring this installation up to date first.");
            if (!IsAsSaid(part, read => done((double)(before + read) / all))) return new Refusal("parcel-altered", $"{part.Name} in the file is not what it was when the organisation was taken out. Send the file as it was.").With("part", part.Name);
            before += part.Bytes;
        }
        return null;
    }

    /// <summary>The logo; null without one.</summary>
    public byte[]? Logo() => Page(_zip, Parcel.LogoFile(Picture.Png), Identity.Logo.Largest) ?? Page(_zip, Parcel.LogoFile(Picture.Jpeg), Identity.Logo.Largest);

    /// <summary>What of it a module kept beside the log.</summary>
    public IEnumerable<string> Lines(Belonging belonging) => _zip.GetEntry(Parcel.FileOf(belonging)) is { } entry && Manifest.Parts.Any(part => part.Name == entry.Name) ? ParcelLines.Of(entry, belonging.LongestLine) : [];

    /// <summary>Reads the events once more from the beginning.</summary>
    /// <exception cref="NotMovableException">A line is none.</exception>
    public IEnumerable<MovedEvent> ReadEvents(Action<double> done)
    {
        var (number, all) = (0L, Math.Max(1, Events));
        foreach (var line in ParcelLines.Of(_zip.GetEntry(Parcel.EventsFile)!, LongestPage))
        {
            yield return Read(line, ++number);
            if (number % 1_000 == 0) done((double)number / all);
        }
    }

    public void Dispose() => _zip.Dispose();

    private static MovedEvent Read(string line, long number)
    {
        try
        {
            var moved = JsonSerializer.Deserialize<MovedEvent>(line, Parcel.Json);
            return moved is not null && Parcel.Takes(moved.StreamType) && Parcel.Takes(moved.Type) ? moved : throw new NotMovableException($"Line {number} is no event that goes along.");
        }
        catch (JsonException)
        {
            throw new NotMovableException($"Line {number} is no event.");
        }
    }

    private bool IsAsSaid(ParcelPart part, Action<long> done)
    {
        try
        {
            using var from = _zip.GetEntry(part.Name)!.Open();
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var (page, bytes, lines) = (new byte[128 << 10], 0L, 0L);
            while (from.Read(page) is > 0 and var read)
            {
                if ((bytes += read) > part.Bytes) return false;
                hash.AppendData(page, 0, read);
                lines += page.AsSpan(0, read).Count((byte)'\n');
                done(bytes);
            }
            return bytes == part.Bytes && (part.Lines == 0 || lines == part.Lines) && Convert.ToHexStringLower(hash.GetHashAndReset()) == part.Hash;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool BeginsAsZip(Stream file)
    {
        var head = new byte[4];
        file.Position = 0;
        return file.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head is [0x50, 0x4B, 3, 4];
    }

    private static byte[]? Page(ZipArchive zip, string name, int most = LongestPage)
    {
        if (zip.GetEntry(name) is not { } entry || entry.Length > most) return null;
        using var from = entry.Open();
        using var to = new MemoryStream();
        var page = new byte[8192];
        while (from.Read(page) is > 0 and var read)
        {
            if (to.Length + read > most) return null;
            to.Write(page, 0, read);
        }
        return to.ToArray();
    }

    private static Refusal OtherFormat(string format) => format.StartsWith("billing-organisation-", StringComparison.Ordinal)
        ? new("parcel-of-another-version", $"The file is of the format {PlainText.Quote(format)}; this version reads {Parcel.Format}. Take the organisation out with the same version as this one.")
        : NoParcel;

    private static Refusal Closed(ZipArchive? zip, Refusal why)
    {
        zip?.Dispose();
        return why;
    }
}
