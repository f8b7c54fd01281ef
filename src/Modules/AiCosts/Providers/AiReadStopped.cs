namespace Billing.AiCosts;

/// <summary>A provider did not answer as it should: nothing of what it said counts.</summary>
/// <param name="code">Which of <see cref="AiTrouble"/>.</param>
/// <param name="sentence">For people; nothing secret stands in it.</param>
/// <param name="wait">How long it asks to be left alone.</param>
internal sealed class AiReadStopped(string code, string sentence, TimeSpan? wait = null) : Exception(sentence)
{
    public string Code => code;

    public TimeSpan? Wait => wait;

    /// <summary>Whether the same call may bring more some time later.</summary>
    public bool MayPass => code is AiTrouble.RateLimited or AiTrouble.ProviderDown;

    /// <summary>As the answer to somebody who typed the credential.</summary>
    public Refusal AsRefusal(AiProvider provider) => new Refusal(code, code is AiTrouble.CredentialRejected or AiTrouble.PermissionMissing && provider.KeyKind is { } kind ? $"{Message} It takes {kind}." : Message).With("provider", provider.Name);
}

/// <summary>What may be wrong with a provider's answer; codes of the API.</summary>
internal static class AiTrouble
{
    public const string CredentialRejected = "credential-rejected";
    public const string PermissionMissing = "permission-missing";
    public const string FeatureNotAvailable = "feature-not-available";
    public const string RateLimited = "rate-limited";
    public const string ProviderDown = "provider-down";
    public const string IncompleteRead = "incomplete-read";
    public const string QueryRefused = "query-refused";
}
