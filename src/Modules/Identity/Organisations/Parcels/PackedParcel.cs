using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Billing.Identity;

/// <summary>Packs a parcel part by part; no part is in memory as a whole.</summary>
internal sealed class PackedParcel : IAsyncDisposable
{
    private readonly ZipArchive _zip;
    private readonly List<ParcelPart> _parts = [];

    private PackedParcel(ZipArchive zip) => _zip = zip;

    /// <summary>Begins one at the end of a stream.</summary>
    public static async Task<PackedParcel> Begin(Stream to, CancellationToken stop) => new(await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, stop));

    /// <summary>Packs a file as it is.</summary>
    public async Task Add(string name, byte[] bytes, CancellationToken stop)
    {
        await using var file = await _zip.CreateEntry(name).OpenAsync(stop);
        await file.WriteAsync(bytes, stop);
        _parts.Add(new(name, 0, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    /// <summary>Packs lines.</summary>
    public async Task Add(string name, IAsyncEnumerable<byte[]> lines, Action<long> packed, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (count, bytes) = (0L, 0L);
        await using (var file = await _zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(stop))
        await using (var buffered = new BufferedStream(file, 128 << 10))
            await foreach (var line in lines)
            {
                foreach (var piece in (byte[][])[line, [(byte)'\n']])
                {
                    hash.AppendData(piece);
                    await buffered.WriteAsync(piece, stop);
                    bytes += piece.Length;
                }
                count++;
                packed(count);
            }
        _parts.Add(new(name, count, bytes, Convert.ToHexStringLower(hash.GetHashAndReset())));
    }

    /// <summary>Says what is in it, and that it is whole.</summary>
    public async Task Close(CancellationToken stop)
    {
        await using var manifest = await _zip.CreateEntry(Parcel.ManifestFile).OpenAsync(stop);
        await JsonSerializer.SerializeAsync(manifest, new ParcelManifest(Parcel.Format, _parts), Parcel.Json, stop);
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();
}
