namespace Billing.AiCosts;

/// <summary>What a source tells of tokens, made disjoint where it comes in: sources disagree on whether input includes what was cached.</summary>
internal static class ToldTokens
{
    /// <summary>
    /// OpenAI, and answers that look like it (LiteLLM, most compatible servers): input includes what was read from the cache and written to it; what was cached includes sound and images that were.
    /// Input − cached − written − sound − images is what is left for text.
    /// </summary>
    /// <param name="Input">All that went in.</param>
    /// <param name="Output">All that came out, reasoning included.</param>
    /// <param name="Cached">How much of the input came from the cache.</param>
    /// <param name="Written">How much of the input was written to it.</param>
    /// <param name="AudioInput">Sound that did not come from the cache.</param>
    /// <param name="CachedAudio">Sound that did.</param>
    /// <param name="ImageInput">Images that did not come from the cache.</param>
    /// <param name="CachedImage">Images that did.</param>
    internal sealed record IncludingCached(
        long Input, long Output, long Cached = 0, long Written = 0, long Reasoning = 0, long AudioInput = 0, long CachedAudio = 0, long AudioOutput = 0, long ImageInput = 0, long CachedImage = 0, long ImageOutput = 0)
    {
        /// <returns>Disjoint kinds, or <c>tokens-inconsistent</c>.</returns>
        public Result<TokenKinds> Disjoint() => new TokenKinds(
            Input - Cached - Written - AudioInput - ImageInput, Cached - CachedAudio - CachedImage, CacheWrite: Written, Output: Output - AudioOutput - ImageOutput, Reasoning: Reasoning,
            AudioInput: AudioInput, CachedAudioInput: CachedAudio, AudioOutput: AudioOutput, ImageInput: ImageInput, CachedImageInput: CachedImage, ImageOutput: ImageOutput).Checked();
    }

    /// <summary>Anthropic, and Cursor: input excludes what was read from the cache and written to it.</summary>
    /// <param name="Input">What was read anew.</param>
    /// <param name="Written">To the cache, where the source does not say for how long.</param>
    internal sealed record ExcludingCached(long Input, long Output, long CacheRead = 0, long Written5m = 0, long Written1h = 0, long Written = 0, long Reasoning = 0)
    {
        /// <returns>Disjoint kinds, or <c>tokens-inconsistent</c>.</returns>
        public Result<TokenKinds> Disjoint() => new TokenKinds(Input, CacheRead, Written5m, Written1h, Written, Output, Reasoning).Checked();
    }
}
