using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Something that happened to an account.</summary>
internal abstract record AiAccountEvent;

/// <summary>An account at a provider is followed from now on. The credential is in no event.</summary>
/// <param name="Provider">Which, by its code in the catalogue.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Role">Whether what it reports counts as money.</param>
/// <param name="Address">Where a server of one's own is; empty: where the provider is for everybody.</param>
/// <param name="Scope">The organisation or team there, where the provider asks for it; else empty.</param>
/// <param name="ReadFrom">The first day, UTC, whose usage is read.</param>
[Event("aicosts.account_opened"), Announced]
internal sealed record AiAccountOpened(string Provider, string Name, AiRole Role, string Address, string Scope, DateOnly ReadFrom) : AiAccountEvent;

/// <summary>The account is called otherwise.</summary>
/// <param name="Name">As people call it from now on.</param>
[Event("aicosts.account_renamed")]
internal sealed record AiAccountRenamed(string Name) : AiAccountEvent;

/// <summary>What it reports counts otherwise.</summary>
/// <param name="Role">Whether as money.</param>
[Event("aicosts.account_role_chosen")]
internal sealed record AiAccountRoleChosen(AiRole Role) : AiAccountEvent;

/// <summary>The account is asked for somewhere else.</summary>
/// <param name="Address">Where a server of one's own is; empty: where the provider is for everybody.</param>
/// <param name="Scope">The organisation or team there; empty where none is asked for.</param>
[Event("aicosts.account_moved")]
internal sealed record AiAccountMoved(string Address, string Scope) : AiAccountEvent;

/// <summary>A credential for it is kept, sealed. The provider took it when it was tried.</summary>
/// <param name="Shown">Its prefix and last four characters.</param>
[Event("aicosts.credential_kept")]
internal sealed record AiCredentialKept(string Shown) : AiAccountEvent;

/// <summary>The provider does not take the credential any more; nobody asks there until another one is kept.</summary>
/// <param name="Code">credential-rejected, or permission-missing where it is one of another kind.</param>
[Event("aicosts.credential_rejected"), Announced]
internal sealed record AiCredentialRejected(string Code) : AiAccountEvent;

/// <summary>How much it may cost in a month.</summary>
/// <param name="Limit">So much; missing: nobody says.</param>
[Event("aicosts.monthly_limit_agreed")]
internal sealed record AiMonthlyLimitAgreed(Money? Limit) : AiAccountEvent;

/// <summary>How often it is read.</summary>
/// <param name="EveryMinutes">Once in so many minutes.</param>
[Event("aicosts.reading_paced")]
internal sealed record AiReadingPaced(int EveryMinutes) : AiAccountEvent;

/// <summary>Its words by which costs are told apart.</summary>
/// <param name="Tags">All of them, in order.</param>
[Event("aicosts.account_tagged")]
internal sealed record AiAccountTagged(ValueList<string> Tags) : AiAccountEvent;

/// <summary>It is not read until somebody resumes it.</summary>
[Event("aicosts.account_paused")]
internal sealed record AiAccountPaused : AiAccountEvent;

/// <summary>It is read again.</summary>
[Event("aicosts.account_resumed")]
internal sealed record AiAccountResumed : AiAccountEvent;

/// <summary>It is followed no longer, and its credential is dropped; what was read of it stays.</summary>
[Event("aicosts.account_archived")]
internal sealed record AiAccountArchived : AiAccountEvent;

/// <summary>What an account's reports count as. The same spend may be told of by several: a gateway and the vendor behind it.</summary>
internal enum AiRole
{
    /// <summary>It is spent money.</summary>
    Money,

    /// <summary>It says who spent what another account counts.</summary>
    Attribution,
}

/// <summary>How it stands with an account's credential.</summary>
internal enum AiCredentialState
{
    /// <summary>There is none: usage comes by file, by hand or by programs.</summary>
    None,

    /// <summary>The provider took it when it was last tried.</summary>
    Kept,

    /// <summary>The provider does not take it any more.</summary>
    Rejected,
}

/// <summary>An account at a provider of AI services.</summary>
internal sealed record AiAccount(
    string Provider, string Name, AiRole Role, string Address, string Scope, DateOnly ReadFrom, AiCredentialState Credential, string Shown, Money? MonthlyLimit, int EveryMinutes, ValueList<string> Tags, bool IsPaused, bool IsArchived) : IAggregate<AiAccount>
{
    /// <summary>How often an account is read unless somebody says otherwise.</summary>
    public const int UsualMinutes = 60;

    public static string Alias => "aicosts.account";

    public static AiAccount Initial { get; } = new("", "", AiRole.Money, "", "", default, AiCredentialState.None, "", null, UsualMinutes, [], false, false);

    /// <summary>Whether it is asked for what it used.</summary>
    public bool IsRead => Credential == AiCredentialState.Kept && !IsPaused && !IsArchived;

    public AiAccount Apply(object happened) => happened switch
    {
        AiAccountOpened e => this with { Provider = e.Provider, Name = e.Name, Role = e.Role, Address = e.Address, Scope = e.Scope, ReadFrom = e.ReadFrom },
        AiAccountRenamed e => this with { Name = e.Name },
        AiAccountRoleChosen e => this with { Role = e.Role },
        AiAccountMoved e => this with { Address = e.Address, Scope = e.Scope },
        AiCredentialKept e => this with { Credential = AiCredentialState.Kept, Shown = e.Shown },
        AiCredentialRejected => this with { Credential = AiCredentialState.Rejected },
        AiMonthlyLimitAgreed e => this with { MonthlyLimit = e.Limit },
        AiReadingPaced e => this with { EveryMinutes = e.EveryMinutes },
        AiAccountTagged e => this with { Tags = e.Tags },
        AiAccountPaused => this with { IsPaused = true },
        AiAccountResumed => this with { IsPaused = false },
        AiAccountArchived => this with { IsArchived = true, Credential = AiCredentialState.None, Shown = "" },
        _ => throw new UnknownEventException(nameof(AiAccount), happened),
    };
}
