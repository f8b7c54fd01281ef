using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;

namespace Billing.Documents;

/// <summary>The parts of a workbook's zip file, read within a budget so that a small file cannot unfold into a huge one.</summary>
internal sealed class XlsxParts : IDisposable
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true };
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _left = SheetLimits.Unzipped;

    public XlsxParts(ReadOnlyMemory<byte> file)
    {
        var bytes = MemoryMarshal.TryGetArray(file, out var held) ? held : file.ToArray();
        _zip = new ZipArchive(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), ZipArchiveMode.Read);
        if (_zip.Entries.Count > SheetLimits.ZipEntries) throw TooMuch();
        foreach (var entry in _zip.Entries) _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
    }

    public bool Has(string path) => _entries.ContainsKey(path);

    /// <exception cref="SheetFault">The part is missing.</exception>
    public XmlReader Open(string path) => _entries.TryGetValue(path, out var entry)
        ? XmlReader.Create(new Budgeted(this, entry.Open()), Settings)
        : throw new SheetFault("damaged", $"The workbook is damaged: its part {Path.GetFileName(path)} is missing.");

    /// <summary>What a part points to: id → (kind, path). A part without relationships has none.</summary>
    public Dictionary<string, (string Kind, string Path)> LinksOf(string path)
    {
        var links = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var at = $"{folder}_rels/{path[folder.Length..]}.rels";
        if (!Has(at)) return links;
        using var xml = Open(at);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External") continue;
            if (xml.GetAttribute("Id") is not { } id || xml.GetAttribute("Type") is not { } type || xml.GetAttribute("Target") is not { } target) continue;
            links[id] = (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
        }
        return links;
    }

    public void Dispose() => _zip.Dispose();

    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        var path = target.StartsWith('/') ? target : folder + target;
        foreach (var step in Uri.UnescapeDataString(path).Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".") continue;
            if (step != "..") steps.Add(step);
            else if (steps.Count > 0) steps.RemoveAt(steps.Count - 1);
        }
        return string.Join('/', steps);
    }

    private static SheetFault TooMuch() => new("expands-too-much", "The workbook unfolds to more than 256 MiB; send it in parts.");

    /// <summary>Counts what really comes out: a zip file's own word on its sizes is not to be trusted.</summary>
    private sealed class Budgeted(XlsxParts parts, Stream inner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            if ((parts._left -= read) < 0) throw TooMuch();
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
