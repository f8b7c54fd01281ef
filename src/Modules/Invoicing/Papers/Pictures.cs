using System.Collections.Concurrent;
using System.Security.Cryptography;
using Billing.Documents;

namespace Billing.Invoicing;

/// <summary>Logos that are ready to be printed: reading one is dearer than all the rest of a paper, and one organisation's stand on thousands.</summary>
internal sealed class Pictures
{
    private const int MostRemembered = 32;
    private readonly ConcurrentDictionary<string, PdfImage?> _read = new();

    /// <summary>A picture of a file; null when it is none that can be printed.</summary>
    public PdfImage? Of(byte[] file)
    {
        if (_read.Count >= MostRemembered) _read.Clear();
        return _read.GetOrAdd(Convert.ToHexString(SHA256.HashData(file)), _ => PdfImage.Read(file).TryGet(out var picture, out var _) ? picture : null);
    }
}
