using Billing.EventStore;

namespace Billing.Identity;

/// <summary>A person as they are looked up: by address when they sign in, by id when they are shown.</summary>
internal sealed record PersonRow(Guid Id, string? Email, string FirstName, string LastName, string? Phone, bool EmailVerified, bool SecondFactor, string Standing, DateTimeOffset RegisteredAt, string? Avatar, long Version);

internal sealed class PersonRows : Projection<PersonRow>
{
    public PersonRows() : base("identity.people", new RowTable<PersonRow>("identity_people"), Lifecycle.Inline, inlineStream: Person.Alias)
    {
        CoversAll<PersonEvent>();
        Uses<PersonRegistered>((_, e, at) => new PersonRow(at.StreamId, e.Email.Text, e.FirstName.Shown, e.LastName.Text ?? "", null, false, false, "active", at.At, null, at.Version));
        Uses<EmailVerified>((row, _, at) => row! with { EmailVerified = true, Version = at.Version });
        Uses<EmailReplaced>((row, e, at) => row! with { Email = e.Email.Text, EmailVerified = false, Version = at.Version });
        Uses<NameCorrected>((row, e, at) => row! with { FirstName = e.FirstName.Shown, LastName = e.LastName.Text ?? "", Version = at.Version });
        Uses<PhoneNoted>((row, e, at) => row! with { Phone = e.Phone?.Text, Version = at.Version });
        Uses<AvatarPlaced>((row, e, at) => row! with { Avatar = e.Picture.Text, Version = at.Version });
        Uses<AvatarRemoved>((row, _, at) => row! with { Avatar = null, Version = at.Version });
        Uses<PasswordChosen>((row, _, at) => row! with { Version = at.Version });
        Uses<SecondFactorEnrolled>((row, _, at) => row! with { SecondFactor = true, Version = at.Version });
        Uses<SecondFactorRemoved>((row, _, at) => row! with { SecondFactor = false, Version = at.Version });
        Uses<PersonForgotten>((row, _, at) => row! with { Email = null, FirstName = PersonalText.Erased, LastName = "", Phone = null, Avatar = null, Standing = "forgotten", Version = at.Version });
    }
}
