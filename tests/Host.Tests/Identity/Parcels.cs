using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Billing.Host.Tests.Identity;

/// <summary>Parcels as somebody with an editor makes them.</summary>
internal static class Parcels
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>One word of one part is another; with the manifest made to fit, or not.</summary>
    public static async Task<byte[]> Bent(byte[] parcel, string name, string from, string to, bool andSealed)
    {
        using var bent = new MemoryStream();
        await bent.WriteAsync(parcel, Stop);
        await using (var zip = new ZipArchive(bent, ZipArchiveMode.Update, leaveOpen: true))
        {
            var text = await Read(zip, name);
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
            await Write(zip, name, text);
            if (andSealed) await Seal(zip, name, text);
        }
        return bent.ToArray();
    }

    /// <summary>A parcel of these parts.</summary>
    public static async Task<byte[]> Of(IReadOnlyDictionary<string, byte[]> parts, Action<JsonObject>? bend = null)
    {
        using var made = new MemoryStream();
        await using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
        {
            var manifest = new JsonObject { ["format"] = "billing-organisation-2", ["parts"] = new JsonArray([.. parts.Select(part => Part(part.Key, part.Value))]) };
            bend?.Invoke(manifest);
            foreach (var (name, bytes) in parts.Append(new("manifest.json", Encoding.UTF8.GetBytes(manifest.ToJsonString()))))
            {
                await using var entry = await zip.CreateEntry(name).OpenAsync(Stop);
                await entry.WriteAsync(bytes, Stop);
            }
        }
        return made.ToArray();
    }

    private static JsonObject Part(string name, byte[] bytes) => new() { ["name"] = name, ["lines"] = bytes.Count(b => b == '\n'), ["bytes"] = bytes.Length, ["hash"] = Convert.ToHexStringLower(SHA256.HashData(bytes)) };

    private static async Task Seal(ZipArchive zip, string name, string text)
    {
        var manifest = JsonNode.Parse(await Read(zip, "manifest.json"))!;
        var parts = manifest["parts"]!.AsArray();
        for (var at = 0; at < parts.Count; at++)
            if (parts[at]!["name"]!.GetValue<string>() == name) parts[at] = Part(name, Encoding.UTF8.GetBytes(text));
        await Write(zip, "manifest.json", manifest.ToJsonString());
    }

    private static async Task<string> Read(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(Stop));
        return await reader.ReadToEndAsync(Stop);
    }

    private static async Task Write(ZipArchive zip, string name, string text)
    {
        zip.GetEntry(name)!.Delete();
        await using var writer = new StreamWriter(await zip.CreateEntry(name).OpenAsync(Stop));
        await writer.WriteAsync(text);
    }
}
