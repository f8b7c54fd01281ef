using System.Formats.Tar;
using System.Text;
using System.Text.Json.Nodes;
using Billing.Identity;
using System.Text.Json;

namespace Billing.Host.Tests.Identity;

/// <summary>Parcels as somebody with an editor makes them.</summary>
internal static class Parcels
{
    public const string MediaType = "application/x-tar";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The files of one, in their order, without manifest and seal.</summary>
    public static Dictionary<string, byte[]> Files(byte[] parcel)
    {
        var files = new Dictionary<string, byte[]>();
        using var tar = new TarReader(new MemoryStream(parcel));
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            using var bytes = new MemoryStream();
            entry.DataStream?.CopyTo(bytes);
            files.Add(entry.Name, bytes.ToArray());
        }
        files.Remove("manifest.json");
        files.Remove("seal.txt");
        return files;
    }

    /// <summary>Where a file's bytes begin in the archive.</summary>
    public static long Place(byte[] parcel, string name)
    {
        using var tar = new TarReader(new MemoryStream(parcel));
        while (tar.GetNextEntry() is { } entry)
            if (entry.Name == name) return entry.DataOffset;
        throw new KeyNotFoundException(name);
    }

    /// <summary>All that is said in one.</summary>
    public static string Text(byte[] parcel) => string.Join('\n', Files(parcel).Values.Select(Encoding.UTF8.GetString));

    /// <summary>One word of the first part whose name begins so is another; with the manifest made to fit, or, where the length stays, only the bytes changed.</summary>
    public static async Task<byte[]> Bent(byte[] parcel, string name, string from, string to, bool andSealed)
    {
        var files = Files(parcel);
        name = files.Keys.First(file => file.StartsWith(name, StringComparison.Ordinal));
        var text = Encoding.Latin1.GetString(files[name]); // a letter a byte
        Assert.Contains(from, text, StringComparison.Ordinal);
        files[name] = Encoding.Latin1.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
        if (andSealed) return await Of(files);
        var bent = parcel.ToArray();
        files[name].CopyTo(bent.AsSpan((int)Place(parcel, name)));
        return bent;
    }

    /// <summary>One byte is another.</summary>
    public static byte[] Altered(byte[] parcel, long at)
    {
        var altered = parcel.ToArray();
        altered[at] ^= 1;
        return altered;
    }

    /// <summary>A parcel of these parts.</summary>
    public static async Task<byte[]> Of(IReadOnlyDictionary<string, byte[]> parts, Action<JsonObject>? bend = null)
    {
        using var made = new MemoryStream();
        await using var parcel = new PackedParcel(made, DateTimeOffset.UnixEpoch, Guid.CreateVersion7);
        foreach (var (name, bytes) in parts) await parcel.Add(name, bytes, Stop);
        var manifest = JsonSerializer.SerializeToNode(new ParcelManifest(Parcel.Format, "1.0.0", "main", DateTimeOffset.UnixEpoch, 1, 1, parcel.Parts), Parcel.Json)!.AsObject();
        bend?.Invoke(manifest);
        await parcel.Seal(Encoding.UTF8.GetBytes(manifest.ToJsonString()), Stop);
        return made.ToArray();
    }
}
