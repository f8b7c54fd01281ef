using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Billing.Web;

namespace Billing.Notifications;

/// <summary>Where a delivery goes, and what goes along.</summary>
/// <param name="Secrets">Each signs; the newest first.</param>
/// <param name="Headers">The address's own.</param>
internal sealed record WebhookDoor(Uri Url, IReadOnlyList<WebhookSecret> Secrets, IReadOnlyDictionary<string, string> Headers)
{
    public override string ToString() => nameof(WebhookDoor); // never what opens it
}

/// <summary>Calls addresses that people typed, once: no redirect is followed, and an answer is waited for and read only so far.</summary>
internal sealed class WebhookCalls(OutgoingCalls calls, TimeProvider time) : IDisposable
{
    /// <summary>Most bytes of an answer that are read.</summary>
    public const int LongestAnswer = 16 * 1024;

    private static readonly OutgoingLimits Limits = new(LongestAnswer, TimeSpan.FromSeconds(15), Cuts: true);

    // No address has more than one call at a time, so a crowd at one host is as many addresses.
    private readonly HttpClient _client = calls.Client(Limits, time, connections: int.MaxValue);

    /// <summary>Makes one attempt. Never throws but when stopped.</summary>
    /// <param name="id">Of the message.</param>
    public async Task<WebhookAttempt> Send(WebhookDoor door, string id, byte[] body, CancellationToken stop)
    {
        var (at, since) = (time.GetUtcNow(), time.GetTimestamp());
        WebhookAttempt Came(int? status, string? error, string? answer = null, bool isCut = false, string? retryAfter = null) =>
            new(at, (int)time.GetElapsedTime(since).TotalMilliseconds, status, error, answer, isCut, retryAfter);
        try
        {
            using var request = Request(door, id, at.ToUnixTimeSeconds(), body);
            using var answer = await _client.SendAsync(request, stop);
            var bytes = await answer.Content.ReadAsByteArrayAsync(stop);
            var retryAfter = answer.Headers.TryGetValues("Retry-After", out var said) ? said.First() : null;
            return Came((int)answer.StatusCode, Failure((int)answer.StatusCode), Encoding.UTF8.GetString(bytes).Replace('\0', '\uFFFD'), bytes.Length >= LongestAnswer, retryAfter);
        }
        catch (OutgoingRefusedException refused)
        {
            return Came(null, refused.Message);
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or SocketException)
        {
            return Came(null, Sentence(failed));
        }
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Request(WebhookDoor door, string id, long timestamp, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, door.Url) { Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } } };
        request.Headers.TryAddWithoutValidation("User-Agent", "Billing-Webhooks/1.0");
        foreach (var (name, value) in door.Headers) request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.TryAddWithoutValidation("webhook-id", id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSignature.Sign(id, timestamp, body, door.Secrets));
        return request;
    }

    private static string? Failure(int status) => status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 400 => $"It answered {status}; redirects are not followed.",
        410 => "It answered 410: nothing is there any more.",
        _ => $"It answered {status}.",
    };

    private static string Sentence(Exception failed) => (failed as HttpRequestException)?.HttpRequestError switch
    {
        _ when failed.InnerException is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => "The name of the host is not known.",
        HttpRequestError.NameResolutionError => "The name of the host is not known.",
        HttpRequestError.SecureConnectionError => "The line cannot be encrypted: look at the certificate there.",
        HttpRequestError.ConnectionError => "Nobody answers at this address.",
        HttpRequestError.InvalidResponse => "What was answered is no HTTP.",
        _ => "The line was cut before the answer was there.",
    };
}
