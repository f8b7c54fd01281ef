namespace Billing.Documents;

/// <summary>What the sender of a file has decided; everything left out is found from the content.</summary>
public sealed record SheetOptions
{
    /// <summary>The largest file read: 20 MiB.</summary>
    public const int DefaultMaxBytes = 20 * 1024 * 1024;

    /// <summary>Bytes allowed; a longer file is <c>too-large</c>.</summary>
    public int MaxBytes { get; init; } = DefaultMaxBytes;

    /// <summary>Of a CSV file: <c>utf-8</c>, <c>utf-16le</c>, <c>utf-16be</c> or <c>windows-1252</c>.</summary>
    public string? Encoding { get; init; }

    /// <summary>Of a CSV file: the character between two cells.</summary>
    public char? Separator { get; init; }

    /// <summary>Of a workbook: the sheet to read, in any case; the first visible one when left out.</summary>
    public string? SheetName { get; init; }

    /// <summary>The columns somebody hopes to find. They help to tell the header row from a title above it.</summary>
    public IReadOnlyList<SheetField> Fields { get; init; } = [];
}

/// <summary>Limits beyond which a file is refused, whatever its bytes: they keep memory and time bounded.</summary>
internal static class SheetLimits
{
    public const int Cells = 5_000_000;
    public const int Rows = 1_048_576;
    public const int Columns = 16_384;
    public const int CellLength = 32_767;
    public const int Characters = 64_000_000;
    public const int ZipEntries = 2_000;
    public const long Unzipped = 256L * 1024 * 1024;
    public const int Notes = 1_000;
}
