using System.Text;
using System.Xml;

namespace Billing.Documents;

/// <summary>
/// Reads a table from the bytes of a CSV file or an XLSX workbook. What it is, its encoding, separator and header row are found from the content;
/// a name or media type is not asked. No input makes it throw: junk, a bomb or a half-quoted file comes back as a <see cref="SheetError"/>.
/// </summary>
public static class SheetReader
{
    /// <summary>Reads a file from a stream, no further than the limit.</summary>
    /// <param name="file">Read to its end once, not disposed.</param>
    /// <param name="options">What the sender decided.</param>
    /// <param name="stop">Cancels the reading of the stream.</param>
    /// <exception cref="IOException">The stream itself failed.</exception>
    public static async Task<SheetReading> ReadAsync(Stream file, SheetOptions? options = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        options ??= new SheetOptions();
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await file.ReadAsync(buffer, stop)) > 0;)
        {
            if (bytes.Length + read > options.MaxBytes) return new SheetReading(TooLarge(options));
            bytes.Write(buffer, 0, read);
        }
        return Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), options);
    }

    /// <summary>Reads a file that is already in memory.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="options">What the sender decided.</param>
    public static SheetReading Read(ReadOnlyMemory<byte> file, SheetOptions? options = null)
    {
        options ??= new SheetOptions();
        if (file.Length > options.MaxBytes) return new SheetReading(TooLarge(options));
        try
        {
            return new SheetReading(ReadAny(file, options));
        }
        catch (SheetFault fault)
        {
            return new SheetReading(fault.Error);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException or FormatException or OverflowException)
        {
            // Each is what the framework's zip and XML readers throw at damaged bytes; their own words would tell a person nothing.
            return new SheetReading(new SheetError("damaged", "The workbook is damaged; open it in a spreadsheet program, save it again and send that file."));
        }
    }

    private static Sheet ReadAny(ReadOnlyMemory<byte> file, SheetOptions options)
    {
        var bytes = file.Span;
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..]) return XlsxSheet.Read(file, options);
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..]) throw OldOffice(bytes);
        return CsvSheet.Read(bytes, options);
    }

    private static SheetFault OldOffice(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
            ? new SheetFault("encrypted", "The workbook is protected by a password; save it without one.")
            : new SheetFault("old-excel", "This is an old .xls workbook; save it as .xlsx or CSV.");

    private static SheetError TooLarge(SheetOptions options) => new("too-large", $"The file is larger than {options.MaxBytes / (1024 * 1024)} MiB; send it in parts.");
}
