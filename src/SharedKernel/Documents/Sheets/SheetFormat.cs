namespace Billing.Documents;

/// <summary>The kinds of file a table is exchanged in.</summary>
public enum SheetFormat
{
    /// <summary>RFC 4180 text.</summary>
    Csv,

    /// <summary>An Office Open XML workbook.</summary>
    Xlsx,

    /// <summary>A JSON array with one object per row; written, never read as a sheet.</summary>
    Json,
}

/// <summary>What goes with a format in HTTP.</summary>
public static class SheetFormats
{
    /// <summary>Reads <c>csv</c>, <c>xlsx</c> or <c>json</c>, in any case.</summary>
    public static bool TryParse(string? text, out SheetFormat format)
    {
        format = text?.ToUpperInvariant() switch { "XLSX" => SheetFormat.Xlsx, "JSON" => SheetFormat.Json, _ => SheetFormat.Csv };
        return format != SheetFormat.Csv || string.Equals(text, "csv", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The media type, with the character set where it is text.</summary>
    public static string MediaType(this SheetFormat format) => format switch
    {
        SheetFormat.Csv => "text/csv; charset=utf-8",
        SheetFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        SheetFormat.Json => "application/json; charset=utf-8",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>The end of a file's name, without the dot.</summary>
    public static string Extension(this SheetFormat format) => format switch
    {
        SheetFormat.Csv => "csv",
        SheetFormat.Xlsx => "xlsx",
        SheetFormat.Json => "json",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}
