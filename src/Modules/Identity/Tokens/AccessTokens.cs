using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Billing.Identity;

/// <summary>Issues and checks access tokens. One that was checked is remembered until it runs out or its key is withdrawn, so that a signature is verified once per node.</summary>
internal sealed class AccessTokens(SigningKeys keys, TimeProvider time)
{
    /// <summary>How long a token is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private const int MostRemembered = 20_000;
    private readonly ConcurrentDictionary<UInt128, (AccessClaims Claims, string Key)> _checked = new();

    public async ValueTask<string> Issue(PersonId person, TenantId organisation, SignInId session, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return Jwt.Write(new(person, organisation, session, now, now + Lifetime), new Guid(RandomNumberGenerator.GetBytes(16)), await keys.Current(stop));
    }

    /// <summary>What a token says; null when it is not, or no longer, one of ours.</summary>
    public async ValueTask<AccessClaims?> Check(string token, CancellationToken stop)
    {
        if (token.Length > Jwt.Longest) return null;
        var (mark, now) = (MarkOf(token), time.GetUtcNow());
        await keys.LookAgain(stop);
        if (_checked.TryGetValue(mark, out var known) && keys.Find(known.Key) is not null) return now < known.Claims.ExpiresAt + Jwt.Tolerance ? known.Claims : null;
        string? named = null;
        var claims = Jwt.Read(token, Find, now);
        if (claims is null && named is not null && keys.Find(named) is null)
        {
            await keys.LookFor(named, stop);
            claims = Jwt.Read(token, Find, now);
        }
        if (claims is null) return null;
        if (_checked.Count >= MostRemembered) _checked.Clear();
        _checked[mark] = (claims, named!);
        return claims;

        SigningKey? Find(string id) => keys.Find(named = id);
    }

    /// <summary>The first half of its SHA-256: nobody finds two tokens that share it, and we remember no token.</summary>
    private static UInt128 MarkOf(string token)
    {
        Span<byte> text = stackalloc byte[Jwt.Longest];
        Span<byte> hash = stackalloc byte[32];
        if (!Encoding.ASCII.TryGetBytes(token, text, out var length)) return default;
        SHA256.HashData(text[..length], hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
