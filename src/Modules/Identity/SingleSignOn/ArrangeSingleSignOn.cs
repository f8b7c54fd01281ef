using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>The organisation's own identity provider lets people in from now on.</summary>
/// <param name="Issuer">The provider, as it calls itself; https.</param>
/// <param name="ClientId">As which it knows the product.</param>
/// <param name="Domains">Whose mail addresses it may vouch for.</param>
/// <param name="ClientSecret">What it knows the product by; may be left out where it is kept and the issuer stays.</param>
/// <param name="Roles">Who joins in which role; the highest counts. Nobody matched: viewer.</param>
/// <param name="PasswordsOff">Whether people of these domains, owners apart, come in through it alone.</param>
internal sealed record ArrangeSingleSignOn(string Issuer, string ClientId, IReadOnlyList<string> Domains, string? ClientSecret = null, IReadOnlyList<RoleByClaim>? Roles = null, bool PasswordsOff = false)
{
    public override string ToString() => nameof(ArrangeSingleSignOn); // never the secret

    /// <summary>Checks what was typed.</summary>
    public Decision<SingleSignOnEvent> Decide(SingleSignOn now, OutgoingRules outgoing, Role mine)
    {
        if (!Uri.TryCreate(Issuer, UriKind.Absolute, out var address) || address.Query.Length > 0 || address.Fragment.Length > 0) return No.Issuer("Write the provider's address as it calls itself, beginning with https://.");
        if (outgoing.Against(address) is { } objection) return No.Issuer(objection);
        if (ClientId.Length is 0 or > 300 || ClientId.Any(char.IsControl)) return No.ClientId;
        if (ClientSecret is { Length: > 1000 }) return No.SecretTooLong;
        if (string.IsNullOrEmpty(ClientSecret) && now.Issuer != Issuer) return No.SecretMissing;
        List<string> domains = [.. Domains.Select(domain => Arrangements.DomainOf(domain)).Distinct()];
        if (domains.Count is 0 or > 50 || domains.Exists(domain => domain.Length > 253 || !domain.Contains('.', StringComparison.Ordinal) || Uri.CheckHostName(domain) != UriHostNameType.Dns)) return No.Domains;
        var roles = Roles ?? [];
        if (roles.Count > 100 || roles.Any(role => role.Claim.Length is 0 or > 200 || role.Value.Length is 0 or > 500)) return No.Roles;
        if (roles.Any(role => !Enum.IsDefined(role.Role) || role.Role >= Role.Owner || role.Role > mine)) return No.RoleTooHigh;
        return (List<SingleSignOnEvent>)[new SingleSignOnConfigured(Issuer, ClientId, string.Join(' ', domains), PasswordsOff), .. roles.Select(role => new SingleSignOnRoleMapped(role.Claim, role.Value, role.Role))];
    }

    internal static Refusal DomainTaken { get; } = new("domain-taken", "Another organisation has this mail domain. Ask your operator.");

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/tenants/me/sso", async (Caller caller, Arrangements arrangements, PublicAddress address, CancellationToken stop) =>
                await arrangements.Of(caller.Organisation.Tenant, stop) is { IsOn: true } now ? (IResult)TypedResults.Ok(SingleSignOnPage.Of(now, address)) : Problems.NotFound)
            .Produces<SingleSignOnPage>().Requires(Permission.ArrangeOrganisation).WithSummary("How people come in through the organisation's identity provider");

        app.MapPut("/api/tenants/me/sso", async (ArrangeSingleSignOn command, Caller caller, Session session, Arrangements arrangements, OutgoingRules outgoing, PublicAddress address, CommandEdge edge, CancellationToken stop) =>
            {
                var work = session.Begin();
                await work.Load<SingleSignOn>(SingleSignOn.Id, stop);
                if (work.Decide<SingleSignOn, SingleSignOnEvent>(SingleSignOn.Id, now => command.Decide(now, outgoing, caller.Role ?? Role.Viewer)) is { } refusal) return edge.Refused(refusal);
                var now = await work.Load<SingleSignOn>(SingleSignOn.Id, stop);
                if (command.ClientSecret is { Length: > 0 } secret) work.Also(arrangements.Keep(session.Tenant, secret, work.At));
                foreach (var claim in Arrangements.Claim(now.State.Domains)) work.Also(claim);
                return await edge.Commit(work, Answer.Of(SingleSignOnPage.Of(now.State, address), now.Version), stop);
            })
            .Produces<SingleSignOnPage>().Requires(Permission.ArrangeOrganisation).ForPeople().WithMetadata(new KeepsNoAnswer()).WithSummary("Let people come in through the organisation's identity provider");

        app.MapDelete("/api/tenants/me/sso", async (Session session, CancellationToken stop) =>
            {
                var work = session.Begin();
                await work.Load<SingleSignOn>(SingleSignOn.Id, stop);
                work.Decide<SingleSignOn, SingleSignOnEvent>(SingleSignOn.Id, now => now.Remove());
                foreach (var claim in Arrangements.Claim([])) work.Also(claim);
                work.Also(Arrangements.Drop());
                await work.Commit();
                return TypedResults.NoContent();
            })
            .Requires(Permission.ArrangeOrganisation).ForPeople().WithSummary("Let nobody come in through the identity provider any more");
    }

    private static class No
    {
        public static readonly Refusal ClientId = new("client-id-wrong", "Write the client id that the provider gave.");
        public static readonly Refusal SecretMissing = new("client-secret-missing", "Write the client secret; with another issuer it is asked for again.");
        public static readonly Refusal SecretTooLong = new("client-secret-too-long", "A client secret has at most 1000 characters.");
        public static readonly Refusal Domains = new("domains-wrong", "Write 1 to 50 mail domains, such as example.test.");
        public static readonly Refusal Roles = new("roles-wrong", "Each role needs a claim and a value; there are at most 100.");
        public static readonly Refusal RoleTooHigh = new("role-too-high", "Nobody becomes owner this way, and nobody more than you are.");

        public static Refusal Issuer(string sentence) => new("issuer-wrong", sentence);
    }
}

/// <summary>How people come in through the organisation's identity provider. The secret is told to nobody.</summary>
/// <param name="Issuer">The provider, as it calls itself.</param>
/// <param name="ClientId">As which it knows the product.</param>
/// <param name="Domains">Whose mail addresses it may vouch for.</param>
/// <param name="Roles">Who joins in which role.</param>
/// <param name="PasswordsOff">Whether people of these domains, owners apart, come in through it alone.</param>
/// <param name="RedirectUri">What the provider must know as the way back.</param>
internal sealed record SingleSignOnPage(string Issuer, string ClientId, IReadOnlyList<string> Domains, IReadOnlyList<RoleByClaim> Roles, bool PasswordsOff, string RedirectUri)
{
    public static SingleSignOnPage Of(SingleSignOn terms, PublicAddress address) => new(terms.Issuer, terms.ClientId, terms.Domains, terms.Roles, terms.PasswordsOff, address.Of(EnterByProvider.Callback).AbsoluteUri);
}
