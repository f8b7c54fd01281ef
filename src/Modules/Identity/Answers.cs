using Billing.Web;

namespace Billing.Identity;

/// <summary>The noes of signing in, which have statuses of their own. Business refusals are 422 and stand in their slices.</summary>
internal static class Answers
{
    public static Problem WrongCredentials { get; } = As(401, "wrong-credentials", "Address or password is wrong.");

    public static Problem SecondFactorNeeded { get; } = As(401, "second-factor-needed", "Send the code of your device, or a recovery code, too.");

    public static Problem SecondFactorWrong { get; } = As(401, "second-factor-wrong", "The code is wrong, or was used already. Wait for the next one.");

    public static Problem NoOrganisation { get; } = As(403, "no-organisation", "You belong to no organisation, or not to this one. Ask its admin for an invitation.");

    public static Problem SingleSignOnOnly { get; } = As(403, "single-sign-on-only", "Your organisation lets its people in through its identity provider. Sign in there.");

    public static Problem SignUpClosed { get; } = As(403, "sign-up-closed", "New organisations cannot register here. Ask for an invitation.");

    public static Problem EmailTaken { get; } = As(409, "email-taken", "Somebody with this address is here already. Sign in, or reset the password.");

    public static Problem SlugTaken { get; } = As(409, "slug-taken", "Another organisation has this name in addresses. Choose another one.");

    public static Problem RefreshSpent { get; } = As(401, "refresh-token-spent", "This refresh token was used a moment ago. Use the one that came with that answer.");

    public static Problem RefreshReused { get; } = As(401, "refresh-token-reused", "This refresh token was used before, so the session was ended. Sign in again.");

    public static Problem RefreshUnknown { get; } = As(401, "sign-in-first", "This refresh token is not, or no longer, good. Sign in again.");

    public static Problem PeopleOnly { get; } = As(403, "people-only", "This is for people who are signed in; an API key cannot do it.");

    public static Problem LinkInvalid { get; } = As(410, "link-invalid", "This link was used, has run out, or never was one. Ask for a new one.");

    public static Problem As(int status, string code, string detail) => new(status, code, detail) { Module = "identity" };

    public static Problem As(Refusal refusal) => Problem.From(refusal, "identity");

    /// <summary>What a unique key that is taken means.</summary>
    public static Problem? Taken(EventStore.RowTakenException taken) => taken.Constraint switch
    {
        "identity_people_by_email" => EmailTaken,
        "identity_organisations_by_slug" => SlugTaken,
        _ => null,
    };
}
