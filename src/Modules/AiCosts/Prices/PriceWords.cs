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
}
