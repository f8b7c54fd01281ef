using System.Buffers.Binary;

namespace Billing.Documents;

/// <summary>What stands at the head of a PNG file.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Bits">Of one sample.</param>
/// <param name="Color">0 grey, 2 colours, 3 palette, 4 grey with opacity, 6 colours with opacity.</param>
/// <param name="IsInterlaced">In seven passes.</param>
internal sealed record PngHeader(long Width, long Height, int Bits, int Color, bool IsInterlaced)
{
    public int Samples => Color switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public int BitsPerPixel => Samples * Bits;

    /// <summary>Null when it is none that the standard knows.</summary>
    public static PngHeader? Read(ReadOnlySpan<byte> data)
    {
        if (data.Length != 13 || data[10] != 0 || data[11] != 0 || data[12] > 1) return null;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(data), BinaryPrimitives.ReadUInt32BigEndian(data[4..]));
        var known = data[9] switch { 0 => data[8] is 1 or 2 or 4 or 8 or 16, 3 => data[8] is 1 or 2 or 4 or 8, 2 or 4 or 6 => data[8] is 8 or 16, _ => false };
        return known && width is > 0 and < 1 << 24 && height is > 0 and < 1 << 24 ? new(width, height, data[8], data[9], data[12] == 1) : null;
    }
}

/// <summary>Turns the samples of a PNG line into colours.</summary>
internal sealed class PngColors(PngHeader header, byte[] palette, byte[] clear)
{
    public void Put(ReadOnlySpan<byte> line, int column, Span<byte> rgba)
    {
        rgba[3] = 255;
        switch (header.Color)
        {
            case 0:
                var grey = Sample(line, column, 0);
                rgba[..3].Fill(Byte(grey));
                if (clear.Length >= 2 && grey == Clear(0)) rgba[3] = 0;
                break;
            case 2:
                for (var i = 0; i < 3; i++) rgba[i] = Byte(Sample(line, column, i));
                if (clear.Length >= 6 && Sample(line, column, 0) == Clear(0) && Sample(line, column, 1) == Clear(1) && Sample(line, column, 2) == Clear(2)) rgba[3] = 0;
                break;
            case 3:
                var index = Sample(line, column, 0);
                if (index * 3 + 3 > palette.Length) throw new InvalidDataException("No such colour.");
                palette.AsSpan(index * 3, 3).CopyTo(rgba);
                if (index < clear.Length) rgba[3] = clear[index];
                break;
            case 4:
                rgba[..3].Fill(Byte(Sample(line, column, 0)));
                rgba[3] = Byte(Sample(line, column, 1));
                break;
            default:
                for (var i = 0; i < 4; i++) rgba[i] = Byte(Sample(line, column, i));
                break;
        }
    }

    private int Sample(ReadOnlySpan<byte> line, int column, int sample)
    {
        var at = column * header.Samples + sample;
        return header.Bits switch
        {
            16 => line[at * 2] << 8 | line[at * 2 + 1],
            8 => line[at],
            _ => line[at * header.Bits / 8] >> (8 - header.Bits - at * header.Bits % 8) & (1 << header.Bits) - 1,
        };
    }

    private int Clear(int sample) => clear[sample * 2] << 8 | clear[sample * 2 + 1];

    private byte Byte(int sample) => header.Bits switch { 16 => (byte)(sample >> 8), 8 => (byte)sample, _ => (byte)(sample * 255 / ((1 << header.Bits) - 1)) };
}
