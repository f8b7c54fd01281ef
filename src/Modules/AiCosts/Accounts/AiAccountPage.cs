using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>An account as its page shows it. The credential is told to nobody.</summary>
/// <param name="Provider">Its code in the catalogue.</param>
/// <param name="ProviderName">As people call it.</param>
/// <param name="Role">Whether what it reports counts as money.</param>
/// <param name="BaseUrl">Where it is asked.</param>
/// <param name="Scope">The organisation or team there; null where none is asked for.</param>
/// <param name="Credential">How it stands with the credential.</param>
/// <param name="CredentialShown">Its prefix and last four characters; null without one.</param>
/// <param name="EveryMinutes">Read once in so many minutes.</param>
/// <param name="ReadFrom">The first day whose usage is read, UTC.</param>
/// <param name="Active">Whether it is read: neither paused nor archived.</param>
/// <param name="Archived">Whether it is followed no longer.</param>
internal sealed record AiAccountPage(
    AiAccountId Id, string Provider, string ProviderName, string Name, AiRole Role, string? BaseUrl, string? Scope, AiCredentialState Credential, string? CredentialShown, Money? MonthlyLimit, int EveryMinutes, IReadOnlyList<string> Tags, DateOnly ReadFrom, bool Active, bool Archived, long Version)
{
    /// <summary>Its month so far and its last reading; null in the answer to a command.</summary>
    public AiAccountSums? Sums { get; init; }

    public static AiAccountPage Of(AiAccountId id, Versioned<AiAccount> account, AiProviders providers) => Of(id, account.State, providers.Find(account.State.Provider)!, account.Version);

    private static AiAccountPage Of(AiAccountId id, AiAccount now, AiProvider provider, long version) => new(
        id, now.Provider, provider.Name, now.Name, now.Role, now.Address.Length > 0 ? now.Address : provider.Address?.AbsoluteUri.TrimEnd('/'), now.Scope.Length > 0 ? now.Scope : null, now.Credential, now.Shown.Length > 0 ? now.Shown : null,
        now.MonthlyLimit, now.EveryMinutes, now.Tags, now.ReadFrom, now is { IsPaused: false, IsArchived: false }, now.IsArchived, version);
}
