namespace Billing.AiCosts;

/// <summary>A call of a model, or several of one hour or day, as its price asks for it.</summary>
/// <param name="At">Its time, or the start of its bucket.</param>
/// <param name="Lengths">How long what single calls read is known to be.</param>
/// <param name="Region">Where the model ran; null: not told.</param>
/// <param name="Width">Of the bucket; nothing for a single call.</param>
internal sealed record MeteredCall(string Provider, string? Account, string Model, DateTimeOffset At, TokenKinds Tokens, PromptLengths Lengths, ServiceTier Tier = ServiceTier.Standard, string? Region = null, bool Fast = false, CallExtras? Extras = null, TimeSpan Width = default);

/// <summary>What is not counted in tokens.</summary>
/// <param name="Requests">Null: they are not told, which is not none.</param>
internal sealed record CallExtras(long? Requests = 0, long Searches = 0, SearchDepth Depth = SearchDepth.Unsaid, decimal Sessions = 0, decimal Images = 0, decimal Seconds = 0, decimal Characters = 0)
{
    public static CallExtras None { get; } = new();
}

/// <summary>
/// Between which lengths the prompts of single calls lie: a price may depend on them, and of many calls that were added up they cannot be told any more.
/// </summary>
/// <param name="Over">Each is longer than that.</param>
/// <param name="AtMost">None is longer than that; null: nobody knows.</param>
internal sealed record PromptLengths(long Over, long? AtMost)
{
    /// <summary>One call: its length is what it read.</summary>
    public static PromptLengths OfOne(TokenKinds tokens) => new(tokens.Prompt - 1, tokens.Prompt);

    /// <summary>Several calls added up: none is longer than all together, and that is all that is known.</summary>
    public static PromptLengths OfMany(TokenKinds tokens) => new(-1, tokens.Prompt);

    /// <summary>A group of a report, such as Anthropic's <c>0-200k</c> and <c>200k-1M</c>; null when it says nothing that can be read.</summary>
    public static PromptLengths? Group(string? said)
    {
        if (said?.Split('-') is not [var low, var high] || Tokens(low) is not { } over || Tokens(high) is not { } most || most <= over) return null;
        return new PromptLengths(over == 0 ? -1 : over, most);
    }

    private static long? Tokens(string text)
    {
        var unit = text.Length == 0 ? ' ' : text[^1];
        long factor = unit is 'k' or 'K' ? 1_000 : unit is 'm' or 'M' ? 1_000_000 : 1;
        return int.TryParse(factor == 1 ? text : text[..^1], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number * factor : null;
    }
}
