using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Billing.Documents;

/// <summary>
/// The numbered objects of a file, and the table at its end that says where each is. Objects that are no streams themselves are packed together into streams, for a long
/// table has thousands of small ones.
/// </summary>
internal sealed class PdfObjects
{
    private const int MostPacked = 200;
    private readonly List<(byte Kind, int Place, int Index)> _places = [(0, 0, 65535)]; // 1: an offset; 2: packed in that object, as that one
    private readonly List<(int Id, int From)> _packed = [];
    private readonly PdfBuffer _file = new();
    private PdfBuffer _bodies = new();

    public PdfObjects() => _file.Raw("%PDF-1.7\n%"u8).Raw([0xE2, 0xE3, 0xCF, 0xD3]).Raw("\n"u8);

    /// <summary>A number for an object that others refer to before it is written.</summary>
    public int Reserve()
    {
        _places.Add(default);
        return _places.Count - 1;
    }

    public void Write(int id, Action<PdfBuffer> body)
    {
        _packed.Add((id, _bodies.Length));
        body(_bodies);
        _bodies.Raw("\n"u8);
        if (_packed.Count == MostPacked) Pack();
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
        _places[id] = (1, _file.Length, 0);
        _file.Int(id).Raw(" 0 obj\n<<").Raw(entries).Raw("/Length ").Int(bytes.Length).Raw(">>\nstream\n"u8).Raw(bytes).Raw("\nendstream\nendobj\n"u8);
    }

    /// <summary>The whole file. Its identifier follows from its bytes: the same document has the same.</summary>
    public byte[] End(int catalog, int info)
    {
        Pack();
        var identifier = Convert.ToHexString(SHA256.HashData(_file.Written).AsSpan(0, 16));
        var (id, start) = (Reserve(), _file.Length);
        _places[id] = (1, start, 0);
        var table = new byte[_places.Count * 7];
        for (var i = 0; i < _places.Count; i++)
        {
            table[i * 7] = _places[i].Kind;
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(i * 7 + 1), _places[i].Place);
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(i * 7 + 5), (ushort)_places[i].Index);
        }
        Stream(id, table, $"/Type/XRef/W[1 4 2]/Size {_places.Count}/Root {catalog} 0 R/Info {info} 0 R/ID[<{identifier}><{identifier}>]");
        _file.Raw("startxref\n").Int(start).Raw("\n%%EOF\n"u8);
        return _file.Written.ToArray();
    }

    public static byte[] Deflate(ReadOnlySpan<byte> bytes)
    {
        var packed = new MemoryStream(bytes.Length / 2 + 64);
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal)) deflate.Write(bytes);
        return packed.ToArray();
    }

    private void Pack()
    {
        if (_packed.Count == 0) return;
        var index = new StringBuilder();
        foreach (var (packed, from) in _packed) index.Append(CultureInfo.InvariantCulture, $"{packed} {from} ");
        var id = Reserve();
        for (var i = 0; i < _packed.Count; i++) _places[_packed[i].Id] = (2, id, i);
        Stream(id, [.. Encoding.ASCII.GetBytes(index.ToString()), .. _bodies.Written], $"/Type/ObjStm/N {_packed.Count}/First {index.Length}");
        _packed.Clear();
        _bodies = new();
    }
}
