using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Billing.Web;

namespace Billing.AiCosts;

/// <summary>
/// Calls of providers' APIs. Whatever is not a whole answer becomes one of <see cref="AiTrouble"/>; trying again is the business of whoever reads, because
/// a wait is written down there and outlives this process. Addresses are judged as any that users type, on the connection itself; there are no redirects.
/// </summary>
internal sealed class AiCalls(OutgoingCalls calls, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    private readonly HttpClient _http = calls.Client(new OutgoingLimits(32 * 1024 * 1024, TimeSpan.FromSeconds(60)), TimeProvider.System);

    /// <summary>Asks.</summary>
    /// <param name="address">With its query.</param>
    /// <param name="sign">Puts the credential on the request.</param>
    /// <param name="stop">Ends the wait.</param>
    public Task<JsonElement> Get(Uri address, Action<HttpRequestHeaders> sign, CancellationToken stop) => Send(() => new HttpRequestMessage(HttpMethod.Get, address), sign, stop);

    /// <summary>Asks where the question goes in a body.</summary>
    public Task<JsonElement> Post(Uri address, object question, Action<HttpRequestHeaders> sign, CancellationToken stop) =>
        Send(() => new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(question, options: JsonSerializerOptions.Web) }, sign, stop);

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> Send(Func<HttpRequestMessage> make, Action<HttpRequestHeaders> sign, CancellationToken stop)
    {
        try
        {
            using var request = make();
            sign(request.Headers);
            using var answer = await _http.SendAsync(request, stop);
            if (!answer.IsSuccessStatusCode) throw Said(answer);
            return JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(stop));
        }
        catch (JsonException)
        {
            throw new AiReadStopped(AiTrouble.IncompleteRead, "The provider's answer ends in the midst, or is no JSON.");
        }
        catch (OutgoingRefusedException refused)
        {
            throw new AiReadStopped(AiTrouble.ProviderDown, refused.Message);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or TimeoutException || (broken is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new AiReadStopped(AiTrouble.ProviderDown, "The provider did not answer, or the line was cut.");
        }
    }

    private AiReadStopped Said(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Unauthorized => new(AiTrouble.CredentialRejected, "The provider does not take this credential: it was revoked, or is of another kind."),
        HttpStatusCode.Forbidden => new(AiTrouble.PermissionMissing, "The provider knows this credential, but it may not read these reports."),
        HttpStatusCode.NotFound => new(AiTrouble.FeatureNotAvailable, "The provider has no such report for this account: its plan, its version or the name of the organisation may be why."),
        HttpStatusCode.TooManyRequests => new(AiTrouble.RateLimited, "The provider was asked too often.", Wait(answer.Headers.RetryAfter)),
        >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout => new(AiTrouble.ProviderDown, $"The provider has trouble of its own ({(int)answer.StatusCode}).", Wait(answer.Headers.RetryAfter)),
        _ => new(AiTrouble.QueryRefused, $"The provider does not understand what it was asked ({(int)answer.StatusCode})."),
    };

    private TimeSpan? Wait(RetryConditionHeaderValue? after)
    {
        var wait = after?.Delta ?? after?.Date - time.GetUtcNow();
        return wait is { } asked && asked > TimeSpan.Zero ? asked < LongestWait ? asked : LongestWait : null;
    }
}
