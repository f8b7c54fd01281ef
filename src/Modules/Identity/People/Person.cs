using Billing.EventStore;

namespace Billing.Identity;

/// <summary>Something that happened to a person, whatever organisations they belong to.</summary>
internal abstract record PersonEvent;

/// <summary>Somebody can sign in from now on.</summary>
/// <param name="Email">Where mail reaches them and what they sign in with; once over all people, in whatever case.</param>
/// <param name="FirstName">As they write it.</param>
/// <param name="LastName">As they write it.</param>
[Event("identity.person_registered")]
internal sealed record PersonRegistered(PersonalText Email, PersonalText FirstName, PersonalText LastName) : PersonEvent;

/// <summary>They opened a link that was mailed to their address.</summary>
[Event("identity.email_verified")]
internal sealed record EmailVerified : PersonEvent;

/// <summary>They sign in with another address, which is to be verified.</summary>
/// <param name="Email">The new address.</param>
[Event("identity.email_replaced")]
internal sealed record EmailReplaced(PersonalText Email) : PersonEvent;

/// <summary>They write their name differently.</summary>
/// <param name="FirstName">As they write it now.</param>
/// <param name="LastName">As they write it now.</param>
[Event("identity.name_corrected")]
internal sealed record NameCorrected(PersonalText FirstName, PersonalText LastName) : PersonEvent;

/// <summary>They gave a telephone number, or took it back.</summary>
/// <param name="Phone">As they write it; none when taken back.</param>
[Event("identity.phone_noted")]
internal sealed record PhoneNoted(PersonalText? Phone) : PersonEvent;

/// <summary>They show a picture of themselves.</summary>
/// <param name="Picture">SHA-256 of it, told apart from others by it; the bytes lie beside the log.</param>
/// <param name="Type">Its media type.</param>
[Event("identity.avatar_placed")]
internal sealed record AvatarPlaced(PersonalText Picture, string Type) : PersonEvent;

/// <summary>They show no picture any more.</summary>
[Event("identity.avatar_removed")]
internal sealed record AvatarRemoved : PersonEvent;

/// <summary>They chose a password; what it is, no event tells.</summary>
[Event("identity.password_chosen")]
internal sealed record PasswordChosen : PersonEvent;

/// <summary>From now on a password alone does not let them in: a code of their device is asked for, too.</summary>
[Event("identity.second_factor_enrolled")]
internal sealed record SecondFactorEnrolled : PersonEvent;

/// <summary>A password alone lets them in again.</summary>
[Event("identity.second_factor_removed")]
internal sealed record SecondFactorRemoved : PersonEvent;

/// <summary>What was known about them as a person is gone; what they did stays.</summary>
[Event("identity.person_forgotten")]
internal sealed record PersonForgotten : PersonEvent;

/// <summary>Somebody who can sign in.</summary>
internal sealed record Person(string? Email, string FirstName, string LastName, string? Phone, bool EmailVerified, bool SecondFactor, PersonStanding Standing) : IAggregate<Person>
{
    public static string Alias => "identity.person";

    public static Person Initial { get; } = new(null, "", "", null, false, false, PersonStanding.Active);

    /// <summary>SHA-256 of their picture; null when they show none.</summary>
    public string? Avatar { get; init; }

    /// <summary>As others see them.</summary>
    public string Name => $"{FirstName} {LastName}".Trim();

    public Person Apply(object happened) => happened switch
    {
        PersonRegistered e => this with { Email = e.Email.Text, FirstName = e.FirstName.Shown, LastName = e.LastName.Text ?? "" },
        Identity.EmailVerified => this with { EmailVerified = true },
        EmailReplaced e => this with { Email = e.Email.Text, EmailVerified = false },
        NameCorrected e => this with { FirstName = e.FirstName.Shown, LastName = e.LastName.Text ?? "" },
        PhoneNoted e => this with { Phone = e.Phone?.Text },
        AvatarPlaced e => this with { Avatar = e.Picture.Text },
        AvatarRemoved => this with { Avatar = null },
        PasswordChosen => this,
        SecondFactorEnrolled => this with { SecondFactor = true },
        SecondFactorRemoved => this with { SecondFactor = false },
        PersonForgotten => this with { Email = null, FirstName = PersonalText.Erased, LastName = "", Phone = null, Avatar = null, Standing = PersonStanding.Forgotten },
        _ => throw new UnknownEventException(nameof(Person), happened),
    };
}

/// <summary>Whether somebody can sign in.</summary>
internal enum PersonStanding
{
    /// <summary>They can.</summary>
    Active,

    /// <summary>Nobody knows any more who they were.</summary>
    Forgotten,
}
