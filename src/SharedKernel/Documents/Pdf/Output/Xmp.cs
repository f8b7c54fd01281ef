using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Billing.Documents;

/// <summary>The properties of a document as XMP, by which a PDF says that it is meant for the archive: PDF/A-3, level B.</summary>
internal static class Xmp
{
    private static readonly XNamespace
        Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Meta = "adobe:ns:meta/", Dc = "http://purl.org/dc/elements/1.1/", Basic = "http://ns.adobe.com/xap/1.0/", Pdf = "http://ns.adobe.com/pdf/1.3/",
        PdfA = "http://www.aiim.org/pdfa/ns/id/", Extension = "http://www.aiim.org/pdfa/ns/extension/", Schema = "http://www.aiim.org/pdfa/ns/schema#", Property = "http://www.aiim.org/pdfa/ns/property#",
        Fx = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";

    public const string Producer = "Billing";

    public static byte[] Write(PdfInfo info)
    {
        var created = info.CreatedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        var rdf = new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf.NamespaceName),
            About("pdfaid", PdfA, new XElement(PdfA + "part", 3), new XElement(PdfA + "conformance", "B")),
            About("dc", Dc,
                new XElement(Dc + "format", "application/pdf"),
                new XElement(Dc + "title", new XElement(Rdf + "Alt", Li(info.Title, new XAttribute(XNamespace.Xml + "lang", "x-default")))),
                info.Author is null ? null : new XElement(Dc + "creator", new XElement(Rdf + "Seq", Li(info.Author))),
                info.Subject is null ? null : new XElement(Dc + "description", new XElement(Rdf + "Alt", Li(info.Subject, new XAttribute(XNamespace.Xml + "lang", "x-default")))),
                new XElement(Dc + "language", new XElement(Rdf + "Bag", Li(info.Language)))),
            About("xmp", Basic, new XElement(Basic + "CreatorTool", Producer), new XElement(Basic + "CreateDate", created), new XElement(Basic + "ModifyDate", created)),
            About("pdf", Pdf, new XElement(Pdf + "Producer", Producer)));
        if (info.FacturX is { } e) rdf.Add(
            About("fx", Fx, new XElement(Fx + "DocumentType", "INVOICE"), new XElement(Fx + "DocumentFileName", e.FileName), new XElement(Fx + "Version", e.Version), new XElement(Fx + "ConformanceLevel", e.ConformanceLevel)),
            Explained());
        var packet = new XElement(Meta + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", Meta.NamespaceName), rdf);
        return Encoding.UTF8.GetBytes($"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{packet}\n<?xpacket end=\"r\"?>");
    }

    // An archive wants every property explained that the standard does not know.
    private static XElement Explained() => About("pdfaExtension", Extension,
        new XAttribute(XNamespace.Xmlns + "pdfaSchema", Schema.NamespaceName), new XAttribute(XNamespace.Xmlns + "pdfaProperty", Property.NamespaceName),
        new XElement(Extension + "schemas", new XElement(Rdf + "Bag", new XElement(Rdf + "li", Resource(),
            new XElement(Schema + "schema", "Factur-X PDFA Extension Schema"), new XElement(Schema + "namespaceURI", Fx.NamespaceName), new XElement(Schema + "prefix", "fx"),
            new XElement(Schema + "property", new XElement(Rdf + "Seq",
                Told("DocumentFileName", "The name of the embedded XML document"), Told("DocumentType", "The type of the hybrid document"),
                Told("Version", "The version of the standard applying to the embedded XML document"), Told("ConformanceLevel", "The conformance level of the embedded XML document")))))));

    private static XElement Told(string name, string description) => new(Rdf + "li", Resource(),
        new XElement(Property + "name", name), new XElement(Property + "valueType", "Text"), new XElement(Property + "category", "external"), new XElement(Property + "description", description));

    private static XAttribute Resource() => new(Rdf + "parseType", "Resource");

    private static XElement Li(string text, params object[] attributes) => new(Rdf + "li", attributes, PdfText.Clean(text));

    private static XElement About(string prefix, XNamespace names, params object?[] content) => new(Rdf + "Description", new XAttribute(Rdf + "about", ""), new XAttribute(XNamespace.Xmlns + prefix, names.NamespaceName), content);
}
