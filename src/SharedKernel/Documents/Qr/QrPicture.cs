using System.Globalization;
using System.Text;

namespace Billing.Documents;

/// <summary>QR codes as SVG: one path, black on white, with the quiet border that readers need.</summary>
public static class QrPicture
{
    /// <summary>Draws a text.</summary>
    /// <param name="text">At most some 2,000 characters.</param>
    /// <param name="utf8">As UTF-8 whatever the text, as banking apps want it; else as whatever is shortest.</param>
    public static string Svg(string text, bool utf8 = false)
    {
        var (size, runs) = QrMatrix.Of(text, utf8);
        var path = new StringBuilder();
        foreach (var (row, from, length) in runs) path.Append(CultureInfo.InvariantCulture, $"M{from} {row}h{length}v1H{from}z");
        return string.Create(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#fff"/><path d="{path}" fill="#000"/></svg>""");
    }
}
