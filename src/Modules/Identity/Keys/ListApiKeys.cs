using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>The organisation's API keys.</summary>
/// <param name="Items">Those that are good first, the newest first.</param>
internal sealed record ApiKeyPage(IReadOnlyList<ApiKeyLine> Items);

/// <summary>An API key as lists show it: never the key.</summary>
/// <param name="Prefix">What people recognise it by.</param>
/// <param name="Scopes">The names of what it may.</param>
/// <param name="IssuedAt">UTC.</param>
/// <param name="IssuedBy">Who made it.</param>
/// <param name="ExpiresAt">UTC; null for ever.</param>
/// <param name="LastUsed">To the minute, UTC; null when never.</param>
/// <param name="RevokedAt">UTC; null while it is good.</param>
internal sealed record ApiKeyLine(ApiKeyId Id, string Name, string Prefix, IReadOnlyList<string> Scopes, DateTimeOffset IssuedAt, string IssuedBy, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsed, DateTimeOffset? RevokedAt)
{
    private const string List = """
        select k.id, k.name, k.prefix, k.scopes, k.issued_at, k.issued_by, k.expires_at, u.used_at, k.revoked_at
        from identity_api_keys k left join identity_key_use u on u.tenant_id = k.tenant_id and u.key_id = k.id where k.tenant_id = $1
        """;

    public static Task<ApiKeyLine?> Find(Session session, ApiKeyId id, CancellationToken stop) => session.One<ApiKeyLine?>($"{List} and k.id = $2", Read, stop, Value.Id(id.Value));

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/api-keys", async (Session session, CancellationToken stop) => TypedResults.Ok(new ApiKeyPage(await session.Many($"{List} order by k.revoked_at is not null, k.issued_at desc, k.id limit 500", Read, stop))))
        .Requires(Permission.ArrangeKeys).WithSummary("The organisation's API keys");

    private static ApiKeyLine Read(Npgsql.NpgsqlDataReader row) =>
        new(new(row.GetGuid(0)), row.GetString(1), row.GetString(2), row.GetString(3).Split(' '), row.Moment(4), row.GetString(5), row.MomentOrNull(6), row.MomentOrNull(7), row.MomentOrNull(8));
}
