using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Billing.Web;
using Microsoft.Extensions.Logging;

namespace Billing.Identity;

/// <summary>What a provider says about itself (OpenID Connect Discovery 1.0).</summary>
internal sealed record Discovered(Uri Authorization, Uri Token, Uri UserInfo, Uri Keys, bool SecretInBody, bool NamesItself, DateTimeOffset At);

/// <summary>Whom a provider vouches for.</summary>
/// <param name="Subject">Who they are there, for ever.</param>
/// <param name="Said">All that its userinfo says.</param>
internal sealed record Vouched(string Subject, JsonElement Said);

/// <summary>A provider is not what it should be, or did not answer as it should. The sentence is for the log.</summary>
internal sealed class ProviderException(string sentence, Exception? inner = null) : Exception(sentence, inner);

/// <summary>Speaks with identity providers: finds out where their doors are, redeems codes, asks whom they vouch for. Calls go through <see cref="OutgoingCalls"/>.</summary>
internal sealed class OpenIdProvider(OutgoingCalls calls, TimeProvider time, ILogger<OpenIdProvider> log) : IDisposable
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AskedAgain = TimeSpan.FromSeconds(30);
    private readonly HttpClient _http = calls.Client(new OutgoingLimits(256 * 1024, TimeSpan.FromSeconds(10)), time);
    private readonly ConcurrentDictionary<string, Discovered> _known = [];
    private readonly ConcurrentDictionary<Uri, (IReadOnlyList<ProviderKey> Keys, DateTimeOffset At)> _keys = [];

    /// <summary>Where the browser is sent.</summary>
    /// <exception cref="ProviderException">The provider cannot be found, or is another one.</exception>
    public async Task<Uri> Door(SingleSignOn terms, Trip trip, Uri back, CancellationToken stop)
    {
        var provider = await Discover(terms.Issuer, stop);
        var query = Form(("response_type", "code"), ("client_id", terms.ClientId), ("redirect_uri", back.AbsoluteUri), ("scope", "openid email profile"), ("state", trip.State), ("nonce", trip.Nonce), ("code_challenge", trip.Challenge), ("code_challenge_method", "S256"));
        return new UriBuilder(provider.Authorization) { Query = $"{provider.Authorization.Query.TrimStart('?')}&{query}".TrimStart('&') }.Uri;
    }

    /// <summary>Redeems a code, and asks whom it stands for.</summary>
    /// <param name="terms">The organisation's.</param>
    /// <param name="secret">What the provider knows us by.</param>
    /// <param name="trip">That led to the code.</param>
    /// <param name="code">From the way back.</param>
    /// <param name="named">The issuer that the way back names; null when it names none.</param>
    /// <param name="back">The way back, as it was named at the beginning.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="ProviderException">Anything is not as it must be.</exception>
    public async Task<Vouched> Redeem(SingleSignOn terms, string secret, Trip trip, string code, string? named, Uri back, CancellationToken stop)
    {
        var provider = await Discover(terms.Issuer, stop);
        if (named is not null ? named != terms.Issuer : provider.NamesItself) throw new ProviderException("The way back names another issuer.");
        (string, string)[] fields = [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", back.AbsoluteUri), ("code_verifier", trip.Verifier)];
        using var request = new HttpRequestMessage(HttpMethod.Post, provider.Token);
        if (provider.SecretInBody) fields = [.. fields, ("client_id", terms.ClientId), ("client_secret", secret)];
        else request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{WebUtility.UrlEncode(terms.ClientId)}:{WebUtility.UrlEncode(secret)}")));
        request.Content = new StringContent(Form(fields), Encoding.UTF8, "application/x-www-form-urlencoded");
        var tokens = await Ask(request, stop);
        if (Text(tokens, "id_token") is not { } token || Text(tokens, "access_token") is not { } access || !string.Equals(Text(tokens, "token_type"), "Bearer", StringComparison.OrdinalIgnoreCase)) throw new ProviderException("The provider gave no tokens.");
        var subject = IdToken.SubjectOf(token, await KeysFor(provider, token, stop), terms.Issuer, terms.ClientId, trip.Nonce, time.GetUtcNow()) ?? throw new ProviderException("The provider's token is not signed by it, or not meant for this occasion.");
        using var who = new HttpRequestMessage(HttpMethod.Get, provider.UserInfo) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", access) } };
        var said = await Ask(who, stop);
        return Text(said, "sub") == subject ? new(subject, said) : throw new ProviderException("The provider's userinfo is about somebody else.");
    }

    public void Dispose() => _http.Dispose();

    private async Task<Discovered> Discover(string issuer, CancellationToken stop)
    {
        if (_known.TryGetValue(issuer, out var known) && time.GetUtcNow() - known.At < Remembered) return known;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(issuer.TrimEnd('/') + "/.well-known/openid-configuration"));
        var said = await Ask(request, stop);
        if (Text(said, "issuer") != issuer) throw new ProviderException("What is at the issuer's address calls itself something else.");
        var methods = said.TryGetProperty("token_endpoint_auth_methods_supported", out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(one => one.ToString()).ToList() : ["client_secret_basic"];
        var found = new Discovered(
            Address(said, "authorization_endpoint"), Address(said, "token_endpoint"), Address(said, "userinfo_endpoint"), Address(said, "jwks_uri"),
            !methods.Contains("client_secret_basic"), said.TryGetProperty("authorization_response_iss_parameter_supported", out var names) && names.ValueKind == JsonValueKind.True, time.GetUtcNow());
        if (_known.Count > 10_000) _known.Clear();
        return _known[issuer] = found;
    }

    /// <summary>The keys; asked for anew when the token names one that is not among them, as after a change of keys, but not more often than twice a minute.</summary>
    private async Task<IReadOnlyList<ProviderKey>> KeysFor(Discovered provider, string token, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        if (_keys.TryGetValue(provider.Keys, out var known))
        {
            var misses = IdToken.HeaderOf(token) is not var (kid, _) || !known.Keys.Any(key => kid is null || key.Id == kid);
            if (now - known.At < (misses ? AskedAgain : Remembered)) return known.Keys;
        }
        using var request = new HttpRequestMessage(HttpMethod.Get, provider.Keys);
        var keys = ProviderKey.ReadAll(await Ask(request, stop));
        if (_keys.Count > 10_000) _keys.Clear();
        _keys[provider.Keys] = (keys, now);
        return keys;
    }

    private async Task<JsonElement> Ask(HttpRequestMessage request, CancellationToken stop)
    {
        try
        {
            request.Headers.Accept.ParseAdd("application/json");
            using var answer = await _http.SendAsync(request, stop);
            if (!answer.IsSuccessStatusCode) throw new ProviderException($"{request.RequestUri!.GetLeftPart(UriPartial.Path)} answered {(int)answer.StatusCode}.");
            var said = JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(stop));
            return said.ValueKind == JsonValueKind.Object ? said : throw new ProviderException($"{request.RequestUri!.GetLeftPart(UriPartial.Path)} answered something else than an object.");
        }
        catch (Exception failed) when (failed is HttpRequestException or JsonException)
        {
            log.LogWarning(failed, "The identity provider at {Host} did not answer as it should", request.RequestUri?.Host);
            throw new ProviderException($"{request.RequestUri!.GetLeftPart(UriPartial.Path)} did not answer as it should.", failed);
        }
    }

    /// <summary>An address that a provider names is judged like one that a user types.</summary>
    private Uri Address(JsonElement said, string name) =>
        Text(said, name) is { } text && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Fragment.Length == 0 && calls.Rules.Against(address) is null ? address : throw new ProviderException($"The provider names no {name} that can be called.");

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Form(params (string Name, string Value)[] fields) => string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
}
