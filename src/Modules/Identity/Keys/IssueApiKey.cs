using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>A program gets a key. It is shown once.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">Names of permissions; at most one's own.</param>
/// <param name="ExpiresAt">Until when it is good, UTC; left out: until it is revoked.</param>
internal sealed record IssueApiKey(string Name, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>What no key ever may: whoever finds one shall not make himself at home.</summary>
    public static IReadOnlyList<Permission> Never { get; } = [Permission.ArrangePeople, Permission.ArrangeKeys, Permission.OwnOrganisation];

    public Decision<ApiKeyEvent> Decide(string key, IReadOnlySet<Permission> own, DateTimeOffset now)
    {
        if (!PlainText.Name(Name, "A key", 100).TryGet(out var name, out var refused)) return refused;
        if (Scopes.Count == 0) return No.NoScope;
        foreach (var scope in Scopes)
        {
            if (Permission.Named(scope) is not { } permission) return No.Unknown(scope);
            if (Never.Contains(permission)) return No.NotForKeys(permission);
            if (!own.Contains(permission)) return No.NotYours(permission);
        }
        if (ExpiresAt <= now) return No.Over;
        return new ApiKeyIssued(name, KeyText.PrefixOf(key), Secret.Hash(key), string.Join(' ', Permission.All.Select(permission => permission.Name).Where(Scopes.Contains)), ExpiresAt?.ToUniversalTime());
    }

    private static class No
    {
        public static readonly Refusal NoScope = new("no-scope", "Choose at least one thing that the key may do.");
        public static readonly Refusal Over = new("expired-already", "The day on which the key ends lies in the past.");
        public static Refusal Unknown(string scope) => new("unknown-scope", $"{PlainText.Quote(scope)} is no permission.");
        public static Refusal NotForKeys(Permission permission) => new("not-for-keys", $"No key gets {permission.Name}: people do that themselves.");
        public static Refusal NotYours(Permission permission) => new("not-yours", $"You may not do {permission.Name} yourself, so no key of yours may.");
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/api-keys", async (IssueApiKey command, Me me, CommandEdge edge, Session session, CancellationToken stop) =>
            {
                var (id, key, work) = (new ApiKeyId(session.NewId()), KeyText.Make(), session.Begin());
                work.New<ApiKey>(id.Value);
                if (work.Decide<ApiKey, ApiKeyEvent>(id.Value, _ => command.Decide(key, me.Caller.May, work.At)) is { } refused) return (IResult)edge.Refused(refused);
                await work.Commit();
                var line = (await ApiKeyLine.Find(session, id, stop))!;
                return Answer.Of(new IssuedApiKey(line.Id, key, line.Name, line.Prefix, line.Scopes, line.ExpiresAt), status: 201, location: $"/api/api-keys/{id}");
            })
            .Produces<IssuedApiKey>(201).Requires(Permission.ArrangeKeys).ForPeople().WithMetadata(new KeepsNoAnswer()).WithSummary("Make an API key");

        app.MapDelete("/api/api-keys/{id}", async (ApiKeyId id, Commands<ApiKey> keys, ApiKeyRing ring, CancellationToken stop) =>
            {
                var answer = await keys.Decide<ApiKeyEvent>(id.Value, key => key.IsRevoked ? Decision.Nothing : new ApiKeyRevoked(), _ => new RevokedApiKey(id), stop);
                ring.Forget();
                return answer;
            })
            .Produces<RevokedApiKey>().Requires(Permission.ArrangeKeys).WithSummary("Revoke an API key");
    }
}

/// <summary>A key that is good for nothing any more.</summary>
internal sealed record RevokedApiKey(ApiKeyId Id);

/// <summary>A key just made, the only time it is shown.</summary>
/// <param name="Key">To be kept by whoever asked.</param>
/// <param name="Prefix">What people recognise it by.</param>
/// <param name="Scopes">The names of what it may.</param>
/// <param name="ExpiresAt">UTC; null for ever.</param>
internal sealed record IssuedApiKey(ApiKeyId Id, string Key, string Name, string Prefix, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt)
{
    public override string ToString() => $"{Prefix}…";
}
