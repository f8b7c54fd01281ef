using System.Text.Json.Nodes;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Invoicing;
using Billing.Testing;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.AiCosts;

/// <summary>Two organisations with accounts at one provider, which is played; on 2026-11-13 at 15:00 UTC.</summary>
public abstract class Observatory : Bureau
{
    private protected const string Key = "sk-admin-canary-0123456789abcdef";

    private protected PretendedProvider Provider { get; private set; } = null!;

    private protected override async Task<IReadOnlyDictionary<string, string?>> Settings()
    {
        Provider = await PretendedProvider.Start();
        Provider.SayNothing();
        Set("2026-11-13T15:00:00Z");
        return new Dictionary<string, string?>(Names.Select(name => KeyValuePair.Create($"AiCosts:Providers:{name}:BaseUrl", (string?)Provider.Address))) { ["Egress:AllowedNetworks"] = "127.0.0.0/8" };
    }

    private static readonly string[] Names = ["OpenAI", "Anthropic", "OpenRouter", "xAI", "ElevenLabs", "Fireworks", "Cursor", "GitHubCopilot", "DeepSeek", "Mistral", "Groq"];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Puts the clock forward to a moment.</summary>
    private protected void Set(string moment) => Clock.Forward(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture) - Clock.GetUtcNow());

    /// <summary>Opens an account whose usage is read from 2026-11-09 on; not by itself, once it was read, unless said otherwise.</summary>
    private protected static async Task<string> Open(Desk desk, string provider = "openai", string name = "Research", int everyMinutes = 10_080) =>
        (await desk.Post("/api/ai/accounts", new { provider, name, credential = desk.Organisation == "ours" ? Key : Key + PretendedProvider.Others, readFrom = "2026-11-09", everyMinutes })).Ok(201).Text("id");

    /// <summary>Reads an account now, and waits until that is over; where it has to wait for the provider, the clock is put forward.</summary>
    private protected async Task<JsonNode> Read(Desk desk, string account)
    {
        var run = (await desk.Post($"/api/ai/accounts/{account}/sync")).Ok(202).Text("id");
        await Until("the reading is over", async () =>
        {
            var now = await Run(desk, account, run);
            if (now.Text("state") == "waiting" && DateTimeOffset.Parse(now.Text("dueAt"), System.Globalization.CultureInfo.InvariantCulture) > Clock.GetUtcNow()) Set(now.Text("dueAt"));
            return now["endedAt"] is not null;
        });
        return await Run(desk, account, run);
    }

    private protected static async Task<JsonNode> Run(Desk desk, string account, string run) => (await desk.Get($"/api/ai/accounts/{account}/runs/{run}")).Ok();

    /// <summary>What stands in the table of one organisation, by day, such as <c>2026-11-09 2.3425</c>.</summary>
    private protected async Task<string> ByDay(string account, string reports) => (await Table(
        $"select to_char(start_at at time zone 'UTC', 'YYYY-MM-DD') || ' ' || trim_scale(sum(cost)) from ai_usage where account_id = '{account}' and report in ({reports}) and withdrawn_at is null group by start_at")).Replace("(\"", "", StringComparison.Ordinal).Replace("\")", "", StringComparison.Ordinal);
}
