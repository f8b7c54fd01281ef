using Billing.EventStore;

namespace Billing.Identity;

/// <summary>An organisation whose provider vouches for people.</summary>
internal sealed record Arrangement(Membership Organisation, SingleSignOn Terms);

/// <summary>Finds how organisations let people in through providers of their own, and keeps what the providers know the product by.</summary>
internal sealed class Arrangements(EventStore.EventStore store, Memberships memberships)
{
    private const string OfDomain = "select d.tenant_id from identity_sso_domains d where 'domain:' || d.domain = $1";
    private const string SlugOf = "select slug from identity_organisations where tenant_id = $1 and not deleted";
    private const string Record = "identity.single_sign_on";
    private const string Field = "client-secret";
    private const string KnownAs = "select person_id from identity_sso_subjects where tenant_id = $1 and issuer = $2 and subject = $3";

    public async Task<SingleSignOn> Of(TenantId tenant, CancellationToken stop) => (await store.Open(tenant, Actor.System).Streams<SingleSignOn>().Load(SingleSignOn.Id, stop)).State;

    /// <summary>By the organisation's name in addresses; null when it has no provider.</summary>
    public async Task<Arrangement?> BySlug(string slug, CancellationToken stop) =>
        await memberships.BySlug(slug, stop) is { } organisation && await Of(organisation.Tenant, stop) is { IsOn: true } terms ? new(organisation, terms) : null;

    /// <summary>The organisation that a mail address is sent to; null when none claims its domain.</summary>
    public async Task<string?> SlugByAddress(string email, CancellationToken stop)
    {
        var found = await store.ByProof("domain:" + DomainOf(email), OfDomain, row => new TenantId(row.GetString(0)), stop);
        return found is [var tenant] ? await store.Open(tenant, Actor.System).One(SlugOf, row => row.GetString(0), stop) : null;
    }

    /// <summary>Whether somebody may not come in with a password: their organisation wants its provider to let them in. An owner always may, for the day on which that is broken.</summary>
    public async Task<bool> ForbidPassword(Membership organisation, string email, CancellationToken stop) =>
        organisation.Role != Web.Role.Owner && await Of(organisation.Tenant, stop) is { IsOn: true, PasswordsOff: true } terms && terms.Domains.Contains(DomainOf(email));

    public async Task<string> SecretFor(TenantId tenant, CancellationToken stop) => await store.Secrets.Open(tenant, Record, Field, stop) ?? "";

    /// <summary>What keeps a secret, in the transaction that arranges it.</summary>
    public Statement Keep(TenantId tenant, string secret, DateTimeOffset at) => store.Secrets.Put(tenant, Record, Field, secret, at);

    /// <summary>What drops it.</summary>
    public static Statement Drop() => Secrets.Drop(Record);

    /// <summary>What claims domains, and gives up those claimed before. A domain belongs to one organisation.</summary>
    public static IEnumerable<Statement> Claim(IReadOnlyList<string> domains)
    {
        yield return new("delete from identity_sso_domains where tenant_id = $1");
        foreach (var domain in domains) yield return new("insert into identity_sso_domains (tenant_id, domain) values ($1, $2)", Value.Text(domain));
    }

    /// <summary>Who came in before as this subject of this provider; null: nobody.</summary>
    public async Task<PersonId?> Known(TenantId tenant, string issuer, string subject, CancellationToken stop) =>
        await store.Open(tenant, Actor.System).One(KnownAs, row => (PersonId?)new PersonId(row.GetGuid(0)), stop, Value.Text(issuer), Value.Text(subject));

    /// <summary>What remembers them.</summary>
    public static Statement Remember(string issuer, string subject, PersonId person) =>
        new("insert into identity_sso_subjects (tenant_id, issuer, subject, person_id) values ($1, $2, $3, $4) on conflict do nothing", Value.Text(issuer), Value.Text(subject), Value.Id(person.Value));

    public static string DomainOf(string email) => email[(email.LastIndexOf('@') + 1)..].Trim().TrimEnd('.').ToLowerInvariant();
}
