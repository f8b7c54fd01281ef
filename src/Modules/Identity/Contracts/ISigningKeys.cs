namespace Billing.Identity.Contracts;

/// <summary>The keys that sign access tokens, as an operator sees them.</summary>
public interface ISigningKeys
{
    /// <summary>Makes a new key. It is published now and signs when every node has seen it; the old one verifies until its last token has run out.</summary>
    /// <returns>The key's id, and when it begins to sign, UTC.</returns>
    Task<(string Key, DateTimeOffset From)> Rotate(CancellationToken stop);

    /// <summary>
    /// For a private key in strange hands: a new one signs at once and the others are destroyed. Their tokens are refused here at once, on other nodes within a minute;
    /// whoever is signed in gets a new token by their refresh token and stays signed in.
    /// </summary>
    /// <returns>The new key's id.</returns>
    Task<string> Withdraw(CancellationToken stop);
}
