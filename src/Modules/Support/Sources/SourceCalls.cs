using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Billing.Web;

namespace Billing.Support;

/// <summary>What a system outside answered, whatever it was.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Json">The body, where it is JSON; null: it is something else.</param>
/// <param name="Wait">How long it asks to be left alone.</param>
/// <param name="LeadsTo">Of a redirect, where to.</param>
internal sealed record SourceAnswer(int Status, JsonElement? Json, TimeSpan? Wait, string? LeadsTo = null)
{
    /// <summary>Whether it answered what was asked.</summary>
    public bool IsGood => Status is >= 200 and < 300 && Json is not null;
}

/// <summary>
/// Calls of systems outside, one after the other. Trying again is the business of whoever reads, because a wait is written down there and outlives this process.
/// Addresses are judged as any that users type, on the connection itself; there are no redirects.
/// </summary>
internal sealed class SourceCalls(OutgoingCalls calls, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    private readonly HttpClient _http = calls.Client(new OutgoingLimits(32 * 1024 * 1024, TimeSpan.FromSeconds(60)), TimeProvider.System);

    /// <summary>Asks.</summary>
    /// <param name="address">With its query.</param>
    /// <param name="sign">Puts the credential on the request.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="SourceStopped">Nobody answered.</exception>
    public Task<SourceAnswer> Get(Uri address, Action<HttpRequestHeaders>? sign, CancellationToken stop) => Send(() => new HttpRequestMessage(HttpMethod.Get, address), sign, stop);

    /// <summary>Asks where the question goes in a body.</summary>
    public Task<SourceAnswer> Post(Uri address, object question, Action<HttpRequestHeaders> sign, CancellationToken stop) =>
        Send(() => new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(question, options: JsonSerializerOptions.Web) }, sign, stop);

    public void Dispose() => _http.Dispose();

    private async Task<SourceAnswer> Send(Func<HttpRequestMessage> make, Action<HttpRequestHeaders>? sign, CancellationToken stop)
    {
        try
        {
            using var request = make();
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
            sign?.Invoke(request.Headers);
            using var answer = await _http.SendAsync(request, stop);
            return new SourceAnswer((int)answer.StatusCode, Parse(await answer.Content.ReadAsByteArrayAsync(stop)), Wait(answer.Headers.RetryAfter), answer.Headers.Location?.OriginalString);
        }
        catch (OutgoingRefusedException refused)
        {
            throw new SourceStopped(SourceTrouble.Down, refused.Message);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or TimeoutException || (broken is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new SourceStopped(SourceTrouble.Down, "Nobody answered there, or the line was cut.");
        }
    }

    private static JsonElement? Parse(byte[] body)
    {
        try
        {
            return JsonElement.Parse(body is [0xEF, 0xBB, 0xBF, ..] ? body.AsSpan(3) : body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? after)
    {
        var wait = after?.Delta ?? after?.Date - time.GetUtcNow();
        return wait is { } asked && asked > TimeSpan.Zero ? asked < LongestWait ? asked : LongestWait : null;
    }
}
