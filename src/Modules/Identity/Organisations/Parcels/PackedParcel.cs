using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text.Json;

namespace Billing.Identity;

/// <summary>Packs a parcel part by part into a file; no part is in memory as a whole.</summary>
/// <param name="to">The file, empty, to be read as well as written.</param>
/// <param name="at">When the parcel is packed, UTC: the time of all files in it.</param>
/// <param name="newId">Names drafts.</param>
internal sealed class PackedParcel(Stream to, DateTimeOffset at, Func<Guid> newId) : IAsyncDisposable
{
    private const int Sector = 512;

    private readonly TarWriter _tar = new(to, TarEntryFormat.Pax, leaveOpen: true);
    private readonly List<ParcelPart> _parts = [];
    private long _end;

    public IReadOnlyList<ParcelPart> Parts => _parts;

    /// <summary>Packs a file as it is.</summary>
    public Task Add(string name, byte[] bytes, CancellationToken stop) => Add(name, Once(bytes), stop);

    /// <summary>Packs lines.</summary>
    public Task Add(string name, IAsyncEnumerable<byte[]> lines, CancellationToken stop) => Add(name, Ended(lines), stop);

    /// <summary>Packs what comes piece by piece.</summary>
    public async Task Add(string name, IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, CancellationToken stop)
    {
        await using var draft = Parcel.Draft(newId());
        using var sums = new PartSums();
        await foreach (var piece in pieces)
        {
            sums.Add(piece.Span);
            await draft.WriteAsync(piece, stop);
        }
        draft.Position = 0;
        var head = await Write(name, draft, stop);
        _parts.Add(sums.Part(name, head));
    }

    /// <summary>Says what is in it, and that it is whole.</summary>
    /// <param name="manifest">The manifest's bytes.</param>
    /// <param name="stop">Gives up.</param>
    public async Task Seal(byte[] manifest, CancellationToken stop)
    {
        using (var bytes = new MemoryStream(manifest)) await Write(Parcel.ManifestFile, bytes, stop);
        var before = to.Position;
        await _tar.DisposeAsync(); // what it says of the archive's end the seal stands upon
        var seal = ParcelSeal.Bytes(Convert.ToHexStringLower(SHA256.HashData(manifest)), ParcelSeal.HashOf(to, before));
        to.Position = before;
        await to.WriteAsync(seal, stop);
        await to.FlushAsync(stop);
    }

    /// <summary>Says what is in it, and that it is whole.</summary>
    public Task Seal(Func<IReadOnlyList<ParcelPart>, ParcelManifest> manifest, CancellationToken stop) => Seal(JsonSerializer.SerializeToUtf8Bytes(manifest(_parts), Parcel.Json), stop);

    public ValueTask DisposeAsync() => _tar.DisposeAsync();

    /// <returns>The short hash of what stands between the part before and this one.</returns>
    private async Task<string> Write(string name, Stream bytes, CancellationToken stop)
    {
        await _tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = bytes, ModificationTime = at, Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite }, stop);
        var (end, data) = (to.Position, to.Position - ((bytes.Length + Sector - 1) / Sector * Sector));
        var head = new byte[data - _end];
        to.Position = _end;
        await to.ReadExactlyAsync(head, stop);
        to.Position = end;
        _end = data + bytes.Length;
        return PartSums.ShortOf(head);
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Once(byte[] bytes)
    {
        await Task.CompletedTask;
        yield return bytes;
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Ended(IAsyncEnumerable<byte[]> lines)
    {
        await foreach (var line in lines) yield return (byte[])[.. line, (byte)'\n'];
    }
}
