namespace Billing.AiCosts;

/// <summary>One kind of token that has a price of its own. Kinds never overlap, reasoning apart, which is inside the output.</summary>
internal enum TokenKind
{
    /// <summary>Text that was read anew.</summary>
    Input,

    /// <summary>Text that came from the provider's cache.</summary>
    CacheRead,

    /// <summary>Text that was read anew and kept for five minutes.</summary>
    CacheWrite5m,

    /// <summary>Text that was read anew and kept for an hour.</summary>
    CacheWrite1h,

    /// <summary>Text that was read anew and kept, for how long is not told.</summary>
    CacheWrite,

    /// <summary>Text that was written, reasoning included.</summary>
    Output,

    /// <summary>How much of the output nobody saw.</summary>
    Reasoning,

    /// <summary>Sound that was listened to.</summary>
    AudioInput,

    /// <summary>Sound that came from the provider's cache.</summary>
    CachedAudioInput,

    /// <summary>Sound that was spoken.</summary>
    AudioOutput,

    /// <summary>Images that were looked at.</summary>
    ImageInput,

    /// <summary>Images that came from the provider's cache.</summary>
    CachedImageInput,

    /// <summary>Images that were drawn.</summary>
    ImageOutput,
}

/// <summary>How many tokens of each kind a call, or several, used. The kinds add up: no token is counted twice, but for reasoning, which is a part of the output.</summary>
internal sealed record TokenKinds(
    long Input = 0, long CacheRead = 0, long CacheWrite5m = 0, long CacheWrite1h = 0, long CacheWrite = 0, long Output = 0, long Reasoning = 0,
    long AudioInput = 0, long CachedAudioInput = 0, long AudioOutput = 0, long ImageInput = 0, long CachedImageInput = 0, long ImageOutput = 0)
{
    public static TokenKinds None { get; } = new();

    /// <summary>More than any month of any organisation; beyond it a source has gone wrong.</summary>
    public const long Most = 1_000_000_000_000_000;

    /// <summary>All that was read, however: what length tiers look at.</summary>
    public long Prompt => Input + CacheRead + CacheWrite5m + CacheWrite1h + CacheWrite + AudioInput + CachedAudioInput + ImageInput + CachedImageInput;

    /// <summary>All that was made.</summary>
    public long Completion => Output + AudioOutput + ImageOutput;

    public bool IsNone => Prompt + Completion == 0;

    public static TokenKinds operator +(TokenKinds a, TokenKinds b) => new(
        a.Input + b.Input, a.CacheRead + b.CacheRead, a.CacheWrite5m + b.CacheWrite5m, a.CacheWrite1h + b.CacheWrite1h, a.CacheWrite + b.CacheWrite, a.Output + b.Output, a.Reasoning + b.Reasoning,
        a.AudioInput + b.AudioInput, a.CachedAudioInput + b.CachedAudioInput, a.AudioOutput + b.AudioOutput, a.ImageInput + b.ImageInput, a.CachedImageInput + b.CachedImageInput, a.ImageOutput + b.ImageOutput);

    /// <summary>So many of one kind; reasoning is output, too.</summary>
    public static TokenKinds Just(TokenKind kind, long count) => kind switch
    {
        TokenKind.Input => new(Input: count),
        TokenKind.CacheRead => new(CacheRead: count),
        TokenKind.CacheWrite5m => new(CacheWrite5m: count),
        TokenKind.CacheWrite1h => new(CacheWrite1h: count),
        TokenKind.CacheWrite => new(CacheWrite: count),
        TokenKind.Output => new(Output: count),
        TokenKind.Reasoning => new(Output: count, Reasoning: count),
        TokenKind.AudioInput => new(AudioInput: count),
        TokenKind.CachedAudioInput => new(CachedAudioInput: count),
        TokenKind.AudioOutput => new(AudioOutput: count),
        TokenKind.ImageInput => new(ImageInput: count),
        TokenKind.CachedImageInput => new(CachedImageInput: count),
        TokenKind.ImageOutput => new(ImageOutput: count),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>How many of one kind.</summary>
    public long Of(TokenKind kind) => kind switch
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

    /// <summary>The same, or the refusal of a source that counts below nothing or counts something twice.</summary>
    public Result<TokenKinds> Checked()
    {
        foreach (var kind in Enum.GetValues<TokenKind>())
        {
            if (Of(kind) > Most) return new Refusal("too-many-tokens", $"There are more than {Most} tokens of {PriceWords.Of(kind)}: the source counts something else.").With("kind", PriceWords.Of(kind)).With("most", Most);
            if (Of(kind) < 0) return new Refusal("tokens-inconsistent", $"There are {Of(kind)} tokens of {PriceWords.Of(kind)}: the source counts some of them twice. Look at how it reports its cache.").With("kind", PriceWords.Of(kind)).With("count", Of(kind));
        }
        return Reasoning > Output ? new Refusal("tokens-inconsistent", $"Of {Output} tokens of output {Reasoning} are said to be reasoning, which is a part of it.").With("kind", PriceWords.Of(TokenKind.Reasoning)).With("count", Reasoning) : this;
    }
}
