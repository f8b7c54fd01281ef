namespace Billing.Support;

/// <summary>A system outside did not answer as it should: nothing of what it said counts.</summary>
/// <param name="code">Which of <see cref="SourceTrouble"/>.</param>
/// <param name="sentence">For people; nothing secret stands in it.</param>
/// <param name="wait">How long it asks to be left alone.</param>
internal sealed class SourceStopped(string code, string sentence, TimeSpan? wait = null) : Exception(sentence)
{
    public string Code => code;

    public TimeSpan? Wait => wait;

    /// <summary>Whether the same question may be answered some time later.</summary>
    public bool MayPass => code is SourceTrouble.RateLimited or SourceTrouble.Down or SourceTrouble.WebPage;

    /// <summary>Whether nobody needs to ask again before a person has put something right.</summary>
    public bool IsShutOut => code is SourceTrouble.CredentialRejected or SourceTrouble.NotAnAgent or SourceTrouble.PermissionMissing;

    /// <summary>As the answer to somebody who arranges the connection.</summary>
    public Refusal AsRefusal() => new(code, Message);
}

/// <summary>What may be wrong with the answer of a system outside; codes of the API.</summary>
internal static class SourceTrouble
{
    public const string CredentialRejected = "source-credential-rejected";
    public const string NotAnAgent = "source-not-an-agent";
    public const string PermissionMissing = "source-permission-missing";
    public const string FeatureNotAvailable = "source-feature-not-available";
    public const string RateLimited = "source-rate-limited";
    public const string Down = "source-down";
    public const string WebPage = "source-web-page";
    public const string IncompleteRead = "source-incomplete-read";
    public const string QueryRefused = "source-query-refused";
}
