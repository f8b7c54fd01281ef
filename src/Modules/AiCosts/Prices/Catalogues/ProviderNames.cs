namespace Billing.AiCosts;

/// <summary>Catalogues call providers by names of their own; a name that is not here stays as it is, so that a reseller's prices are never taken for the vendor's.</summary>
internal static class ProviderNames
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gemini"] = "google", ["cohere_chat"] = "cohere", ["text-completion-openai"] = "openai", ["text-completion-codestral"] = "mistral", ["codestral"] = "mistral",
        ["fireworks_ai"] = "fireworks", ["fireworks_ai-embedding-models"] = "fireworks", ["fireworks-ai"] = "fireworks", ["together_ai"] = "together", ["togetherai"] = "together",
        ["amazon-bedrock"] = "bedrock", ["bedrock_converse"] = "bedrock", ["azure_ai"] = "azure", ["azure_text"] = "azure", ["github_copilot"] = "copilot", ["github-copilot"] = "copilot",
    };

    public static string Of(string said) => Known.GetValueOrDefault(said, said.ToLowerInvariant());
}
