using Billing.EventStore;

namespace Billing.Identity;

/// <summary>Something that happened to a sign-in.</summary>
internal abstract record SignInEvent;

/// <summary>Somebody came in.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="By">By which means.</param>
/// <param name="Device">What their browser or program calls itself.</param>
/// <param name="SecondFactor">Whether they showed a second factor.</param>
[Event("identity.signed_in")]
internal sealed record SignedIn(PersonId PersonId, SignInMeans By, string Device, bool SecondFactor) : SignInEvent;

/// <summary>The sign-in is over: no token of it is good for anything.</summary>
/// <param name="Reason">Why.</param>
[Event("identity.signed_out")]
internal sealed record SignedOut(SignOutReason Reason) : SignInEvent;

/// <summary>By what somebody came in.</summary>
internal enum SignInMeans
{
    /// <summary>They registered just now.</summary>
    Registration,

    /// <summary>Address and password.</summary>
    Password,

    /// <summary>They accepted an invitation.</summary>
    Invitation,

    /// <summary>Their organisation's identity provider vouched for them.</summary>
    SingleSignOn,

    /// <summary>They were in and went over to another of their organisations.</summary>
    Switch,
}

/// <summary>Why a sign-in ended.</summary>
internal enum SignOutReason
{
    /// <summary>They signed out.</summary>
    Asked,

    /// <summary>They, or somebody who looks after people, ended it from elsewhere.</summary>
    EndedFromElsewhere,

    /// <summary>They chose a new password.</summary>
    PasswordChosen,

    /// <summary>They may not enter any more.</summary>
    Disabled,

    /// <summary>A refresh token came a second time: somebody else has it.</summary>
    TokenReused,

    /// <summary>They went over to another of their organisations.</summary>
    Switched,
}

/// <summary>One stay of one person on one device.</summary>
internal sealed record SignIn(PersonId PersonId, bool IsOver) : IAggregate<SignIn>
{
    public static string Alias => "identity.sign_in";

    public static SignIn Initial { get; } = new(default, false);

    /// <summary>Ends it, once.</summary>
    public Decision<SignInEvent> End(SignOutReason reason) => IsOver ? Decision.Nothing : new SignedOut(reason);

    public SignIn Apply(object happened) => happened switch
    {
        SignedIn e => this with { PersonId = e.PersonId },
        SignedOut => this with { IsOver = true },
        _ => throw new UnknownEventException(nameof(SignIn), happened),
    };
}
