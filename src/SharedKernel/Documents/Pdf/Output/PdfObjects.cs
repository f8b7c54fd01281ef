using System.IO.Compression;
using System.Security.Cryptography;

namespace Billing.Documents;

/// <summary>The numbered objects of a file, and the table at its end that says where each begins.</summary>
internal sealed class PdfObjects
{
    private readonly List<int> _offsets = [0];

    public PdfObjects() => Out.Raw("%PDF-1.7\n%"u8).Raw([0xE2, 0xE3, 0xCF, 0xD3]).Raw("\n"u8);

    public PdfBuffer Out { get; } = new();

    /// <summary>A number for an object that others refer to before it is written.</summary>
    public int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count - 1;
    }

    public void Write(int id, Action<PdfBuffer> body)
    {
        Begin(id);
        body(Out);
        Out.Raw("\nendobj\n"u8);
    }

    public int Write(Action<PdfBuffer> body)
    {
        var id = Reserve();
        Write(id, body);
        return id;
    }

    /// <summary>A stream, deflated.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="entries">Entries of its dictionary besides length and filter.</param>
    public void Stream(int id, ReadOnlySpan<byte> bytes, string entries = "") => Packed(id, Deflate(bytes), entries + "/Filter/FlateDecode");

    /// <summary>A stream as it stands; its filter, if any, is among the entries.</summary>
    public void Packed(int id, ReadOnlySpan<byte> bytes, string entries)
    {
        Begin(id);
        Out.Raw("<<").Raw(entries).Raw("/Length ").Int(bytes.Length).Raw(">>\nstream\n"u8).Raw(bytes).Raw("\nendstream\nendobj\n"u8);
    }

    /// <summary>The whole file. Its identifier follows from its bytes: the same document has the same.</summary>
    public byte[] End(int catalog, int info)
    {
        var identifier = Convert.ToHexString(SHA256.HashData(Out.Written).AsSpan(0, 16));
        var start = Out.Length;
        Out.Raw("xref\n0 ").Int(_offsets.Count).Raw("\n0000000000 65535 f \n"u8);
        foreach (var offset in _offsets.Skip(1)) Out.Raw(offset.ToString("D10", System.Globalization.CultureInfo.InvariantCulture)).Raw(" 00000 n \n"u8);
        Out.Raw("trailer\n<</Size ").Int(_offsets.Count).Raw("/Root ").To(catalog).Raw("/Info ").To(info).Raw($"/ID[<{identifier}><{identifier}>]>>\nstartxref\n").Int(start).Raw("\n%%EOF\n"u8);
        return Out.Written.ToArray();
    }

    public static byte[] Deflate(ReadOnlySpan<byte> bytes)
    {
        var packed = new MemoryStream(bytes.Length / 2 + 64);
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal)) deflate.Write(bytes);
        return packed.ToArray();
    }

    private void Begin(int id)
    {
        _offsets[id] = Out.Length;
        Out.Int(id).Raw(" 0 obj\n"u8);
    }
}
