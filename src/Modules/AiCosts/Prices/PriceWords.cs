namespace Billing.AiCosts;

/// <summary>How kinds of tokens and tiers are called in sentences, in files and in columns.</summary>
internal static class PriceWords
{
    /// <summary>Kebab-case, as the API says it: <c>cache-write-5m</c>.</summary>
    public static string Of(TokenKind kind) => kind switch
    {
        TokenKind.Input => "input",
        TokenKind.CacheRead => "cache-read",
        TokenKind.CacheWrite5m => "cache-write-5m",
        TokenKind.CacheWrite1h => "cache-write-1h",
        TokenKind.CacheWrite => "cache-write",
        TokenKind.Output => "output",
        TokenKind.Reasoning => "reasoning",
        TokenKind.AudioInput => "audio-input",
        TokenKind.CachedAudioInput => "cached-audio-input",
        TokenKind.AudioOutput => "audio-output",
        TokenKind.ImageInput => "image-input",
        TokenKind.CachedImageInput => "cached-image-input",
        TokenKind.ImageOutput => "image-output",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Of(ServiceTier tier) => tier switch
    {
        ServiceTier.Standard => "standard",
        ServiceTier.Batch => "batch",
        ServiceTier.Flex => "flex",
        ServiceTier.Priority => "priority",
        _ => throw new ArgumentOutOfRangeException(nameof(tier)),
    };

    public static string Of(SearchDepth depth) => depth switch
    {
        SearchDepth.Unsaid => "search",
        SearchDepth.Low => "search-low",
        SearchDepth.Medium => "search-medium",
        SearchDepth.High => "search-high",
        _ => throw new ArgumentOutOfRangeException(nameof(depth)),
    };

    /// <summary>What providers call their tiers; null for a word that nobody has seen yet, which is never taken for the standard tier.</summary>
    public static ServiceTier? Tier(string? said) => said?.Trim().ToLowerInvariant() switch
    {
        null or "" or "standard" or "default" or "auto" => ServiceTier.Standard,
        "batch" => ServiceTier.Batch,
        "flex" or "flex_discount" => ServiceTier.Flex,
        "priority" or "priority_on_demand" => ServiceTier.Priority,
        _ => null,
    };
}
