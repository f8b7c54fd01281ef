using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>An account as the list reads it.</summary>
internal sealed record AiAccountRow(
    Guid Id, string Provider, string Name, string Role, string Address, string Scope, DateOnly ReadFrom, string Credential, string Shown, decimal? LimitAmount, string? LimitCurrency, int EveryMinutes, [Jsonb] IReadOnlyList<string> Tags, bool Paused, bool Archived, long Version);

internal sealed class AiAccountRows : Projection<AiAccountRow>
{
    public AiAccountRows() : base("aicosts.accounts", new RowTable<AiAccountRow>("ai_accounts"), Lifecycle.Inline, inlineStream: AiAccount.Alias)
    {
        CoversAll<AiAccountEvent>();
        Uses<AiAccountOpened>((_, e, at) => Of(at, AiAccount.Initial.Apply(e)));
        Uses<AiAccountRenamed>((row, e, at) => row! with { Name = e.Name, Version = at.Version });
        Uses<AiAccountRoleChosen>((row, e, at) => row! with { Role = Word(e.Role), Version = at.Version });
        Uses<AiAccountMoved>((row, e, at) => row! with { Address = e.Address, Scope = e.Scope, Version = at.Version });
        Uses<AiCredentialKept>((row, e, at) => row! with { Credential = Word(AiCredentialState.Kept), Shown = e.Shown, Version = at.Version });
        Uses<AiCredentialRejected>((row, _, at) => row! with { Credential = Word(AiCredentialState.Rejected), Version = at.Version });
        Uses<AiMonthlyLimitAgreed>((row, e, at) => row! with { LimitAmount = e.Limit?.Amount, LimitCurrency = e.Limit?.Currency.Code, Version = at.Version });
        Uses<AiReadingPaced>((row, e, at) => row! with { EveryMinutes = e.EveryMinutes, Version = at.Version });
        Uses<AiAccountTagged>((row, e, at) => row! with { Tags = [.. e.Tags], Version = at.Version });
        Uses<AiAccountPaused>((row, _, at) => row! with { Paused = true, Version = at.Version });
        Uses<AiAccountResumed>((row, _, at) => row! with { Paused = false, Version = at.Version });
        Uses<AiAccountArchived>((row, _, at) => row! with { Archived = true, Credential = Word(AiCredentialState.None), Shown = "", Version = at.Version });
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static AiAccountRow Of(StoredEvent at, AiAccount account) => new(
        at.StreamId, account.Provider, account.Name, Word(account.Role), account.Address, account.Scope, account.ReadFrom, Word(account.Credential), account.Shown, null, null, account.EveryMinutes, [], false, false, at.Version);
}
