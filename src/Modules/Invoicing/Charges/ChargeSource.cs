using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Billing.Invoicing;

/// <summary>What a charge came from. Within an organisation one source has one charge.</summary>
/// <param name="Module">The module that knows the fact, such as facilities.</param>
/// <param name="Kind">What kind of fact it is there, such as billing_record.</param>
/// <param name="Fact">Its id there.</param>
internal sealed record ChargeSource(string Module, string Kind, string Fact)
{
    /// <summary>Of charges that a person, or a program outside, posts.</summary>
    public const string Manual = "manual";

    private const string Correction = "correction";

    /// <summary>The source of the charge that corrects another one.</summary>
    /// <param name="of">The charge put right.</param>
    /// <param name="number">1 for its first correction.</param>
    public static ChargeSource Correcting(ChargeId of, int number) => new("invoicing", Correction, FormattableString.Invariant($"{of.Value}/{number}"));

    /// <summary>The id of its charge: it follows from the source, so that no fact is charged twice.</summary>
    /// <remarks>UUID version 8 (RFC 9562): the first 16 bytes of SHA-256 over the three parts, each ended by a zero byte, with version and variant set.</remarks>
    [JsonIgnore]
    public ChargeId Id
    {
        get
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Module}\0{Kind}\0{Fact}\0"));
            hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
            hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
            return new ChargeId(new Guid(hash.AsSpan(0, 16), bigEndian: true));
        }
    }
}
