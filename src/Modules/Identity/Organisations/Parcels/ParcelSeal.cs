using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;

namespace Billing.Identity;

/// <summary>
/// The last file of a parcel: two lines, the SHA-256 of the manifest and that of every byte before this file. What stands in an archive from here on follows from
/// them, so that there is no byte in it of which nobody would notice that it is another.
/// </summary>
internal static class ParcelSeal
{
    public const string File = "seal.txt";

    /// <summary>The bytes from here to the end of the archive.</summary>
    public static byte[] Bytes(string manifest, string before)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, File) { DataStream = new MemoryStream(Encoding.ASCII.GetBytes($"{manifest}\n{before}\n")), ModificationTime = DateTimeOffset.UnixEpoch });
        return bytes.ToArray();
    }

    /// <summary>The SHA-256 of the first bytes of a file, in hexadecimal.</summary>
    public static string HashOf(Stream file, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var page = new byte[128 << 10];
        file.Position = 0;
        for (var left = length; left > 0;)
        {
            var read = file.Read(page, 0, (int)Math.Min(page.Length, left));
            if (read == 0) break;
            hash.AppendData(page, 0, read);
            left -= read;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
