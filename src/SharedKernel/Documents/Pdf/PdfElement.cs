namespace Billing.Documents;

/// <summary>
/// A part of the document as a screen reader meets it: the order of reading, and what each part is. Roles are those of ISO 32000:
/// <c>H1</c>, <c>P</c>, <c>Table</c>, <c>TR</c>, <c>TH</c>, <c>TD</c>, <c>Figure</c>.
/// </summary>
public sealed class PdfElement
{
    private readonly List<PdfElement> _children = [];

    internal PdfElement(string role, PdfElement? parent) => (Role, Parent) = (role, parent);

    internal string Role { get; }

    internal PdfElement? Parent { get; }

    internal int Id { get; set; }

    internal IReadOnlyList<PdfElement> Children => _children;

    /// <summary>Where its own content stands: page and number of the mark.</summary>
    internal List<(PdfPage Page, int Mark)> Marks { get; } = [];

    /// <summary>What a picture shows, in words.</summary>
    public string? Alternative { get; init; }

    /// <summary>A part within this one, after those it has already.</summary>
    /// <param name="role">What it is.</param>
    /// <param name="alternative">What a picture shows, in words.</param>
    public PdfElement Add(string role, string? alternative = null)
    {
        var child = new PdfElement(role, this) { Alternative = alternative };
        _children.Add(child);
        return child;
    }

    internal IEnumerable<PdfElement> All() => _children.SelectMany(child => child.All()).Prepend(this);
}
