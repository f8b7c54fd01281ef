using System.Globalization;
using System.Text;

namespace Billing.Documents;

/// <summary>Bytes in PDF's syntax, growing.</summary>
internal sealed class PdfBuffer
{
    private byte[] _bytes = new byte[2048];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public PdfBuffer Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    /// <summary>ASCII as it stands: operators, names and the like.</summary>
    public PdfBuffer Raw(string ascii)
    {
        Length += Encoding.ASCII.GetBytes(ascii, Room(ascii.Length));
        return this;
    }

    public PdfBuffer Int(long value)
    {
        value.TryFormat(Room(20), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
        return this;
    }

    /// <summary>A number and a space; three decimals are a thousandth of a point.</summary>
    public PdfBuffer Number(double value)
    {
        var thousandths = (long)Math.Round(value * 1000, MidpointRounding.AwayFromZero);
        if (thousandths < 0) Raw("-"u8);
        thousandths = Math.Abs(thousandths);
        Int(thousandths / 1000);
        if (thousandths % 1000 is > 0 and var rest)
        {
            Raw("."u8);
            for (var unit = 100; rest > 0; rest %= unit, unit /= 10) Raw([(byte)('0' + rest / unit)]);
        }
        return Raw(" "u8);
    }

    /// <summary>A reference to an object.</summary>
    public PdfBuffer To(int id) => Int(id).Raw(" 0 R "u8);

    /// <summary>A text string: ASCII as a literal, anything else as UTF-16.</summary>
    public PdfBuffer Text(string text)
    {
        if (!text.All(c => c is >= ' ' and <= '~')) return Raw("<FEFF"u8).Raw(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))).Raw("> "u8);
        return Raw("(").Raw(text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)).Raw(") "u8);
    }

    /// <summary>A name; whatever is not a letter, digit, hyphen or point is written by its number.</summary>
    public PdfBuffer Name(string name)
    {
        Raw("/"u8);
        foreach (var b in Encoding.UTF8.GetBytes(name)) Raw(char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' ? ((char)b).ToString() : $"#{b:X2}");
        return Raw(" "u8);
    }

    public PdfBuffer Glyph(ushort cid)
    {
        var room = Room(4);
        for (var i = 0; i < 4; i++) room[i] = "0123456789ABCDEF"u8[cid >> (12 - i * 4) & 15];
        Length += 4;
        return this;
    }

    private Span<byte> Room(int more)
    {
        if (Length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
        return _bytes.AsSpan(Length, more);
    }
}
