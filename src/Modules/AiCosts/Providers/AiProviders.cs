using Billing.Web;
using Microsoft.Extensions.Configuration;

namespace Billing.AiCosts;

/// <summary>The providers that the product knows, and how those are read that can be.</summary>
internal sealed class AiProviders
{
    private readonly Dictionary<string, IAiReader> _readers;

    public AiProviders(IConfiguration configuration, AiCalls calls)
    {
        var openAi = new AiProvider("openai", "OpenAI", AiReading.Money, "an admin key of the organisation (sk-admin-…); keys of projects do not open reports", At(configuration["AiCosts:Providers:OpenAI:BaseUrl"], "https://api.openai.com"));
        var anthropic = new AiProvider("anthropic", "Anthropic", AiReading.Money, "an admin key of the organisation (sk-ant-admin01-…); keys of workspaces do not open reports", At(configuration["AiCosts:Providers:Anthropic:BaseUrl"], "https://api.anthropic.com"));
        var openRouter = new AiProvider("openrouter", "OpenRouter", AiReading.Money, "a management key; keys for calls do not open reports", At(configuration["AiCosts:Providers:OpenRouter:BaseUrl"], "https://openrouter.ai"));
        var xAi = new AiProvider("xai", "xAI", AiReading.Money, "a management key; keys for calls do not open reports", At(configuration["AiCosts:Providers:xAI:BaseUrl"], "https://management-api.x.ai"), "a team, by its id", 60);
        var elevenLabs = new AiProvider("elevenlabs", "ElevenLabs", AiReading.Money, "an API key that may read the workspace's usage", At(configuration["AiCosts:Providers:ElevenLabs:BaseUrl"], "https://api.elevenlabs.io"), null, 60);
        var fireworks = new AiProvider("fireworks", "Fireworks", AiReading.Money, "an API key of an administrator of the account", At(configuration["AiCosts:Providers:Fireworks:BaseUrl"], "https://api.fireworks.ai"), "an account, by its id", 60);
        var cursor = new AiProvider("cursor", "Cursor", AiReading.Money, "an admin key of the team", At(configuration["AiCosts:Providers:Cursor:BaseUrl"], "https://api.cursor.com"), null, 60);
        var copilot = new AiProvider("github-copilot", "GitHub Copilot", AiReading.Money, "a token that may read the organisation's administration", At(configuration["AiCosts:Providers:GitHubCopilot:BaseUrl"], "https://api.github.com"), "an organisation, by its name", 60);
        var deepSeek = new AiProvider("deepseek", "DeepSeek", AiReading.Balance, "an API key", At(configuration["AiCosts:Providers:DeepSeek:BaseUrl"], "https://api.deepseek.com"));
        var liteLlm = new AiProvider("litellm", "LiteLLM proxy", AiReading.Money, "an admin key of the proxy");
        var groq = new AiProvider("groq", "Groq", AiReading.Tokens, "an API key of an organisation on the Enterprise plan, which may read its metrics; without one, leave it out", At(configuration["AiCosts:Providers:Groq:BaseUrl"], "https://api.groq.com"), null, 60, IsKeyOptional: true);
        var mistral = new AiProvider("mistral", "Mistral", AiReading.Money, "an admin key of an organisation on an Enterprise plan; keys for calls do not open reports; without one, leave it out", At(configuration["AiCosts:Providers:Mistral:BaseUrl"], "https://api.mistral.ai"), null, 60, IsKeyOptional: true);
        All =
        [
            openAi, anthropic, openRouter,
            groq, mistral,
            new("perplexity", "Perplexity", AiReading.Nothing),
            new("google", "Google", AiReading.Nothing),
            new("bedrock", "AWS Bedrock", AiReading.Nothing),
            new("azure-openai", "Azure OpenAI", AiReading.Nothing),
            xAi,
            deepSeek,
            new("cohere", "Cohere", AiReading.Nothing),
            elevenLabs, fireworks,
            new("together", "Together", AiReading.Nothing),
            cursor, copilot, liteLlm,
            new("langfuse", "Langfuse", AiReading.Nothing),
            new("own", "Own models", AiReading.Nothing),
        ];
        IAiReader[] readers =
        [
            new OpenAiReader(openAi, calls), new AnthropicReader(anthropic, calls), new OpenRouterReader(openRouter, calls), new LiteLlmReader(liteLlm, calls), new CursorReader(cursor, calls),
            new CopilotReader(copilot, calls), new ElevenLabsReader(elevenLabs, calls), new FireworksReader(fireworks, calls), new XAiReader(xAi, calls), new DeepSeekReader(deepSeek, calls),
            new GroqReader(groq, calls), new MistralReader(mistral, calls),
        ];
        _readers = readers.ToDictionary(reader => reader.Provider.Code, StringComparer.Ordinal);
    }

    /// <summary>As people read them.</summary>
    public IReadOnlyList<AiProvider> All { get; }

    /// <summary>The provider of a code; null when there is none.</summary>
    public AiProvider? Find(string? code) => All.FirstOrDefault(one => one.Code == code);

    /// <summary>How a provider is read; null when it tells nothing.</summary>
    public IAiReader? Reader(string code) => _readers.GetValueOrDefault(code);

    /// <summary>What of a record is an estimate, by the report it stands in; null: nothing.</summary>
    public AiEstimate? Estimated(string provider, string report) => Reader(provider)?.Reports.FirstOrDefault(one => one.Name == report)?.Estimated;

    private static Uri At(string? configured, string usual) => configured is not { Length: > 0 } ? new Uri(usual)
        : Uri.TryCreate(configured, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address
        : throw new SettingsException($"AiCosts__Providers__…__BaseUrl is '{configured}'; it must be an address such as {usual}");
}
