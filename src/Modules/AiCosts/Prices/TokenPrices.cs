namespace Billing.AiCosts;

/// <summary>
/// What a million tokens of each kind cost, in the currency of their entry; null: nobody said. At most 12 decimals, so that a single token is known to 18.
/// What is missing is never taken to cost nothing: it falls back to a price that is known to stand for it, or the call stays unpriced.
/// </summary>
internal sealed record TokenPrices(
    UnitPrice? Input = null, UnitPrice? CacheRead = null, UnitPrice? CacheWrite5m = null, UnitPrice? CacheWrite1h = null, UnitPrice? CacheWrite = null, UnitPrice? Output = null, UnitPrice? Reasoning = null,
    UnitPrice? AudioInput = null, UnitPrice? CachedAudioInput = null, UnitPrice? AudioOutput = null, UnitPrice? ImageInput = null, UnitPrice? CachedImageInput = null, UnitPrice? ImageOutput = null)
{
    public static TokenPrices None { get; } = new();

    /// <summary>So many tokens are one unit of a price.</summary>
    public const int Unit = 1_000_000;

    /// <summary>What is said of one kind.</summary>
    public UnitPrice? Of(TokenKind kind) => kind switch
    {
        TokenKind.Input => Input,
        TokenKind.CacheRead => CacheRead,
        TokenKind.CacheWrite5m => CacheWrite5m,
        TokenKind.CacheWrite1h => CacheWrite1h,
        TokenKind.CacheWrite => CacheWrite,
        TokenKind.Output => Output,
        TokenKind.Reasoning => Reasoning,
        TokenKind.AudioInput => AudioInput,
        TokenKind.CachedAudioInput => CachedAudioInput,
        TokenKind.AudioOutput => AudioOutput,
        TokenKind.ImageInput => ImageInput,
        TokenKind.CachedImageInput => CachedImageInput,
        TokenKind.ImageOutput => ImageOutput,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Prices that somebody looks up by kind.</summary>
    public static TokenPrices From(Func<TokenKind, UnitPrice?> price) => new(
        price(TokenKind.Input), price(TokenKind.CacheRead), price(TokenKind.CacheWrite5m), price(TokenKind.CacheWrite1h), price(TokenKind.CacheWrite), price(TokenKind.Output), price(TokenKind.Reasoning),
        price(TokenKind.AudioInput), price(TokenKind.CachedAudioInput), price(TokenKind.AudioOutput), price(TokenKind.ImageInput), price(TokenKind.CachedImageInput), price(TokenKind.ImageOutput));

    /// <summary>These where they say something, others where they do not.</summary>
    public TokenPrices Or(TokenPrices others) => From(kind => Of(kind) ?? others.Of(kind));

    /// <summary>
    /// What one kind costs, fallen back where that is known to be right: reasoning is output; writing for an unknown time is writing for five minutes; what was cached, and images, are input.
    /// Anthropic's writing and reading are known shares of its input: 1.25, 2 and 0.1. Null: unpriced.
    /// </summary>
    public UnitPrice? Known(TokenKind kind, bool anthropic) => Of(kind) ?? kind switch
    {
        TokenKind.Reasoning => Output,
        TokenKind.CacheWrite5m => anthropic ? Times(Input, 1.25m) : CacheWrite,
        TokenKind.CacheWrite => CacheWrite5m ?? (anthropic ? Times(Input, 1.25m) : null),
        TokenKind.CacheWrite1h => anthropic ? Times(Input, 2) : null,
        TokenKind.CacheRead => anthropic ? Times(Input, 0.1m) : Input,
        TokenKind.CachedAudioInput => AudioInput,
        // Who lists no price for images counts them as text.
        TokenKind.ImageInput => Input,
        TokenKind.CachedImageInput => ImageInput ?? CacheRead ?? Input,
        _ => null,
    };

    /// <summary>All of them times a factor.</summary>
    public TokenPrices Times(decimal factor) => From(kind => Times(Of(kind), factor));

    private static UnitPrice? Times(UnitPrice? price, decimal factor) => price is { } one ? Exactly.Price(one.Value * factor) : null;
}
