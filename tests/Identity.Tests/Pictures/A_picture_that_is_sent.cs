using System.Text;

namespace Billing.Identity.Tests;

public class A_picture_that_is_sent
{
    private static readonly Refusal None = new("none", "This is no picture.");
    private static readonly Refusal Large = new("large", "This is too large.");
    private static readonly string[] All = [Picture.Png, Picture.Jpeg, Picture.Webp];

    public static TheoryData<string, byte[], byte[]> Whole => new() { { Picture.Png, Pictures.TalkingPng(), Pictures.Png() }, { Picture.Jpeg, Pictures.TalkingJpeg(), Pictures.Jpeg() }, { Picture.Webp, Pictures.TalkingWebp(), Pictures.Webp() } };

    [Theory]
    [MemberData(nameof(Whole))]
    public void is_kept_without_the_words_that_a_camera_wrote(string type, byte[] talking, byte[] silent)
    {
        Assert.Contains(Pictures.Words, Encoding.Latin1.GetString(talking), StringComparison.Ordinal);
        var kept = Read(talking);
        Assert.Equal((type, Convert.ToHexString(silent)), (kept.Type, Convert.ToHexString(kept.Bytes)));
        Assert.Equal(silent, Read(silent).Bytes);
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void is_refused_wherever_it_is_cut(string type, byte[] talking, byte[] silent)
    {
        for (var length = 0; length < silent.Length; length++) Assert.NotNull(Picture.Read(silent.AsSpan(0, length), All, None, Large).Refusal);
        Assert.NotNull(type);
        Assert.NotNull(talking);
    }

    [Theory]
    [MemberData(nameof(Whole))]
    public void with_any_byte_bent_is_read_or_refused_and_never_breaks_the_reader(string type, byte[] talking, byte[] silent)
    {
        var read = 0;
        for (var at = 0; at < talking.Length; at++)
            foreach (var with in (byte[])[0, 0x7F, 0xFF])
            {
                byte[] bent = [.. talking];
                bent[at] = with;
                if (Picture.Read(bent, All, None, Large).Refusal is null) read++;
            }
        Assert.True(read > 0, type);
        Assert.NotNull(silent);
    }

    [Theory]
    [InlineData(0, 64)]
    [InlineData(64, 0)]
    [InlineData(-1, 64)]
    [InlineData(4097, 64)]
    [InlineData(64, 65_536)]
    public void of_no_or_too_many_pixels_is_refused(int width, int height) => Assert.Equal(Large, Picture.Read(Pictures.Png(width, height), All, None, Large).Refusal);

    [Fact]
    public void is_what_its_bytes_say_and_nothing_else()
    {
        foreach (var other in (byte[][])[[.. "<svg onload=alert(1)>"u8], [.. "GIF89a"u8, 64, 0, 64, 0], [.. "RIFF"u8, 4, 0, 0, 0, .. "WAVE"u8], []]) Assert.Equal(None, Picture.Read(other, All, None, Large).Refusal);
        Assert.Equal(None, Picture.Read(Pictures.Webp(), [Picture.Png, Picture.Jpeg], None, Large).Refusal);
    }

    private static Picture Read(byte[] file) => Picture.Read(file, All, None, Large).TryGet(out var picture, out var refused) ? picture : throw new InvalidOperationException(refused.ToString());
}
