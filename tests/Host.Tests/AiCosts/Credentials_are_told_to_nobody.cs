using System.Text;
using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;
using Billing.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Billing.Host.Tests.AiCosts;

/// <summary>A word inside the credentials of every provider is found nowhere, although providers say it back in what they answer; a word in names is found everywhere, so the search can find.</summary>
public class Credentials_are_told_to_nobody : Town
{
    private const string Canary = "qanariensis";
    private const string Control = "qontrolensis";
    private static readonly string[] Settled = ["OpenAI", "Anthropic", "OpenRouter", "xAI", "ElevenLabs", "Fireworks", "Cursor", "GitHubCopilot", "DeepSeek", "Mistral", "Groq"];

    /// <summary>All that can be read, each with the scope it asks for.</summary>
    private static readonly (string Code, string? Scope)[] Kinds =
        [("openai", null), ("anthropic", null), ("openrouter", null), ("litellm", null), ("cursor", null), ("github-copilot", "acme"), ("elevenlabs", null), ("fireworks", "acme"), ("xai", "team-1"), ("deepseek", null), ("groq", null), ("mistral", null)];

    private readonly Ears _ears = new();
    private readonly List<string> _answers = [];
    private readonly HashSet<string> _shown = [];
    private PretendedProvider _provider = null!;

    private protected override DateTimeOffset? Begins => new(2026, 11, 13, 15, 0, 0, TimeSpan.Zero);

    private protected override ILoggerProvider Hearing => _ears;

    private protected override IReadOnlyDictionary<string, string?> Configured =>
        new Dictionary<string, string?>(Settled.Select(name => KeyValuePair.Create($"AiCosts:Providers:{name}:BaseUrl", (string?)_provider.Address))) { ["Logging:LogLevel:Default"] = "Trace", ["Logging:Console:LogLevel:Default"] = "Critical" };

    public override async ValueTask InitializeAsync()
    {
        _provider = await PretendedProvider.Start();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _provider.DisposeAsync();
        _ears.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task whatever_a_provider_answers()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        Says(401, "{\"error\":{\"message\":\"Incorrect key: KEY\"}}");
        foreach (var kind in Kinds) (await Opened(ours, kind)).Refused("credential-rejected");
        Assert.Equal(Kinds.Length, _shown.Count); // each was asked with its own

        _provider.Say(Welcomes);
        var accounts = new List<string>();
        foreach (var kind in Kinds) accounts.Add((await Opened(ours, kind)).Ok(201).Text("id"));
        (await Opened(theirs, Kinds[0])).Ok(201);

        Says(500, "KEY is out of order");
        foreach (var account in accounts) (await Heard(ours.Post($"/api/ai/accounts/{account}/sync"))).Ok(202);
        await Each("waiting", "provider-down");
        Says(200, "{\"data\":[{\"key\":\"KEY");
        Product.Clock.Forward(TimeSpan.FromHours(2));
        ours.Keep((await LogIn(ours, "owner@ours.example.test")).Ok());
        await Each("stopped", "incomplete-read");
        Says(401, "KEY");
        foreach (var account in accounts) (await Heard(ours.Post($"/api/ai/accounts/{account}/sync"))).Ok(202);
        await Each("stopped", "credential-rejected");
        foreach (var account in accounts) (await Heard(ours.Post($"/api/ai/accounts/{account}/test"))).Refused("credential-rejected");
        Assert.Equal(400, (int)(await Heard(ours.Post("/api/ai/accounts", $$"""{"provider":"openai","name":7,"credential":"{{Key("openai")}}"}"""))).Status);

        foreach (var account in accounts)
            foreach (var page in new[] { "", "/runs", "/balances" }) (await Heard(ours.Get($"/api/ai/accounts/{account}{page}"))).Ok();
        foreach (var account in accounts) (await Heard(ours.Get($"/api/history/ai-account/{account}"))).Ok();
        foreach (var page in new[] { "/api/ai/accounts", "/api/ai/usage", "/api/alerts", "/api/activity", "/api/audit", "/api/messages/dead-letters" }) (await Heard(ours.Get(page))).Ok();
        await Heard(ours.Get("/api/audit/export"));
        var parcel = Parcels.Text((await ours.Post("/api/tenants/me/export")).Body);
        Product.Services.GetRequiredService<ILoggerFactory>().CreateLogger("test").Log(LogLevel.Trace, default, Control, null, (said, _) => said);

        foreach (var said in new[] { parcel, string.Join('\n', _answers), string.Join('\n', _ears.Lines) }) Assert.Contains(Control, said, StringComparison.Ordinal);
        Assert.Contains("ai_accounts.name", await Find(Control));
        foreach (var source in new[] { "Microsoft.AspNetCore", "Npgsql" }) Assert.Contains(_ears.Spans, span => span.StartsWith(source, StringComparison.Ordinal));
        foreach (var form in Forms())
        {
            Assert.DoesNotContain(form, parcel, StringComparison.OrdinalIgnoreCase);
            foreach (var said in _answers.Concat(_ears.Lines).Concat(_ears.Spans)) Assert.DoesNotContain(form, said, StringComparison.OrdinalIgnoreCase);
            Assert.Empty(await Find(form.ToLowerInvariant()));
        }
    }

    private static string Key(string provider) => $"sk-{Canary}-{provider}-0123456789abcdef";

    /// <summary>The word, and what base64 makes of its midst wherever in a text it stands.</summary>
    private static IEnumerable<string> Forms()
    {
        var bytes = Encoding.ASCII.GetBytes(Canary);
        return [Canary, Convert.ToHexString(bytes), .. Enumerable.Range(0, 3).Select(from => Convert.ToBase64String(bytes.AsSpan(from, (bytes.Length - from) / 3 * 3)))];
    }

    private Task<Reply> Opened(Visitor who, (string Code, string? Scope) kind) => Heard(who.Post("/api/ai/accounts", new
    {
        provider = kind.Code, name = $"{Control} {kind.Code}", credential = Key(kind.Code), scope = kind.Scope, baseUrl = kind.Code == "litellm" ? _provider.Address : null, readFrom = "2026-11-09", everyMinutes = 10_080,
    }));

    private async Task<Reply> Heard(Task<Reply> asked)
    {
        var reply = await asked;
        _answers.Add(reply.Text);
        return reply;
    }

    /// <summary>Waits until the last reading of each account has come to this.</summary>
    private async Task Each(string state, string trouble) => await Until($"all are {state} because of {trouble}", async () =>
        await Ask($"select count(*) from (select distinct on (account_id) state, trouble from ai_runs order by account_id, begun_at desc) r where state = '{state}' and trouble = '{trouble}'") == $"({Kinds.Length})" ? "" : null);

    /// <summary>From now on the provider answers so, with the credential that it was shown in place of KEY.</summary>
    private void Says(int status, string body) => _provider.Say(request => new(status, body.Replace("KEY", Shown(request), StringComparison.Ordinal)));

    private string Shown(HttpRequest request)
    {
        var (bearer, other) = (request.Headers.Authorization.ToString(), request.Headers["x-api-key"].ToString() + request.Headers["xi-api-key"]);
        var key = bearer.StartsWith("Basic ", StringComparison.Ordinal) ? Encoding.UTF8.GetString(Convert.FromBase64String(bearer[6..])).TrimEnd(':') : bearer.Length > 0 ? bearer["Bearer ".Length..] : other;
        Assert.Contains(Canary, key, StringComparison.Ordinal);
        lock (_shown) _shown.Add(key);
        return key;
    }

    /// <summary>What each provider says to a credential that it takes.</summary>
    private static PretendedProvider.Answer Welcomes(HttpRequest request) => new(200, request.Path.Value! switch
    {
        "/api/v1/credits" => """{"data":{"total_credits":10,"total_usage":2.5}}""",
        _ => new JsonObject
        {
            ["status"] = "success", ["data"] = new JsonArray(), ["has_more"] = false, ["results"] = new JsonArray(), ["teamMemberSpend"] = new JsonArray(), ["usageItems"] = new JsonArray(),
            ["character_count"] = 1, ["rows"] = new JsonArray(), ["total"] = new JsonObject { ["val"] = "0" }, ["balance_infos"] = new JsonArray(), ["currency"] = "EUR",
        }.ToJsonString(),
    });
}
