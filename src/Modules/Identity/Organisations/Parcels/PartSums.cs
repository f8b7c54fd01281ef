using System.Security.Cryptography;
using System.Text;

namespace Billing.Identity;

/// <summary>
/// What is known of the bytes of a part: how many, how many lines, the SHA-256 of all, and a short hash of each block, by which a place is found where one of
/// them is another. Bytes are handed over as they come.
/// </summary>
internal sealed class PartSums : IDisposable
{
    public const int Block = 16 << 10;

    private const int Short = 4; // bytes of a block's hash: it finds the place; that nothing was changed is what the whole one says

    private readonly IncrementalHash _all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _block = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly StringBuilder _blocks = new();
    private int _inBlock;

    public long Bytes { get; private set; }

    public long Lines { get; private set; }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        _all.AppendData(bytes);
        Bytes += bytes.Length;
        Lines += bytes.Count((byte)'\n');
        while (!bytes.IsEmpty)
        {
            var piece = Math.Min(bytes.Length, Block - _inBlock);
            _block.AppendData(bytes[..piece]);
            _inBlock += piece;
            if (_inBlock == Block) Next();
            bytes = bytes[piece..];
        }
    }

    /// <summary>The part as a manifest says it.</summary>
    /// <param name="name">Of its file.</param>
    /// <param name="head">The short hash of what stands before it.</param>
    public ParcelPart Part(string name, string head)
    {
        if (_inBlock > 0) Next();
        return new(name, Lines, Bytes, Convert.ToHexStringLower(_all.GetHashAndReset()), _blocks.ToString(), head);
    }

    /// <summary>Where two sums of blocks differ first; -1 where neither does.</summary>
    public static long FirstOther(string blocks, string others)
    {
        for (var at = 0; at < Math.Max(blocks.Length, others.Length); at += Short * 2)
            if (at + (Short * 2) > blocks.Length || at + (Short * 2) > others.Length || !blocks.AsSpan(at, Short * 2).SequenceEqual(others.AsSpan(at, Short * 2))) return (long)at / (Short * 2) * Block;
        return -1;
    }

    public static string ShortOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, Short));

    public void Dispose()
    {
        _all.Dispose();
        _block.Dispose();
    }

    private void Next()
    {
        _blocks.Append(Convert.ToHexStringLower(_block.GetHashAndReset().AsSpan(0, Short)));
        _inBlock = 0;
    }
}
