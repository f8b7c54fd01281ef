using QRCoder;

namespace Billing.Documents;

/// <summary>The dark squares of a QR code (error correction M), as runs within its rows.</summary>
/// <param name="Size">Squares on a side, the quiet border of four included.</param>
/// <param name="Runs">Row, first column, how many.</param>
internal sealed record QrMatrix(int Size, IReadOnlyList<(int Row, int From, int Length)> Runs)
{
    /// <param name="text">At most some 2,000 characters.</param>
    /// <param name="utf8">As UTF-8 whatever the text; else as whatever is shortest.</param>
    public static QrMatrix Of(string text, bool utf8 = false)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: utf8);
        var matrix = code.ModuleMatrix; // with the border
        var runs = new List<(int, int, int)>();
        for (var row = 0; row < matrix.Count; row++)
        {
            for (int from = 0, to; from < matrix.Count; from = to)
            {
                to = from + 1;
                if (!matrix[row][from]) continue;
                while (to < matrix.Count && matrix[row][to]) to++;
                runs.Add((row, from, to - from));
            }
        }
        return new(matrix.Count, runs);
    }
}
