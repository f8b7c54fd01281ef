using System.Text.Json;
using Billing.EventStore;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>A rule as the list reads it.</summary>
internal sealed record AiAllocationRow(Guid Id, string Name, string Kind, int Place, Guid? AccountId, string ApiKey, string Workspace, string Person, string Model, [Jsonb] IReadOnlyList<AiShareRow> Shares, bool Dropped, long Version);

/// <summary>A share as the row keeps it.</summary>
internal sealed record AiShareRow(Guid? Client, string Tag, decimal Share);

internal sealed class AiAllocationRows : Projection<AiAllocationRow>
{
    /// <summary>What a rule is read from.</summary>
    public const string Columns = "r.id, r.name, r.place, r.account_id, r.api_key, r.workspace, r.person, r.model, r.shares, r.version";

    public AiAllocationRows() : base("aicosts.allocation", new RowTable<AiAllocationRow>("ai_allocation_rules"), Lifecycle.Inline, inlineStream: AiAllocationRule.Alias)
    {
        CoversAll<AiAllocationRuleEvent>();
        Uses<AiAllocationWritten>((_, e, at) => new AiAllocationRow(
            at.StreamId, e.Name, AiAllocationRule.Initial.Apply(e).Kind.ToString().ToLowerInvariant(), e.Place, e.Account, e.Key, e.Workspace, e.User?.Shown ?? "", e.Model, [.. e.Shares.Select(share => new AiShareRow(share.Client, share.Tag, share.Share.Value))], false, at.Version));
        Uses<AiAllocationDropped>((row, _, at) => row! with { Person = "", Dropped = true, Version = at.Version });
    }

    /// <summary>The rules of a kind, in the order in which they are tried.</summary>
    public static Task<List<AllocationRule>> Of(Session session, TargetKind kind, CancellationToken stop) =>
        session.Read($"select {Columns} from ai_allocation_rules r where r.tenant_id = $1 and r.kind = $2 and not r.dropped order by r.place, r.id", [AiUsageStatements.Text(kind.ToString().ToLowerInvariant())], async row =>
        {
            var rules = new List<AllocationRule>();
            while (await row.ReadAsync(stop)) rules.Add(Rule(Page(row)));
            return rules;
        }, stop);

    public static AiAllocationPage Page(NpgsqlDataReader row)
    {
        string? Text(int column) => row.GetString(column) is { Length: > 0 } text ? text : null;
        return new AiAllocationPage(
            new(row.GetGuid(0)), row.GetString(1), row.GetInt32(2), row.IsDBNull(3) ? null : new AiAccountId(row.GetGuid(3)), Text(4), Text(5), Text(6), Text(7),
            [.. JsonSerializer.Deserialize<AiShareRow[]>(row.GetString(8), JsonSerializerOptions.Web)!.Select(share => new AllocatedShare(new Percentage(share.Share), share.Client, share.Tag.Length > 0 ? share.Tag : null))], row.GetInt64(9));
    }

    private static AllocationRule Rule(AiAllocationPage rule) => new(
        rule.Id.ToString(), new CostMatch(rule.AccountId?.ToString(), rule.Key, rule.Workspace, rule.User, rule.Model is { } model ? ModelPattern.Read(model).Value : null),
        [.. rule.Shares.Select(share => new CostShare(new AiShare(share.ClientId, share.Tag ?? "", share.Share).Target, share.Share))]);
}
