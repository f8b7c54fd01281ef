using System.Buffers.Binary;
using System.IO.Compression;

namespace Billing.Documents;

/// <summary>Reads PNG pictures (ISO 15948), whoever made them: whatever is wrong with one is a refusal.</summary>
internal static class PngFile
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static Result<Pixels> Read(ReadOnlySpan<byte> file)
    {
        PngHeader? header = null;
        byte[] palette = [], clear = [];
        var packed = new MemoryStream();
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12) return PdfImage.NotReadable("PNG");
            var type = file.Slice(at + 4, 4);
            var data = file.Slice(at + 8, (int)length);
            if (type.SequenceEqual("IHDR"u8)) header ??= PngHeader.Read(data);
            else if (type.SequenceEqual("PLTE"u8)) palette = data.ToArray();
            else if (type.SequenceEqual("tRNS"u8)) clear = data.ToArray();
            else if (type.SequenceEqual("IDAT"u8)) packed.Write(data);
            else if (type.SequenceEqual("IEND"u8)) break;
            at += 12 + (int)length;
        }
        if (header is null || (header.Color == 3 && palette.Length is 0)) return PdfImage.NotReadable("PNG");
        if (PdfImage.TooManyPixels(header.Width, header.Height) is { } tooLarge) return tooLarge;
        packed.Position = 0;
        try
        {
            using var raw = new ZLibStream(packed, CompressionMode.Decompress);
            var pixels = new Pixels((int)header.Width, (int)header.Height, new byte[header.Width * header.Height * 4]);
            var colors = new PngColors(header, palette, clear);
            if (!header.IsInterlaced) ReadPass(raw, header, colors, pixels, (0, 0, 1, 1));
            else foreach (var pass in Passes) ReadPass(raw, header, colors, pixels, pass);
            return pixels;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException) // zlib has several ways to say so
        {
            return PdfImage.NotReadable("PNG");
        }
    }

    private static void ReadPass(ZLibStream raw, PngHeader header, PngColors colors, Pixels pixels, (int X, int Y, int StepX, int StepY) pass)
    {
        var columns = (pixels.Width - pass.X + pass.StepX - 1) / pass.StepX;
        if (columns <= 0) return;
        var length = (int)(((long)columns * header.BitsPerPixel + 7) / 8);
        var (line, above, back) = (new byte[length + 1], new byte[length + 1], Math.Max(1, header.BitsPerPixel / 8));
        for (var y = pass.Y; y < pixels.Height; y += pass.StepY)
        {
            raw.ReadExactly(line);
            Restore(line.AsSpan(1), above.AsSpan(1), line[0], back);
            for (var column = 0; column < columns; column++) colors.Put(line.AsSpan(1), column, pixels.Rgba.AsSpan((y * pixels.Width + pass.X + column * pass.StepX) * 4, 4));
            (line, above) = (above, line);
        }
    }

    /// <summary>Each byte was written as its difference to a guess from its neighbours.</summary>
    private static void Restore(Span<byte> line, ReadOnlySpan<byte> above, byte filter, int back)
    {
        if (filter > 4) throw new InvalidDataException("No such filter.");
        for (var i = 0; i < line.Length; i++)
        {
            int left = i >= back ? line[i - back] : 0, up = above[i], corner = i >= back ? above[i - back] : 0;
            line[i] += filter switch
            {
                1 => (byte)left,
                2 => (byte)up,
                3 => (byte)((left + up) / 2),
                4 => (byte)Nearest(left, up, corner),
                _ => (byte)0,
            };
        }
    }

    private static int Nearest(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
