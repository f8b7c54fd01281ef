using Billing.EventStore;

namespace Billing.Identity;

/// <summary>Somebody was not let in, or not let do something. Each is a stream of its own.</summary>
internal abstract record TurnedAwayEvent;

/// <summary>Somebody tried to sign in and was not let.</summary>
/// <param name="PersonId">Whose address they named; none when it is nobody's.</param>
/// <param name="Reason">What was wrong.</param>
[Event("identity.sign_in_refused")]
internal sealed record SignInRefused(PersonId? PersonId, SignInFault Reason) : TurnedAwayEvent;

/// <summary>Somebody who was in tried what they are not permitted.</summary>
/// <param name="Permission">What they lack.</param>
/// <param name="Method">The method of the request.</param>
/// <param name="Path">Its address, without what follows a question mark.</param>
[Event("identity.permission_refused")]
internal sealed record PermissionRefused(string Permission, string Method, string Path) : TurnedAwayEvent;

/// <summary>Why somebody was not let in.</summary>
internal enum SignInFault
{
    /// <summary>Nobody has the address.</summary>
    UnknownAddress,

    /// <summary>The password is another one.</summary>
    WrongPassword,

    /// <summary>The second factor's code is wrong, or was used.</summary>
    WrongCode,

    /// <summary>They belong to no organisation, or not to the one they named.</summary>
    NoOrganisation,

    /// <summary>Their organisation's identity provider did not vouch for them, or its answer did not fit.</summary>
    NotVouchedFor,

    /// <summary>Their organisation lets its people in through its identity provider alone.</summary>
    PasswordsOff,
}

/// <summary>The record of one refusal; it has no state.</summary>
internal sealed record TurnedAway : IAggregate<TurnedAway>
{
    public static string Alias => "identity.turned_away";

    public static TurnedAway Initial { get; } = new();

    public TurnedAway Apply(object happened) => happened is TurnedAwayEvent ? this : throw new UnknownEventException(nameof(TurnedAway), happened);
}
