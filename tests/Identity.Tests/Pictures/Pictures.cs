using System.Buffers.Binary;
using System.Text;

namespace Billing.Identity.Tests;

/// <summary>Small pictures, written part by part, with words in the places where cameras and programs write them.</summary>
internal static class Pictures
{
    public const string Words = "taken at 47.3769 north";

    private static byte[] Noted => Encoding.ASCII.GetBytes(Words);

    /// <summary>A PNG of 64 by 64, without words.</summary>
    public static byte[] Png(int width = 64, int height = 64) => [.. PngHead, .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 6, 0, 0, 0]), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];

    /// <summary>The same with words within and behind.</summary>
    public static byte[] TalkingPng() => [.. PngHead, .. Chunk("IHDR", [.. Big(64), .. Big(64), 8, 6, 0, 0, 0]), .. Chunk("tEXt", Noted), .. Chunk("eXIf", Noted), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", []), .. Noted];

    /// <summary>A JPEG of 64 by 64 with two scans, without words.</summary>
    public static byte[] Jpeg() => [0xFF, 0xD8, .. Segment(0xE0, "JFIF\0"u8), .. Frame, .. Lines, .. Lines, 0xFF, 0xD9];

    /// <summary>The same with words within and behind.</summary>
    public static byte[] TalkingJpeg() => [0xFF, 0xD8, .. Segment(0xE0, "JFIF\0"u8), .. Segment(0xE1, Noted), .. Segment(0xED, Noted), .. Segment(0xFE, Noted), .. Frame, .. Lines, .. Lines, 0xFF, 0xD9, .. Noted];

    /// <summary>A WebP of 64 by 64 that says it has no remarks.</summary>
    public static byte[] Webp() => Riff([.. Part("VP8X", [0x10, 0, 0, 0, 63, 0, 0, 63, 0, 0]), .. Part("VP8L", [0x2F, 63, 0xC0, 0x0F, 0, 7, 7])]);

    /// <summary>The same with words within and behind.</summary>
    public static byte[] TalkingWebp() => [.. Riff([.. Part("VP8X", [0x1C, 0, 0, 0, 63, 0, 0, 63, 0, 0]), .. Part("VP8L", [0x2F, 63, 0xC0, 0x0F, 0, 7, 7]), .. Part("EXIF", Noted), .. Part("XMP ", Noted)]), .. Noted];

    private static ReadOnlySpan<byte> PngHead => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static byte[] Frame => Segment(0xC2, [8, 0, 64, 0, 64, 1, 1, 0x11, 0]);

    private static byte[] Lines => [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), 5, 0xFF, 0x00, 6, 0xFF, 0xD0, 7];

    private static byte[] Chunk(string name, byte[] data) => [.. Big(data.Length), .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> data) => [0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data];

    private static byte[] Part(string name, byte[] data) => [.. Encoding.ASCII.GetBytes(name), .. Little(data.Length), .. data, .. data.Length % 2 == 0 ? (byte[])[] : [0]];

    private static byte[] Riff(byte[] parts) => [.. "RIFF"u8, .. Little(parts.Length + 4), .. "WEBP"u8, .. parts];

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
