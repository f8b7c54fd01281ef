using Billing.EventStore;
using Npgsql;

namespace Billing.AiCosts;

/// <summary>A rule as looks and lists read it.</summary>
internal sealed record AiAlertRuleRow(
    Guid Id, string Kind, string Name, string Scope, Guid? AccountId, string Provider, string Tag, string? Level, int? Hours, int? Minutes, decimal? Amount, string? Currency, string? Severity, string Told, bool Off, bool Dropped, long Version);

internal sealed class AiAlertRuleRows : Projection<AiAlertRuleRow>
{
    private const string AllSql = """
        select id, kind, name, scope, account_id, provider, tag, level, hours, minutes, amount, currency, severity, told, off, version
        from ai_alert_rules where tenant_id = $1 and not dropped order by lower(name), id
        """;

    public AiAlertRuleRows() : base("aicosts.alert_rules", new RowTable<AiAlertRuleRow>("ai_alert_rules"), Lifecycle.Inline, inlineStream: AiAlertRule.Alias)
    {
        CoversAll<AiAlertRuleEvent>();
        Uses<AiAlertRuleWritten>((row, e, at) => new(
            at.StreamId, AiAlertRows.Word(e.Kind), e.Name, Word(e.Scope), e.Account, e.Provider, e.Tag, e.Level is { } level ? Word(level) : null, e.Hours, e.Minutes, e.Amount?.Amount, e.Amount?.Currency.Code, e.Severity is { } severity ? Word(severity) : null, Word(e.Told),
            row?.Off ?? false, row?.Dropped ?? false, at.Version));
        Uses<AiAlertRuleSwitchedOff>((row, _, at) => row! with { Off = true, Version = at.Version });
        Uses<AiAlertRuleSwitchedOn>((row, _, at) => row! with { Off = false, Version = at.Version });
        Uses<AiAlertRuleDropped>((row, _, at) => row! with { Dropped = true, Version = at.Version });
    }

    /// <summary>Those that somebody has written and nobody has dropped, by name.</summary>
    public static Task<List<KeptAlertRule>> All(Session session, CancellationToken stop) => session.Read(AllSql, [], async row =>
    {
        var all = new List<KeptAlertRule>();
        while (await row.ReadAsync(stop)) all.Add(new(row.GetGuid(0), Rule(row), row.GetInt64(15)));
        return all;
    }, stop);

    private static AiAlertRule Rule(NpgsqlDataReader row) => new(
        Read<AiAlertKind>(row.GetString(1)), row.GetString(2), Read<AiAlertScope>(row.GetString(3)), row.IsDBNull(4) ? null : row.GetGuid(4), row.GetString(5), row.GetString(6), row.IsDBNull(7) ? null : Read<AlertLevel>(row.GetString(7)),
        row.IsDBNull(8) ? null : row.GetInt32(8), row.IsDBNull(9) ? null : row.GetInt32(9), row.IsDBNull(10) ? null : new Money(row.GetDecimal(10), Currency.Parse(row.GetString(11))), row.IsDBNull(12) ? null : Read<AnomalySeverity>(row.GetString(12)),
        Read<AiAlertAudience>(row.GetString(13)), row.GetBoolean(14), false);

    private static T Read<T>(string word) where T : struct, Enum => Enum.Parse<T>(word, ignoreCase: true);

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
