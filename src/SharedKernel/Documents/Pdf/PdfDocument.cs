using System.Globalization;
using System.Text;

namespace Billing.Documents;

/// <summary>
/// A PDF (1.7, made for the archive: PDF/A-3b) in the making. Add pages, draw on them, take the bytes. The same calls give the same bytes: no clock, no chance.
/// Not safe to use from several threads; documents beside each other are.
/// </summary>
public sealed class PdfDocument(PdfInfo info)
{
    private readonly PdfObjects _objects = new();
    private readonly List<PdfPage> _pages = [];
    private readonly List<FontInUse> _fonts = [];
    private readonly List<(PdfImage Image, int Id)> _images = [];
    private readonly List<double> _opacities = [];
    private readonly List<PdfAttachment> _attachments = [];

    /// <summary>The whole, as a screen reader meets it.</summary>
    public PdfElement Root { get; } = new("Document", null);

    /// <summary>The pages so far.</summary>
    public IReadOnlyList<PdfPage> Pages => _pages;

    /// <summary>A further page.</summary>
    public PdfPage AddPage(PdfSize size)
    {
        var page = new PdfPage(this, size, _pages.Count + 1);
        _pages.Add(page);
        return page;
    }

    /// <summary>Puts a file into the document.</summary>
    public void Attach(PdfAttachment attachment) => _attachments.Add(attachment);

    /// <summary>The finished file. To be asked once.</summary>
    public byte[] ToBytes()
    {
        var (catalog, pages, metadata, profile, resources) = (_objects.Reserve(), _objects.Reserve(), _objects.Reserve(), _objects.Reserve(), _objects.Reserve());
        int[] pageIds = [.. _pages.Select(_ => _objects.Reserve())];
        var structure = PdfTagging.Write(_objects, Root, _pages, pageIds);
        for (var i = 0; i < _pages.Count; i++) WritePage(_pages[i], pageIds[i], pages, resources);
        foreach (var font in _fonts) font.Write(_objects);
        foreach (var (image, id) in _images) image.Write(_objects, id);
        int[] files = [.. _attachments.Select(WriteAttachment)];

        _objects.Write(pages, o => References(o.Raw("<</Type/Pages/Count ").Int(pageIds.Length).Raw("/Kids["), pageIds).Raw("]>>"));
        _objects.Write(resources, o =>
        {
            o.Raw("<</Font<<");
            foreach (var font in _fonts) o.Raw($"/{font.Name} ").To(font.Id);
            o.Raw(">>/XObject<<");
            for (var i = 0; i < _images.Count; i++) o.Raw($"/I{i} ").To(_images[i].Id);
            o.Raw(">>/ExtGState<<");
            for (var i = 0; i < _opacities.Count; i++) o.Raw($"/G{i}<</ca ").Number(_opacities[i]).Raw(">>");
            o.Raw(">>>>");
        });
        _objects.Packed(metadata, Xmp.Write(info), "/Type/Metadata/Subtype/XML");
        _objects.Stream(profile, SrgbProfile.Bytes, "/N 3");
        _objects.Write(catalog, o =>
        {
            o.Raw("<</Type/Catalog/Pages ").To(pages).Raw("/Metadata ").To(metadata).Raw("/Lang ").Text(info.Language).Raw("/MarkInfo<</Marked true>>/StructTreeRoot ").To(structure);
            o.Raw("/ViewerPreferences<</DisplayDocTitle true>>/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)/DestOutputProfile ").To(profile).Raw(">>]");
            if (files.Length > 0)
            {
                o.Raw("/PageMode/UseAttachments/AF[");
                References(o, files).Raw("]/Names<</EmbeddedFiles<</Names[");
                foreach (var (name, file) in _attachments.Select((a, i) => (a.Name, files[i])).OrderBy(f => f.Name, StringComparer.Ordinal)) o.Text(PdfText.Clean(name)).To(file);
                o.Raw("]>>>>");
            }
            o.Raw(">>");
        });
        return _objects.End(catalog, WriteInfo());
    }

    internal FontInUse Use(PdfFont font)
    {
        foreach (var known in _fonts)
            if (known.Font == font) return known;
        var used = new FontInUse(font, $"F{_fonts.Count}", _objects.Reserve());
        _fonts.Add(used);
        return used;
    }

    internal string Use(PdfImage image)
    {
        var index = _images.FindIndex(known => known.Image == image);
        if (index < 0)
        {
            index = _images.Count;
            _images.Add((image, _objects.Reserve()));
        }
        return $"I{index}";
    }

    internal string Opacity(double opacity)
    {
        if (!_opacities.Contains(opacity)) _opacities.Add(opacity);
        return $"/G{_opacities.IndexOf(opacity)}";
    }

    private void WritePage(PdfPage page, int id, int pages, int resources)
    {
        var content = _objects.Reserve();
        _objects.Stream(content, page.Content.Written);
        _objects.Write(id, o =>
        {
            o.Raw("<</Type/Page/Parent ").To(pages).Raw("/MediaBox[0 0 ").Number(page.Size.Width).Number(page.Size.Height).Raw("]/Resources ").To(resources).Raw("/Contents ").To(content);
            o.Raw("/Tabs/S/StructParents ").Int(page.Number - 1).Raw("/Group<</S/Transparency/CS/DeviceRGB>>");
            if (page.Links.Count > 0)
            {
                o.Raw("/Annots[");
                foreach (var (x, y, width, height, address) in page.Links)
                    o.Raw("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[").Number(x).Number(y).Number(x + width).Number(y + height).Raw("]/Contents ").Text(address).Raw("/A<</S/URI/URI ").Text(address).Raw(">>>>");
                o.Raw("]");
            }
            o.Raw(">>");
        });
    }

    private int WriteAttachment(PdfAttachment attachment)
    {
        var (file, name) = (_objects.Reserve(), PdfText.Clean(attachment.Name));
        var entries = new PdfBuffer().Raw("/Type/EmbeddedFile/Subtype").Name(attachment.MediaType).Raw("/Params<</Size ").Int(attachment.Content.Length).Raw("/ModDate ").Text(Date(attachment.ModifiedAt)).Raw(">>");
        _objects.Stream(file, attachment.Content.Span, Encoding.ASCII.GetString(entries.Written));
        return _objects.Write(o => o.Raw("<</Type/Filespec/F ").Text(name).Raw("/UF ").Text(name).Raw($"/AFRelationship/{attachment.Relationship}/Desc ").Text(PdfText.Clean(attachment.Description)).Raw("/EF<</F ").To(file).Raw("/UF ").To(file).Raw(">>>>"));
    }

    private int WriteInfo() => _objects.Write(o =>
    {
        o.Raw("<</Title ").Text(PdfText.Clean(info.Title));
        if (info.Author is { } author) o.Raw("/Author ").Text(PdfText.Clean(author));
        if (info.Subject is { } subject) o.Raw("/Subject ").Text(PdfText.Clean(subject));
        o.Raw("/Creator ").Text(Xmp.Producer).Raw("/Producer ").Text(Xmp.Producer).Raw("/CreationDate ").Text(Date(info.CreatedAt)).Raw("/ModDate ").Text(Date(info.CreatedAt)).Raw(">>");
    });

    private static PdfBuffer References(PdfBuffer o, IEnumerable<int> ids)
    {
        foreach (var id in ids) o.To(id);
        return o;
    }

    private static string Date(DateTimeOffset at) => at.ToString("'D:'yyyyMMddHHmmss", CultureInfo.InvariantCulture) + at.ToString("zzz", CultureInfo.InvariantCulture).Replace(':', '\'') + "'";
}
