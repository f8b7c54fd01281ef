namespace Billing.Documents;

/// <summary>
/// A picture ready for a document: PNG of every kind (palette, grey, 16 bit, interlaced, see-through) and JPEG. Reading one is the dear part; keep it and use it in many documents.
/// Equal bytes make equal pictures.
/// </summary>
public sealed class PdfImage
{
    /// <summary>The most bytes that are accepted: 2 MiB.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The most pixels that are accepted.</summary>
    public const int MostPixels = 12_000_000;

    // 60 mm wide at 600 dots an inch: more is unseen and only makes every document larger.
    private const int MostSide = 1400;

    private readonly byte[] _pixels;
    private readonly string _entries;
    private readonly byte[]? _alpha;

    private PdfImage(int width, int height, byte[] pixels, string entries, byte[]? alpha) => (Width, Height, _pixels, _entries, _alpha) = (width, height, pixels, entries, alpha);

    /// <summary>In pixels.</summary>
    public int Width { get; }

    /// <summary>In pixels.</summary>
    public int Height { get; }

    /// <summary>Reads a PNG or JPEG file, whatever it is called. Refusals: <c>image-too-large</c>, <c>image-too-many-pixels</c>, <c>image-not-readable</c>, <c>image-kind-not-supported</c>.</summary>
    public static Result<PdfImage> Read(ReadOnlySpan<byte> file)
    {
        if (file.Length > MostBytes) return new Refusal("image-too-large", "A picture has at most 2 MiB; save it smaller.").With("most", MostBytes);
        if (file.StartsWith(PngFile.Signature)) return PngFile.Read(file).TryGet(out var png, out var no) ? Of(png.Shrunk(MostSide)) : no;
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return JpegFile.Read(file).TryGet(out var jpeg, out var no) ? Of(jpeg, file) : no;
        return new Refusal("image-kind-not-supported", "This is neither a PNG nor a JPEG picture; save it as one of them.");
    }

    internal static Refusal NotReadable(string kind) => new("image-not-readable", $"This {kind} picture is damaged and cannot be read; save it again.");

    internal static Refusal? TooManyPixels(long width, long height) => width * height > MostPixels ? new Refusal("image-too-many-pixels", FormattableString.Invariant($"This picture has {width} × {height} pixels, which are more than {MostPixels / 1_000_000} million; make it smaller.")).With("width", width).With("height", height).With("most", MostPixels) : null;

    internal void Write(PdfObjects objects, int id)
    {
        var size = $"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}/BitsPerComponent 8";
        var mask = "";
        if (_alpha is not null)
        {
            var alpha = objects.Reserve();
            objects.Packed(alpha, _alpha, size + "/ColorSpace/DeviceGray/Filter/FlateDecode");
            mask = $"/SMask {alpha} 0 R";
        }
        objects.Packed(id, _pixels, size + _entries + mask);
    }

    private static PdfImage Of(Pixels pixels)
    {
        var (grey, alpha) = (pixels.IsGrey, pixels.IsOpaque ? null : PdfObjects.Deflate(pixels.Channels(3, 1)));
        return new(pixels.Width, pixels.Height, PdfObjects.Deflate(pixels.Channels(0, grey ? 1 : 3)), $"/ColorSpace/Device{(grey ? "Gray" : "RGB")}/Filter/FlateDecode", alpha);
    }

    private static PdfImage Of(JpegFile jpeg, ReadOnlySpan<byte> file) => new(jpeg.Width, jpeg.Height, file.ToArray(), $"/ColorSpace/Device{(jpeg.IsGrey ? "Gray" : "RGB")}/Filter/DCTDecode", null);
}
