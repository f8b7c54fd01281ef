using System.Globalization;
using System.Text;
using QRCoder;

namespace Billing.Documents;

/// <summary>QR codes as SVG: one path, black on white, with the quiet border that readers need.</summary>
public static class QrPicture
{
    /// <summary>Draws a text.</summary>
    /// <param name="text">At most some 2,000 characters.</param>
    public static string Svg(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var matrix = code.ModuleMatrix; // with the border
        var size = matrix.Count;
        var path = new StringBuilder();
        for (var row = 0; row < size; row++)
        {
            for (int from = 0, to; from < size; from = to)
            {
                to = from + 1;
                if (!matrix[row][from]) continue;
                while (to < size && matrix[row][to]) to++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {row}h{to - from}v1H{from}z");
            }
        }
        return string.Create(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#fff"/><path d="{path}" fill="#000"/></svg>""");
    }
}
