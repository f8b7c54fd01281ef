using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Billing.Subscriptions;
using Billing.Testing;

namespace Billing.Host.Tests.Subscriptions;

/// <summary>The server of tests/Counterparts that plays Stripe, and what the real one lets nobody do: its clock, its deliveries, its bad moments.</summary>
internal sealed class PretendedStripe : IAsyncDisposable
{
    public const string Key = "sk_test_fake";
    public const string Secret = "whsec_fake";

    private readonly Counterpart _counterpart;
    private readonly HttpClient _http;

    private PretendedStripe(Counterpart counterpart) => (_counterpart, _http) = (counterpart, new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{counterpart.Port}"), DefaultRequestHeaders = { Authorization = new("Bearer", Key) } });

    public int Port => _counterpart.Port;

    /// <summary>What the product must be told to find it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Stripe:SecretKey"] = Key, ["Stripe:WebhookSecret"] = Secret, ["Stripe:Address"] = _http.BaseAddress!.ToString(), ["Outgoing:Allow"] = "127.0.0.1" };

    /// <summary>Starts one whose clock shows a moment; events wait until they are sent.</summary>
    public static async Task<PretendedStripe> Start(DateTimeOffset now, int? perSecond = null) =>
        new(await Counterpart.Start("stripe/server.mjs", new { key = Key, secret = Secret, held = true, chatty = false, perSecond = perSecond ?? 100_000, types = StripeReconciliation.Types, now = now.ToUnixTimeSeconds() }));

    /// <summary>A call of its API.</summary>
    public async Task<JsonNode> Call(string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await _http.PostAsync(new Uri("/v1/" + path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }

    /// <summary>A question to its API.</summary>
    public async Task<JsonNode> Ask(string path) => (await _http.GetFromJsonAsync<JsonNode>(new Uri("/v1/" + path, UriKind.Relative), TestContext.Current.CancellationToken))!;

    /// <summary>What nobody may do there.</summary>
    public async Task<JsonNode> Control(string what, object? how = null)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri("/_control/" + what, UriKind.Relative), how ?? new { }, TestContext.Current.CancellationToken);
        var said = (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
        return answer.IsSuccessStatusCode ? said : throw new InvalidOperationException(said.ToJsonString());
    }

    /// <summary>All objects of a kind, as Stripe sees them.</summary>
    public async Task<JsonArray> All(string kind) => (await Control("objects", new { @object = kind }))["data"]!.AsArray();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _counterpart.DisposeAsync();
    }
}
