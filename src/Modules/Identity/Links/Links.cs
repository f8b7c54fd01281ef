using Billing.EventStore;

namespace Billing.Identity;

/// <summary>What a mailed link is for, as the table says it.</summary>
internal static class LinkKinds
{
    public const string Reset = "reset";
    public const string Verify = "verify";
    public const string Invitation = "invitation";
}

/// <summary>A link that is still good.</summary>
/// <param name="Tenant">Whose: an organisation's invitation, or a person's own.</param>
/// <param name="Subject">The person, or the invitation.</param>
/// <param name="Email">The address it was sent to.</param>
internal sealed record Link(TenantId Tenant, Guid Subject, string Email);

/// <summary>Secrets in mailed links: made when the mail goes out, kept as hashes, good once.</summary>
internal sealed class Links(EventStore.EventStore store, TimeProvider time)
{
    private const string Keep = "insert into identity_links (tenant_id, hash, kind, subject, email, expires_at) values ($1, $2, $3, $4, $5, $6)";
    private const string Find = "select tenant_id, subject, email, kind, expires_at from identity_links where hash = $1 and used_at is null";
    private const string UseUp = "update identity_links set used_at = $3 where tenant_id = $1 and hash = $2 and used_at is null and expires_at > $3 returning subject, email";

    /// <summary>Makes the secret of a mail. Earlier ones stay good: a mail that seemed to fail may have arrived.</summary>
    public async Task<string> Make(TenantId tenant, string kind, Guid subject, string email, DateTimeOffset expires)
    {
        var secret = Secret.Make();
        await store.Open(tenant, Actor.System).Write(new Statement(Keep, Value.Text(Secret.Hash(secret)), Value.Text(kind), Value.Id(subject), Value.Text(email), Value.Moment(expires)));
        return secret;
    }

    /// <summary>What a secret opens, whosever it is; null when it is good for nothing (any more).</summary>
    public async Task<Link?> Look(string secret, string kind, CancellationToken stop)
    {
        if (secret.Length > 200) return null;
        var found = await store.ByProof(Secret.Hash(secret), Find, row => (Link: new Link(new(row.GetString(0)), row.GetGuid(1), row.GetString(2)), Kind: row.GetString(3), ExpiresAt: row.Moment(4)), stop);
        return found is [var one] && one.Kind == kind && one.ExpiresAt > time.GetUtcNow() ? one.Link : null;
    }

    /// <summary>Uses a secret up.</summary>
    /// <returns>Whether it was still good.</returns>
    public async Task<bool> Use(Link link, string secret) =>
        await store.Open(link.Tenant, Actor.System).One(UseUp, row => (Link?)new Link(link.Tenant, row.GetGuid(0), row.GetString(1)), CancellationToken.None, Value.Text(Secret.Hash(secret)), Value.Moment(time.GetUtcNow())) is not null;
}
