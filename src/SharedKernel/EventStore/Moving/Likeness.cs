using System.Security.Cryptography;
using System.Text;

namespace Billing.EventStore;

/// <summary>A cell in which a row here is not what it was where it came from.</summary>
/// <param name="Table">The read model's table.</param>
/// <param name="Key">The row's key, its parts joined by slashes.</param>
/// <param name="Column">The column; <c>*</c> when the whole row is missing on one side.</param>
/// <param name="There">What it was; null is also how a missing row is told.</param>
/// <param name="Here">What it is.</param>
public sealed record RowDifference(string Table, string Key, string Column, string? There, string? Here);

/// <summary>Read models of a tenant held against files of them from elsewhere.</summary>
public static class Likeness
{
    private const int Most = 100;

    /// <summary>Compares by the hash of all rows, and only where that differs row by row.</summary>
    /// <param name="here">The tenant as it is now.</param>
    /// <param name="model">Which read model.</param>
    /// <param name="hash">SHA-256 of the file from elsewhere, in hexadecimal.</param>
    /// <param name="file">Opens that file.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The first hundred cells that differ; none where all is the same.</returns>
    public static async Task<IReadOnlyList<RowDifference>> Of(TakingOut here, ReadModel model, string hash, Func<TextReader> file, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(here);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(file);
        using var sums = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var piece in here.Read(model, stop)) sums.AppendData(piece.Span);
        if (Convert.ToHexStringLower(sums.GetHashAndReset()) == hash) return [];

        var there = new Dictionary<string, string?[]>(StringComparer.Ordinal);
        var found = new List<RowDifference>();
        using (var expected = file())
        {
            var head = CsvRows.Read(expected).FirstOrDefault() ?? [];
            if (!head.SequenceEqual(model.Columns)) return [new(model.Name, "", "*", string.Join(", ", head), string.Join(", ", model.Columns))];
            foreach (var row in CsvRows.Read(expected)) there[KeyOf(model, row)] = row;
        }
        using var rows = await here.Open(model, stop);
        foreach (var row in CsvRows.Read(rows).Skip(1))
        {
            var key = KeyOf(model, row);
            if (!there.Remove(key, out var before)) found.Add(new(model.Name, key, "*", null, "there"));
            else found.AddRange(row.Select((cell, at) => new RowDifference(model.Name, key, model.Columns[at], before[at], cell)).Where(cell => cell.There != cell.Here));
        }
        found.AddRange(there.Keys.Select(key => new RowDifference(model.Name, key, "*", "there", null)));
        return found.Count > 0 ? found[..Math.Min(Most, found.Count)] : [new(model.Name, "", "*", "the same rows in another order", null)];
    }

    private static string KeyOf(ReadModel model, string?[] row) => string.Join('/', model.Keys.Select(key => row[key]));
}
