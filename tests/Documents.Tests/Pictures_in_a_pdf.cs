namespace Billing.Documents.Tests;

public class Pictures_in_a_pdf
{
    internal static readonly byte[] Jpeg = Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAMABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAGRAAAQUAAAAAAAAAAAAAAAAAAAISFFFh/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAUG/8QAFxEAAwEAAAAAAAAAAAAAAAAAAAMVFv/aAAwDAQACEQMRAD8Ay0jRI0mvVYeqzR59RVtsKUjQTXqsDPqFth//2Q==");

    [Theory]
    [InlineData(8, 6), InlineData(16, 6), InlineData(8, 2), InlineData(16, 2), InlineData(8, 4), InlineData(16, 4), InlineData(1, 0), InlineData(2, 0), InlineData(4, 0), InlineData(8, 0), InlineData(16, 0), InlineData(1, 3), InlineData(2, 3), InlineData(4, 3), InlineData(8, 3)]
    public void may_be_png_of_every_kind(int bits, int color)
    {
        var plain = PngFile.Read(Papers.Png(37, 23, bits, color)).Value;
        Assert.Equal(plain.Rgba, PngFile.Read(Papers.Png(37, 23, bits, color, interlaced: true)).Value.Rgba);
        var middle = plain.Rgba.AsSpan((11 * 37 + 18) * 4, 4).ToArray();
        Assert.Equal(color switch { 0 => [0, 0, 0, 255], 4 => [40, 40, 40, 255], _ => new byte[] { 0x1F, 0x4F, 0xA3, 255 } }, middle);
        Assert.Equal(color is 0 or 2 ? 255 : 0, plain.Rgba[3]); // the corner
        Assert.Equal("", PdfTools.Faults(On(Papers.Png(37, 23, bits, color))));
    }

    [Fact]
    public void may_be_jpeg()
    {
        var image = PdfImage.Read(Jpeg).Value;
        Assert.Equal((24, 12), (image.Width, image.Height));
        var (width, _, rgb) = PdfTools.Picture(On(Jpeg));
        Assert.True(rgb[(60 * width + 60) * 3] > 150 && rgb[(60 * width + 60) * 3 + 2] < 120, "red above");
    }

    [Fact]
    public void are_made_no_larger_than_paper_can_show()
    {
        var image = PdfImage.Read(Papers.Png(3000, 1000)).Value;
        Assert.Equal((1400, 466), (image.Width, image.Height));
        Assert.Equal("", PdfTools.Faults(On(Papers.Png(3000, 1000))));
    }

    [Fact]
    public void are_refused_with_a_reason()
    {
        Assert.Equal("image-kind-not-supported", Refused("GIF89a"u8));
        Assert.Equal("image-kind-not-supported", Refused("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8));
        Assert.Equal("image-kind-not-supported", Refused([]));
        Assert.Equal("image-too-large", Refused(new byte[PdfImage.MostBytes + 1]));
        var bomb = Papers.Png(10, 10);
        (bomb[16], bomb[17], bomb[20], bomb[21]) = (0, 0xFF, 0, 0xFF); // claims 16 million pixels a side
        Assert.Equal("image-too-many-pixels", Refused(bomb));
        var cmyk = Jpeg.ToArray();
        cmyk[Array.IndexOf(cmyk, (byte)0xC0, 150) + 8] = 4;
        Assert.Equal("image-kind-not-supported", Refused(cmyk));
    }

    [Fact]
    public void cut_off_anywhere_are_refused()
    {
        var png = Papers.Png(20, 20);
        for (var length = 8; length < png.Length - 12 - 5; length++) Assert.Equal("image-not-readable", Refused(png.AsSpan(0, length)));
        for (var length = 3; length < Jpeg.Length; length++) Assert.Equal("image-not-readable", Refused(Jpeg.AsSpan(0, length)));
    }

    [Fact]
    public void of_junk_never_break_anything()
    {
        var chance = new Random(7);
        foreach (var whole in new[] { Papers.Png(20, 20), Papers.Png(20, 20, 4, 3, interlaced: true), Papers.Png(9, 9, 16, 2), Jpeg })
        {
            for (var i = 0; i < 1500; i++)
            {
                var broken = whole.ToArray();
                for (var k = 0; k < 1 + i % 4; k++) broken[3 + chance.Next(broken.Length - 3)] = (byte)chance.Next(256);
                var read = PdfImage.Read(broken);
                Assert.True(read.Refusal is null or { Code: "image-not-readable" or "image-too-large" or "image-too-many-pixels" or "image-kind-not-supported" });
            }
        }
    }

    private static string? Refused(ReadOnlySpan<byte> file) => PdfImage.Read(file).Refusal?.Code;

    private static byte[] On(byte[] file)
    {
        var document = new PdfDocument(new("Picture", "en", DateTimeOffset.UnixEpoch));
        document.AddPage(PdfSize.A4).Image(PdfImage.Read(file).Value, 20, 20, 200, 200);
        return document.ToBytes();
    }
}
