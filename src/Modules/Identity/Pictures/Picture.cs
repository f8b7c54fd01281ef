using System.Security.Cryptography;

namespace Billing.Identity;

/// <summary>
/// A picture that somebody sent. What it is, its bytes say, not its name; kept is what one sees of it, without what a camera or a program wrote besides: the place,
/// the device, a name, whatever follows its end.
/// </summary>
/// <param name="Type">Its media type.</param>
/// <param name="Bytes">As they are kept and shown.</param>
internal sealed record Picture(string Type, byte[] Bytes)
{
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";
    public const string Webp = "image/webp";

    /// <summary>Most pixels in each direction.</summary>
    public const int Widest = 4096;

    /// <summary>SHA-256 of the bytes.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>What a file is, as its first bytes say; null when it is none of the three.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> file) =>
        PngParts.Begins(file) ? Png : JpegParts.Begins(file) ? Jpeg : WebpParts.Begins(file) ? Webp : null;

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="types">What is taken.</param>
    /// <param name="notAPicture">Why it is refused when it is another thing, or broken.</param>
    /// <param name="tooWide">Why it is refused when it has more than <see cref="Widest"/> pixels in a direction, or none.</param>
    public static Result<Picture> Read(ReadOnlySpan<byte> file, ReadOnlySpan<string> types, Refusal notAPicture, Refusal tooWide)
    {
        if (TypeOf(file) is not { } type || !types.Contains(type)) return notAPicture;
        var (width, height) = type == Png ? PngParts.SizeOf(file) : type == Jpeg ? JpegParts.SizeOf(file) : WebpParts.SizeOf(file);
        if (width is not (> 0 and <= Widest) || height is not (> 0 and <= Widest)) return tooWide;
        var kept = type == Png ? PngParts.Seen(file) : type == Jpeg ? JpegParts.Seen(file) : WebpParts.Seen(file);
        return kept is null ? notAPicture : new Picture(type, kept);
    }
}
