using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>A rule and where it is kept; a usual one that nobody has changed is kept nowhere.</summary>
/// <param name="Version">0: nobody has changed it.</param>
internal sealed record KeptAlertRule(Guid Id, AiAlertRule Rule, long Version)
{
    public bool IsUsual => AiAlertRules.UsualOf(Id) is not null;

    public bool IsOn => Rule is { IsOff: false, IsDropped: false };
}

/// <summary>The rules of an organisation: a usual one of each kind, which everybody has without doing anything, and those that it wrote.</summary>
internal static class AiAlertRules
{
    /// <summary>Most that an organisation writes itself.</summary>
    public const int Most = 100;

    public const int UsualHours = 48;

    public const int UsualMinutes = 5;

    private static readonly Dictionary<AiAlertKind, Guid> Ids = Enum.GetValues<AiAlertKind>().ToDictionary(kind => kind, kind => AiHash.Id($"aicosts.alert_rule {kind}"));

    private static readonly Dictionary<Guid, AiAlertRule> Usual = Ids.ToDictionary(one => one.Value, one => AiAlertRule.Initial with
    {
        Kind = one.Key,
        Level = UsualLevel(one.Key),
        Hours = one.Key == AiAlertKind.SyncStale ? UsualHours : null,
        Minutes = one.Key == AiAlertKind.ServiceDown ? UsualMinutes : null,
        Severity = one.Key == AiAlertKind.Anomaly ? AnomalySeverity.Medium : null,
    });

    /// <summary>The id of the usual rule of a kind: the same in every organisation.</summary>
    public static Guid IdOf(AiAlertKind kind) => Ids[kind];

    /// <summary>The usual rule of an id; null where it is the id of none.</summary>
    public static AiAlertRule? UsualOf(Guid id) => Usual.GetValueOrDefault(id);

    /// <summary>How loudly a kind is said unless somebody says otherwise; null: as loudly as what is found.</summary>
    public static AlertLevel? UsualLevel(AiAlertKind kind) => kind switch
    {
        AiAlertKind.Budget or AiAlertKind.Anomaly => null,
        AiAlertKind.CredentialRejected or AiAlertKind.BalanceLow or AiAlertKind.ServiceDown => AlertLevel.Critical,
        _ => AlertLevel.Warning,
    };

    /// <summary>All that are not dropped: the usual ones in the order of their kinds, then the others by name.</summary>
    public static async Task<IReadOnlyList<KeptAlertRule>> Of(Session session, CancellationToken stop)
    {
        var written = await AiAlertRuleRows.All(session, stop);
        var changed = written.ToDictionary(one => one.Id);
        return [.. Ids.Values.Select(id => changed.GetValueOrDefault(id) ?? new KeptAlertRule(id, Usual[id], 0)), .. written.Where(one => !one.IsUsual)];
    }

    /// <summary>Whether a rule that is on has anybody told of what an account is about.</summary>
    public static async Task<bool> Tell(Session session, AiAlertKind kind, Guid id, AiAccount account, CancellationToken stop) =>
        (await Of(session, stop)).Any(one => one.IsOn && one.Rule.Kind == kind && one.Rule.Audience is not null && one.Rule.Covers(id, account.Provider, account.Tags));

    /// <summary>One of them; null when there is none.</summary>
    public static async Task<KeptAlertRule?> Find(Session session, Guid id, CancellationToken stop) =>
        await session.Streams<AiAlertRule>().Load(id, stop) is { Exists: true } kept ? new KeptAlertRule(id, kept.State, kept.Version) : UsualOf(id) is { } usual ? new KeptAlertRule(id, usual, 0) : null;
}
