using System.Collections.Concurrent;
using System.Net;

namespace Billing.Web;

/// <summary>How often one address may open links in a minute: nobody reads faster, and whoever tries secrets gets nowhere.</summary>
public sealed class Turnstile(TimeProvider time)
{
    /// <summary>Openings per minute and address.</summary>
    public const int Most = 60;

    private const int MostRemembered = 20_000;
    private readonly ConcurrentDictionary<IPAddress, (long Minute, int Count)> _passed = new();

    /// <summary>Counts one; false when it is one too many.</summary>
    /// <param name="address">Whose; those without are one.</param>
    public bool Pass(IPAddress? address)
    {
        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (_passed.Count >= MostRemembered) _passed.Clear();
        return _passed.AddOrUpdate(address ?? IPAddress.None, (minute, 1), (_, before) => before.Minute == minute ? (minute, before.Count + 1) : (minute, 1)).Count <= Most;
    }
}
