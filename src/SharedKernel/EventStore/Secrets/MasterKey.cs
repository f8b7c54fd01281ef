using System.Security.Cryptography;
using System.Text;

namespace Billing.EventStore;

/// <summary>The key above all keys: it wraps each organisation's own, and lies outside the database.</summary>
public sealed class MasterKey
{
    /// <summary>32: AES-256.</summary>
    public const int Bytes = 32;

    internal MasterKey(byte[] secret)
    {
        Secret = secret;
        Id = Convert.ToHexStringLower(SHA256.HashData([.. "billing master key "u8, .. secret]).AsSpan(0, 8));
    }

    /// <summary>Names the key without telling it: it stands beside everything that the key has wrapped.</summary>
    public string Id { get; }

    internal byte[] Secret { get; }

    /// <summary>A new one, at random.</summary>
    public static MasterKey New() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Reads the key from its base64 text; null when it is not 32 bytes of it.</summary>
    public static MasterKey? Parse(string text)
    {
        var secret = new byte[Bytes + 1];
        return Convert.TryFromBase64String(text.Trim(), secret, out var length) && length == Bytes ? new MasterKey(secret[..Bytes]) : null;
    }

    /// <summary>Its base64 text: for the one place that is to keep it.</summary>
    public string Reveal() => Convert.ToBase64String(Secret);

    public override string ToString() => "master key " + Id;
}

/// <summary>The master key in use and, while one is exchanged for another, the one before.</summary>
/// <param name="Current">Wraps whatever is wrapped from now on.</param>
/// <param name="Previous">Still opens what it has wrapped.</param>
public sealed record MasterKeys(MasterKey Current, MasterKey? Previous = null)
{
    /// <summary>The key of a name.</summary>
    /// <exception cref="MasterKeyException">It is neither of the two.</exception>
    internal MasterKey Named(string id) => id == Current.Id ? Current : id == Previous?.Id ? Previous : throw MasterKeyException.Other(this, id);
}

/// <summary>What the database holds was not wrapped by a master key that was given; the message says which was.</summary>
public sealed class MasterKeyException(string message) : Exception(message)
{
    internal static MasterKeyException Other(MasterKeys given, string wanted) => new(
        $"This database was written under the master key {wanted}; the one given is {given.Current.Id}. Put the right one into Secrets__MasterKey or Secrets__MasterKeyFile; while one is exchanged for another, the former belongs into Secrets__PreviousMasterKey.");
}
