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
        All =
        [
            openAi,
            anthropic,
            new("openrouter", "OpenRouter", AiReading.Nothing),
            new("groq", "Groq", AiReading.Nothing),
            new("mistral", "Mistral", AiReading.Nothing),
            new("perplexity", "Perplexity", AiReading.Nothing),
            new("google", "Google", AiReading.Nothing),
            new("bedrock", "AWS Bedrock", AiReading.Nothing),
            new("azure-openai", "Azure OpenAI", AiReading.Nothing),
            new("xai", "xAI", AiReading.Nothing),
            new("deepseek", "DeepSeek", AiReading.Nothing),
            new("cohere", "Cohere", AiReading.Nothing),
            new("elevenlabs", "ElevenLabs", AiReading.Nothing),
            new("fireworks", "Fireworks", AiReading.Nothing),
            new("together", "Together", AiReading.Nothing),
            new("cursor", "Cursor", AiReading.Nothing),
            new("github-copilot", "GitHub Copilot", AiReading.Nothing),
            new("litellm", "LiteLLM proxy", AiReading.Nothing),
            new("langfuse", "Langfuse", AiReading.Nothing),
            new("own", "Own models", AiReading.Nothing),
        ];
        IAiReader[] readers = [new OpenAiReader(openAi, calls), new AnthropicReader(anthropic, calls)];
        _readers = readers.ToDictionary(reader => reader.Provider.Code, StringComparer.Ordinal);
    }

    /// <summary>As people read them.</summary>
    public IReadOnlyList<AiProvider> All { get; }

    /// <summary>The provider of a code; null when there is none.</summary>
    public AiProvider? Find(string? code) => All.FirstOrDefault(one => one.Code == code);

    /// <summary>How a provider is read; null when it tells nothing.</summary>
    public IAiReader? Reader(string code) => _readers.GetValueOrDefault(code);

    private static Uri At(string? configured, string usual) => configured is not { Length: > 0 } ? new Uri(usual)
        : Uri.TryCreate(configured, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? address
        : throw new SettingsException($"AiCosts__Providers__…__BaseUrl is '{configured}'; it must be an address such as {usual}");
}
