using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.AiCosts;

/// <summary>A provider of the catalogue.</summary>
/// <param name="Code">What accounts call it.</param>
/// <param name="Reading">The best that it tells: money, tokens, balance, nothing.</param>
/// <param name="KeyKind">Which kind of key opens its reports; null: it tells nothing.</param>
/// <param name="BaseUrl">Where it is for everybody; null: only servers of one's own.</param>
/// <param name="ScopeKind">What besides the key says whose reports are meant; null: nothing.</param>
/// <param name="LeastMinutes">It is asked at most once in so many minutes.</param>
/// <param name="KeyOptional">Whether an account may be without a key, because only some plans have one.</param>
internal sealed record AiProviderLine(string Code, string Name, AiReading Reading, string? KeyKind, string? BaseUrl, string? ScopeKind, int LeastMinutes, bool KeyOptional);

/// <summary>The catalogue, the accounts, and one of them.</summary>
internal static class ListAccounts
{
    private const string Columns = "id, provider, name, role, address, scope, read_from, credential, shown, limit_amount, limit_currency, every_minutes, tags, paused, archived, version";

    /// <summary>How many columns a row has.</summary>
    private const int Width = 16;

    private static readonly Dictionary<string, SortField> Fields = new() { ["name"] = new("lower(a.name)", NpgsqlDbType.Varchar), ["provider"] = new("a.provider", NpgsqlDbType.Varchar) };

    /// <summary>Those that are followed.</summary>
    public static Task<List<(Guid Id, AiAccount Account, long Version)>> Followed(Session session, CancellationToken stop) =>
        session.Read($"select {Columns} from ai_accounts where tenant_id = $1 and not archived order by id", [], async reader =>
        {
            var all = new List<(Guid, AiAccount, long)>();
            while (await reader.ReadAsync(stop)) all.Add(Row(reader));
            return all;
        }, stop);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/ai/providers", (AiProviders providers) => TypedResults.Ok(new Page<AiProviderLine>(
                [.. providers.All.Select(one => new AiProviderLine(one.Code, one.Name, one.Reading, one.KeyKind, one.Address?.AbsoluteUri.TrimEnd('/'), one.ScopeKind, one.LeastMinutes, one.IsKeyOptional))], null)))
            .Requires(Permission.SeeAiCosts).WithSummary("The providers of AI services that the product knows");

        app.MapGet("/api/ai/accounts", async (Session session, AiProviders providers, CancellationToken stop, string? provider = null, bool? archived = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("a.id", NpgsqlDbType.Uuid)).Filter("a.provider = @", provider, NpgsqlDbType.Varchar).Filter("a.archived = @", archived ?? false, NpgsqlDbType.Boolean);
            if ((query.Sort(sort, "provider,name") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            var page = await session.Read($"select {Columns}{query.CursorColumns} from ai_accounts a where a.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                reader => Pages.Read(reader, query, rows, Width, row => Row(row) is var (id, account, version) ? AiAccountPage.Of(new(id), new(account, version), providers) : null!, stop), stop);
            return (IResult)Answer.Of(page with { Items = await AiAccountSums.Beside(session, page.Items, stop) });
        })
        .Produces<Page<AiAccountPage>>().Requires(Permission.SeeAiCosts).WithSummary("The accounts at providers of AI services, each with its month so far and its last reading");

        app.MapGet("/api/ai/accounts/{id}", async (AiAccountId id, Session session, Streams<AiAccount> accounts, AiProviders providers, CancellationToken stop) =>
            await accounts.Load(id.Value, stop) is { Exists: true } account ? (IResult)Answer.Of((await AiAccountSums.Beside(session, [AiAccountPage.Of(id, account, providers)], stop))[0], account.Version) : Problems.NotFound)
        .Produces<AiAccountPage>().Requires(Permission.SeeAiCosts).WithSummary("An account at a provider of AI services");
    }

    private static (Guid Id, AiAccount Account, long Version) Row(NpgsqlDataReader row) => (
        row.GetGuid(0),
        new AiAccount(
            row.GetString(1), row.GetString(2), Enum.Parse<AiRole>(row.GetString(3), ignoreCase: true), row.GetString(4), row.GetString(5), row.GetFieldValue<DateOnly>(6), Enum.Parse<AiCredentialState>(row.GetString(7), ignoreCase: true), row.GetString(8),
            row.IsDBNull(9) ? null : new Money(row.GetDecimal(9), Currency.Parse(row.GetString(10))), row.GetInt32(11), [.. JsonSerializer.Deserialize<string[]>(row.GetString(12))!], row.GetBoolean(13), row.GetBoolean(14)),
        row.GetInt64(15));
}
