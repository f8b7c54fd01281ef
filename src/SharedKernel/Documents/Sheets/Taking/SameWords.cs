namespace Billing.Documents;

/// <summary>Lines are the same when they are so word for word.</summary>
public sealed class SameWords : IEqualityComparer<SheetRow>
{
    private SameWords()
    {
    }

    /// <summary>The comparer.</summary>
    public static SameWords Instance { get; } = new();

    public bool Equals(SheetRow x, SheetRow y) => x.Cells.SequenceEqual(y.Cells, StringComparer.Ordinal);

    public int GetHashCode(SheetRow row)
    {
        var hash = new HashCode();
        foreach (var cell in row.Cells) hash.Add(cell, StringComparer.Ordinal);
        return hash.ToHashCode();
    }
}
