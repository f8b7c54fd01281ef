using System.Formats.Tar;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Billing.EventStore;

namespace Billing.Identity;

/// <summary>A parcel that somebody sent: nothing in it is believed before all of it is what its manifest says. No part is in memory as a whole.</summary>
internal sealed class SentParcel
{
    private const int LongestPage = 1 << 20;
    private const int LongestManifest = 64 << 20;
    private const int MostParts = 500_000;

    private static readonly Refusal NoParcel = new("not-a-parcel", "This is no file that an organisation was taken out into. Send the .tar as it was.");
    private static readonly Refusal TooLong = new("parcel-too-long", $"The file says it has more than {Parcel.Longest >> 30} GiB. That is more than is taken in.");

    private readonly Stream _archive;
    private readonly Dictionary<string, ParcelFile> _files;
    private readonly string _manifestHash;
    private readonly HashSet<string> _parts;
    private ParcelLabel? _label;

    private SentParcel(Stream archive, Dictionary<string, ParcelFile> files, ParcelManifest manifest, string manifestHash) =>
        (_archive, _files, Manifest, _manifestHash, _parts) = (archive, files, manifest, manifestHash, [.. manifest.Parts.Select(part => part.Name)]);

    /// <summary>Whose it is.</summary>
    /// <exception cref="InvalidOperationException">It was not checked.</exception>
    public ParcelLabel Label => _label ?? throw new InvalidOperationException("A parcel is checked before it is believed.");

    public ParcelManifest Manifest { get; }

    /// <summary>SHA-256 over the manifest, and so over everything in it: two files of one seal are one parcel.</summary>
    public byte[] Seal => Convert.FromHexString(_manifestHash);

    /// <summary>How many lines of events it has.</summary>
    public long Events => Manifest.Parts.Single(part => part.Name == Parcel.EventsFile).Lines;

    /// <summary>How many lines of what modules keep beside the log.</summary>
    public long Belongings => Manifest.Parts.Where(part => part.Name != Parcel.EventsFile && part.Name.EndsWith(".ndjson", StringComparison.Ordinal)).Sum(part => part.Lines);

    /// <summary>Opens a file and reads its last page.</summary>
    public static Result<SentParcel> Open(Stream file)
    {
        if (Begins(file) is { } other) return other;
        if (!Walk(file).TryGet(out var files, out var refused)) return refused;
        foreach (var needed in new[] { Parcel.LabelFile, Parcel.EventsFile, Parcel.ManifestFile, ParcelSeal.File })
            if (Cut(files, needed) is { } cut) return cut;
        if (Page(files, Parcel.ManifestFile, LongestManifest) is not { } last) return NoParcel;
        var hash = Convert.ToHexStringLower(SHA256.HashData(last));
        if (BrokenManifest(file, files, hash) is { } broken) return broken;
        if (!Read<ParcelManifest>(last).TryGet(out var manifest, out refused)) return refused;
        if (manifest.Parts.Any(part => part is not { Lines: >= 0, Bytes: >= 0 })) return NoParcel;
        if (manifest.Parts.Count > MostParts || manifest.Parts.Any(part => part.Bytes > Parcel.Longest) || manifest.Parts.Sum(part => part.Bytes) > Parcel.Longest) return TooLong;
        foreach (var part in manifest.Parts)
            if (Cut(files, part.Name) is { } cut) return cut;
        return manifest.Parts.Any(part => part.Name == Parcel.EventsFile) ? new SentParcel(file, files, manifest, hash) : NoParcel;
    }

    /// <summary>Reads everything once.</summary>
    /// <param name="model">What modules keep beside the log, and which read models there are.</param>
    /// <param name="done">Told how much is done, 0 to 1.</param>
    /// <returns>Which part is not what the manifest says, and where; null when all are.</returns>
    public Refusal? Check(StoreModel model, Action<double> done)
    {
        HashSet<string> names = [Parcel.LabelFile, Parcel.EventsFile, Parcel.LogoFile(Picture.Png), Parcel.LogoFile(Picture.Jpeg), .. model.Belongings.Select(Parcel.FileOf), .. Parcel.ReadModels(model).Select(Parcel.FileOf)];
        var (all, before, end) = (Math.Max(1, Manifest.Parts.Sum(part => part.Bytes)), 0L, 0L);
        if (_parts.Count != Manifest.Parts.Count || Manifest.Parts.All(part => part.Name != Parcel.LabelFile)) return NoParcel;
        foreach (var part in Manifest.Parts)
        {
            if (!names.Contains(part.Name) && !part.Name.StartsWith(ParcelFiles.Folder, StringComparison.Ordinal)) return new Refusal("parcel-of-another-version", $"The file holds {PlainText.Quote(part.Name)}, which this version does not know. Bring this installation up to date first.");
            var file = _files[part.Name];
            if (file.Offset < end || PartSums.ShortOf(Between(end, file.Offset)) != part.Head) return Altered(part.Name, $"in the head of {part.Name}, bytes {Said(end)} to {Said(file.Offset - 1)} of the archive");
            if (Other(part, file, read => done((double)(before + read) / all)) is { } place) return Altered(part.Name, place);
            (before, end) = (before + part.Bytes, file.Offset + file.Length);
        }
        if (Around(end) is { } around) return around;
        if (Page(_files, Parcel.LabelFile) is not { } first) return NoParcel;
        if (!Read<ParcelLabel>(first).TryGet(out var label, out var refused)) return refused;
        _label = label;
        return null;
    }

    /// <summary>The logo; null without one.</summary>
    public byte[]? Logo() => Page(_files, Parcel.LogoFile(Picture.Png), Identity.Logo.Largest) ?? Page(_files, Parcel.LogoFile(Picture.Jpeg), Identity.Logo.Largest);

    /// <summary>What of it a module kept beside the log.</summary>
    public IEnumerable<string> Lines(Belonging belonging)
    {
        if (!_parts.Contains(Parcel.FileOf(belonging))) return [];
        var lines = ParcelLines.Of(_files[Parcel.FileOf(belonging)], belonging.LongestLine);
        return belonging.Bytes is null ? lines : lines.Select(line => ParcelFiles.Together(line, belonging, name => _parts.Contains(name) ? Page(_files, name, belonging.LongestLine / 4 * 3) : null));
    }

    /// <summary>A read model as it was; null when the parcel has none of it.</summary>
    public (string Hash, Func<TextReader> Open)? Rows(ReadModel model) => Manifest.Parts.FirstOrDefault(part => part.Name == Parcel.FileOf(model)) is { } part
        ? (part.Hash, () => new StreamReader(new PagesStream(_files[part.Name]), Encoding.UTF8))
        : null;

    /// <summary>Reads the events once more from the beginning.</summary>
    /// <exception cref="NotMovableException">A line is none.</exception>
    public IEnumerable<MovedEvent> ReadEvents(Action<double> done)
    {
        var (number, all) = (0L, Math.Max(1, Events));
        foreach (var line in ParcelLines.Of(_files[Parcel.EventsFile], LongestPage))
        {
            yield return Read(line, ++number);
            if (number % 1_000 == 0) done((double)number / all);
        }
    }

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

    /// <summary>Reads a page that says its format.</summary>
    private static Result<T> Read<T>(byte[] page) where T : notnull
    {
        try
        {
            if (JsonDocument.Parse(page).RootElement is not { ValueKind: JsonValueKind.Object } said || !said.TryGetProperty("format", out var format)) return NoParcel;
            if (format.ValueKind != JsonValueKind.String || format.GetString() != Parcel.Format) return OtherFormat(format.ToString());
            return JsonSerializer.Deserialize<T>(page, Parcel.Json) is { } read ? read : NoParcel;
        }
        catch (JsonException)
        {
            return NoParcel;
        }
    }

    /// <summary>Finds the files in the archive.</summary>
    private static Result<Dictionary<string, ParcelFile>> Walk(Stream archive)
    {
        var files = new Dictionary<string, ParcelFile>(StringComparer.Ordinal);
        var (last, end) = ("the beginning", 0L);
        try
        {
            archive.Position = 0;
            using var tar = new TarReader(archive, leaveOpen: true);
            while (tar.GetNextEntry() is { } entry)
            {
                if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile) || files.Count > MostParts + 2) return NoParcel;
                if (entry.Length > 0 && entry.DataOffset + entry.Length > archive.Length) return EndsEarly(entry.Name);
                var file = new ParcelFile(entry.Name, archive, entry.Length > 0 ? entry.DataOffset : archive.Position, entry.Length);
                if (!files.TryAdd(entry.Name, file)) return NoParcel;
                (last, end) = (entry.Name, file.Offset + file.Length);
            }
            return files;
        }
        catch (EndOfStreamException)
        {
            return EndsEarly(null);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException or ArgumentException)
        {
            return Altered(null, $"in the head of the file behind {last}, from byte {Said(end)} of the archive on");
        }
    }

    /// <summary>The manifest is not what the seal says: one of the two was changed, and what the seal says of everything before it tells which.</summary>
    private static Refusal? BrokenManifest(Stream archive, Dictionary<string, ParcelFile> files, string hash)
    {
        var seal = Encoding.ASCII.GetString(Page(files, ParcelSeal.File) ?? []).Split('\n');
        if (seal[0] == hash) return null;
        var before = BeforeSeal(files);
        return seal.Length > 1 && ParcelSeal.HashOf(archive, before) == seal[1] ? Altered(ParcelSeal.File, "in its first line") : Altered(Parcel.ManifestFile, $"in one of its {Said(files[Parcel.ManifestFile].Length)} bytes");
    }

    /// <summary>All parts are what they were; what is left is the manifest's head and its padding, and the seal to the archive's end.</summary>
    private Refusal? Around(long end)
    {
        var before = BeforeSeal(_files);
        var (hash, rest) = (ParcelSeal.HashOf(_archive, before), Between(before, _archive.Length));
        var expected = ParcelSeal.Bytes(_manifestHash, hash);
        if (rest.AsSpan().SequenceEqual(expected)) return null;
        var first = rest.AsSpan().CommonPrefixLength(expected);
        if (first == rest.Length) return EndsEarly(null);
        var said = Encoding.ASCII.GetString(Page(_files, ParcelSeal.File) ?? []).Split('\n');
        return said.Length > 1 && said[1] != hash
            ? Altered(Parcel.ManifestFile, $"in the head of {Parcel.ManifestFile}, bytes {Said(end)} to {Said(before - 1)} of the archive, or in the second line of {ParcelSeal.File}")
            : Altered(ParcelSeal.File, $"at byte {Said(before + first)} of the archive");
    }

    private static long BeforeSeal(Dictionary<string, ParcelFile> files) => files[ParcelSeal.File].Offset - 512;

    private byte[] Between(long from, long to)
    {
        var bytes = new byte[Math.Clamp(to - from, 0, LongestPage)];
        _archive.Position = from;
        _archive.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes;
    }

    /// <returns>Where a part is not what the manifest says; null when it is.</returns>
    private static string? Other(ParcelPart said, ParcelFile file, Action<long> done)
    {
        if (file.Length != said.Bytes) return $"at its end: it has {Said(file.Length)} bytes, and should have {Said(said.Bytes)}";
        using var sums = new PartSums();
        foreach (var page in file.Pages())
        {
            sums.Add(page.Span);
            done(sums.Bytes);
        }
        var found = sums.Part(said.Name, said.Head);
        if (found == said) return null;
        return PartSums.FirstOther(found.Blocks, said.Blocks) is >= 0 and var from ? Place(file, from) : "somewhere";
    }

    private static string Place(ParcelFile file, long from)
    {
        var (bytes, to, line) = (0L, Math.Min(file.Length, from + PartSums.Block), 1L);
        var last = 1L;
        foreach (var page in file.Pages())
        {
            line += page.Span[..(int)Math.Clamp(from - bytes, 0, page.Length)].Count((byte)'\n');
            last += page.Span[..(int)Math.Clamp(to - bytes, 0, page.Length)].Count((byte)'\n');
            bytes += page.Length;
            if (bytes >= to) break;
        }
        return $"in bytes {Said(from)} to {Said(to - 1)}, lines {Said(line)} to {Said(Math.Max(line, last))}";
    }

    private static Refusal? Begins(Stream file)
    {
        var head = new byte[512];
        file.Position = 0;
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read >= 4 && head is [0x50, 0x4B, 3, 4, ..]) return OtherFormat("billing-organisation-2");
        return read > 262 && head.AsSpan(257, 5).SequenceEqual("ustar"u8) ? read < head.Length ? EndsEarly(null) : null : NoParcel;
    }

    private static byte[]? Page(Dictionary<string, ParcelFile> files, string name, int most = LongestPage)
    {
        if (!files.TryGetValue(name, out var file) || file.Length > most) return null;
        var bytes = new byte[file.Length];
        return file.Read(bytes, 0) == bytes.Length ? bytes : null;
    }

    private static Refusal? Cut(Dictionary<string, ParcelFile> files, string name) => files.ContainsKey(name) ? null : EndsEarly(name);

    private static Refusal EndsEarly(string? name) =>
        new("parcel-cut", $"The file ends too early{(name is null ? "" : $", or lacks {PlainText.Quote(name)}")}. Take the organisation out once more, or load the file once more, and send it whole.");

    private static Refusal Altered(string? part, string place)
    {
        var altered = new Refusal("parcel-altered", $"{part ?? "The archive"} is not what it was when the organisation was taken out: it differs {place}. Send the file as it was.").With("place", place);
        return part is null ? altered : altered.With("part", part);
    }

    private static Refusal OtherFormat(string format) => format.StartsWith("billing-organisation-", StringComparison.Ordinal)
        ? new("parcel-of-another-version", $"The file is of the format {PlainText.Quote(format)}; this version reads {Parcel.Format}. Take the organisation out with the same version as this one.")
        : NoParcel;

    private static string Said(long number) => number.ToString(CultureInfo.InvariantCulture);
}
