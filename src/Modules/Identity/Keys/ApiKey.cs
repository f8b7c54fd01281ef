using Billing.EventStore;

namespace Billing.Identity;

/// <summary>Something that happened to an API key.</summary>
internal abstract record ApiKeyEvent;

/// <summary>A program may act for the organisation. The key itself is shown once and kept nowhere.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">Its first characters, by which people recognise it.</param>
/// <param name="Proof">SHA-256 of the whole key, in hexadecimal.</param>
/// <param name="Scopes">The names of the permissions it has, with a space between.</param>
/// <param name="ExpiresAt">Until when it is good; none for ever.</param>
[Event("identity.api_key_issued")]
internal sealed record ApiKeyIssued(string Name, string Prefix, string Proof, string Scopes, DateTimeOffset? ExpiresAt) : ApiKeyEvent;

/// <summary>The key is good for nothing any more.</summary>
[Event("identity.api_key_revoked")]
internal sealed record ApiKeyRevoked : ApiKeyEvent;

/// <summary>What a program acts with.</summary>
internal sealed record ApiKey(string Name, bool IsRevoked) : IAggregate<ApiKey>
{
    public static string Alias => "identity.api_key";

    public static ApiKey Initial { get; } = new("", false);

    public ApiKey Apply(object happened) => happened switch
    {
        ApiKeyIssued e => this with { Name = e.Name },
        ApiKeyRevoked => this with { IsRevoked = true },
        _ => throw new UnknownEventException(nameof(ApiKey), happened),
    };
}

/// <summary>A key as lists show it and as it is looked up.</summary>
internal sealed record ApiKeyRow(Guid Id, string Name, string Prefix, string Proof, string Scopes, DateTimeOffset IssuedAt, string IssuedBy, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, long Version);

internal sealed class ApiKeyRows : Projection<ApiKeyRow>
{
    public ApiKeyRows() : base("identity.api_keys", new RowTable<ApiKeyRow>("identity_api_keys"), Lifecycle.Inline, inlineStream: ApiKey.Alias)
    {
        CoversAll<ApiKeyEvent>();
        Uses<ApiKeyIssued>((_, e, at) => new ApiKeyRow(at.StreamId, e.Name, e.Prefix, e.Proof, e.Scopes, at.At, at.Recorded.Actor.Id, e.ExpiresAt, null, at.Version));
        Uses<ApiKeyRevoked>((row, _, at) => row! with { RevokedAt = at.At, Version = at.Version });
    }
}
