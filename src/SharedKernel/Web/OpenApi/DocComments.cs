using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Billing.Web;

/// <summary>What the doc comments say of a type, read from the XML file that the compiler puts beside its assembly.</summary>
public sealed partial class DocComments
{
    private readonly Dictionary<Assembly, Dictionary<string, XElement>> _known = [];

    /// <summary>The summary of a type in Markdown; empty when there is none.</summary>
    public string Of(Type type) => Text(Member(type ?? throw new ArgumentNullException(nameof(type)))?.Element("summary"));

    /// <summary>What is said of a record's parameter; empty when there is nothing.</summary>
    public string Of(Type type, string parameter) => Text(Member(type ?? throw new ArgumentNullException(nameof(type)))?.Elements("param").FirstOrDefault(param => param.Attribute("name")?.Value == parameter));

    private XElement? Member(Type type)
    {
        if (!_known.TryGetValue(type.Assembly, out var members)) _known.Add(type.Assembly, members = Read(type.Assembly));
        return members.GetValueOrDefault("T:" + type.FullName!.Replace('+', '.'));
    }

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        return File.Exists(file) ? XDocument.Load(file).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value) : [];
    }

    private static string Text(XElement? element) => element is null ? "" : Blanks().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal),
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement reference when (reference.Attribute("cref") ?? reference.Attribute("name") ?? reference.Attribute("langword")) is { } to => $"`{to.Value.Split('.', ':')[^1]}`",
        XElement other => string.Concat(other.Nodes().Select(Text)),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
