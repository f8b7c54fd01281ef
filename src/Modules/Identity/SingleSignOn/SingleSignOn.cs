using System.Collections.Immutable;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>Something that happened to the way an organisation's own identity provider lets people in.</summary>
internal abstract record SingleSignOnEvent;

/// <summary>People of these mail domains may come in through the organisation's identity provider. Whatever was mapped before is mapped no longer.</summary>
/// <param name="Issuer">The provider, as it calls itself.</param>
/// <param name="ClientId">As which it knows the product.</param>
/// <param name="Domains">Whose mail addresses it may vouch for; separated by spaces.</param>
/// <param name="PasswordsOff">Whether people of these domains, owners apart, come in through it alone.</param>
[Event("identity.single_sign_on_configured")]
internal sealed record SingleSignOnConfigured(string Issuer, string ClientId, string Domains, bool PasswordsOff) : SingleSignOnEvent;

/// <summary>Whom the provider says something about joins in a role.</summary>
/// <param name="Claim">What it says something about, such as <c>groups</c>.</param>
/// <param name="Value">What it says.</param>
/// <param name="Role">The role of who joins.</param>
[Event("identity.single_sign_on_role_mapped")]
internal sealed record SingleSignOnRoleMapped(string Claim, string Value, Role Role) : SingleSignOnEvent;

/// <summary>Nobody comes in through the provider any more.</summary>
[Event("identity.single_sign_on_removed")]
internal sealed record SingleSignOnRemoved : SingleSignOnEvent;

/// <summary>Who has a claim with a value joins in a role.</summary>
/// <param name="Claim">Such as <c>groups</c>; its value is a text, or a list of them.</param>
/// <param name="Value">The value looked for.</param>
/// <param name="Role">At most admin.</param>
internal sealed record RoleByClaim(string Claim, string Value, Role Role);

/// <summary>How an organisation's own identity provider lets people in. One per tenant.</summary>
internal sealed record SingleSignOn(string Issuer, string ClientId, ImmutableList<string> Domains, bool PasswordsOff, ImmutableList<RoleByClaim> Roles) : IAggregate<SingleSignOn>
{
    /// <summary>The one stream of each tenant.</summary>
    public static Guid Id { get; } = new("0193e0c0-0000-7000-8000-00000000000b");

    public static string Alias => "identity.single_sign_on";

    public static SingleSignOn Initial { get; } = new("", "", [], false, []);

    /// <summary>Whether anybody comes in by it.</summary>
    public bool IsOn => Issuer.Length > 0;

    /// <summary>Ends it.</summary>
    public Decision<SingleSignOnEvent> Remove() => IsOn ? new SingleSignOnRemoved() : Decision.Nothing;

    public SingleSignOn Apply(object happened) => happened switch
    {
        SingleSignOnConfigured e => new(e.Issuer, e.ClientId, [.. e.Domains.Split(' ')], e.PasswordsOff, []),
        SingleSignOnRoleMapped e => this with { Roles = Roles.Add(new(e.Claim, e.Value, e.Role)) },
        SingleSignOnRemoved => Initial,
        _ => throw new UnknownEventException(nameof(SingleSignOn), happened),
    };
}
