using System.Buffers.Binary;

namespace Billing.Documents;

/// <summary>What a document has to know of a JPEG picture, which goes in as it is.</summary>
internal sealed record JpegFile(int Width, int Height, bool IsGrey)
{
    public static Result<JpegFile> Read(ReadOnlySpan<byte> file)
    {
        JpegFile? found = null;
        for (var at = 2; at + 4 <= file.Length;)
        {
            if (file[at] != 0xFF) return PdfImage.NotReadable("JPEG");
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length) return PdfImage.NotReadable("JPEG");
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (marker is not (0xC0 or 0xC1 or 0xC2)) return NotSupported("coded in a rare way");
                if (length < 8) return PdfImage.NotReadable("JPEG");
                var (bits, height, width, parts) = (file[at + 4], BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]), BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]), file[at + 9]);
                if (width == 0 || height == 0) return PdfImage.NotReadable("JPEG");
                if (bits != 8) return NotSupported($"of {bits} bits a colour");
                if (parts is not (1 or 3)) return NotSupported("in the colours of a printing press (CMYK)");
                if (PdfImage.TooManyPixels(width, height) is { } tooLarge) return tooLarge;
                found = new(width, height, parts == 1);
            }
            if (marker == 0xDA) break; // from here on the picture itself
            at += 2 + length;
        }
        // A file that was cut off has no end mark; some programs pad behind it.
        return found is not null && file[Math.Max(0, file.Length - 4096)..].LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0 ? found : PdfImage.NotReadable("JPEG");
    }

    private static Refusal NotSupported(string what) => new("image-kind-not-supported", $"This JPEG picture is {what}; save it as an ordinary RGB picture.");
}
