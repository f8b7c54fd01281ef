namespace Billing.Identity.Contracts;

/// <summary>The keys that sign access tokens, as an operator sees them.</summary>
public interface ISigningKeys
{
    /// <summary>Makes a new key. It is published now and signs when every node has seen it; the old one verifies until its last token has run out.</summary>
    /// <returns>The key's id, and when it begins to sign, UTC.</returns>
    Task<(string Key, DateTimeOffset From)> Rotate(CancellationToken stop);
}
