using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Something that happened to what somebody should look at.</summary>
internal abstract record AiAlertEvent;

/// <summary>Something came about that somebody should look at, for the first time, again, or at another level than before.</summary>
/// <param name="Kind">What.</param>
/// <param name="Level">How loudly it is said.</param>
/// <param name="Account">At which account; missing where it is about none.</param>
/// <param name="Budget">Which budget; missing where it is about none.</param>
/// <param name="Day">The day that stands out, or the first of the budget's month, UTC; else missing.</param>
/// <param name="Threshold">Which share of the budget is spent; else missing.</param>
/// <param name="Rule">By which of the organisation's own rules; missing: by the usual one of its kind.</param>
[Event("aicosts.alert_raised")]
internal sealed record AiAlertRaised(AiAlertKind Kind, AlertLevel Level, Guid? Account, Guid? Budget, DateOnly? Day, Percentage? Threshold, Guid? Rule = null) : AiAlertEvent;

/// <summary>Somebody has seen it.</summary>
/// <param name="Note">What they say of it; may be empty.</param>
[Event("aicosts.alert_acknowledged")]
internal sealed record AiAlertAcknowledged(string Note) : AiAlertEvent;

/// <summary>It is so no more.</summary>
[Event("aicosts.alert_settled")]
internal sealed record AiAlertSettled : AiAlertEvent;

/// <summary>What somebody should look at.</summary>
internal enum AiAlertKind
{
    /// <summary>An account has usage of this month or the last that the price book says nothing of.</summary>
    Unpriced,

    /// <summary>A provider does not take the credential of an account any more.</summary>
    CredentialRejected,

    /// <summary>An account was not read to its end for so many hours, or for as long as it waits between readings.</summary>
    SyncStale,

    /// <summary>A threshold of a budget is reached this month.</summary>
    Budget,

    /// <summary>An account cost much more or much less on a day than before.</summary>
    Anomaly,

    /// <summary>Little is left at a provider of what was paid before, or nothing.</summary>
    BalanceLow,

    /// <summary>A provider has not answered for some minutes.</summary>
    ServiceDown,
}

/// <summary>What somebody should look at, and whether somebody has.</summary>
/// <param name="Raised">As it was raised last; null: never.</param>
internal sealed record AiAlert(AiAlertRaised? Raised, bool IsAcknowledged, bool IsSettled) : IAggregate<AiAlert>
{
    public static string Alias => "aicosts.alert";

    public static AiAlert Initial { get; } = new(null, false, false);

    /// <summary>The one stream of what it is about, and by which rule: it is raised once, however often it is found.</summary>
    public static Guid Id(AiAlertRaised alert) =>
        AiHash.Id($"aicosts.alert {alert.Kind} {alert.Account} {alert.Budget} {(alert.Day is { } day ? DateText.Write(day) : "")}{(alert.Rule is { } rule ? $" {rule}" : "")}");

    public AiAlert Apply(object happened) => happened switch
    {
        // Who has seen that a day stands out need not see it again; nor who has seen worse.
        AiAlertRaised e => new(e, IsAcknowledged && (e.Kind == AiAlertKind.Anomaly || (!IsSettled && e.Level < Raised?.Level)), false),
        AiAlertAcknowledged => this with { IsAcknowledged = true },
        AiAlertSettled => this with { IsSettled = true },
        _ => throw new UnknownEventException(nameof(AiAlert), happened),
    };

    /// <summary>It is so: told where it was not, or is at another level.</summary>
    public Decision<AiAlertEvent> Raise(AiAlertRaised now) => Raised is { } before && !IsSettled && before.Level == now.Level ? Decision.Nothing : now;

    /// <summary>It is so no more.</summary>
    public Decision<AiAlertEvent> Settle() => Raised is null || IsSettled ? Decision.Nothing : new AiAlertSettled();
}

/// <summary>An alert as the inbox reads it.</summary>
internal sealed record AiAlertRow(
    Guid Id, string Kind, string Level, Guid? AccountId, Guid? BudgetId, DateOnly? Day, decimal? Threshold, DateTimeOffset RaisedAt, DateTimeOffset? AcknowledgedAt, string? AcknowledgedBy, string Note, DateTimeOffset? SettledAt, Guid? RuleId, long Version);

internal sealed class AiAlertRows : Projection<AiAlertRow>
{
    public AiAlertRows() : base("aicosts.alerts", new RowTable<AiAlertRow>("ai_alerts"), Lifecycle.Inline, version: 2, inlineStream: AiAlert.Alias)
    {
        CoversAll<AiAlertEvent>();
        Uses<AiAlertRaised>((row, e, at) => Eased(row, e) is var eased && row is not null && (eased || e.Kind == AiAlertKind.Anomaly)
            ? Row(e, at) with { RaisedAt = eased ? row.RaisedAt : at.At, AcknowledgedAt = row.AcknowledgedAt, AcknowledgedBy = row.AcknowledgedBy, Note = row.Note }
            : Row(e, at));
        Uses<AiAlertAcknowledged>((row, e, at) => row! with { AcknowledgedAt = at.At, AcknowledgedBy = at.Recorded.Actor.Name, Note = e.Note, Version = at.Version });
        Uses<AiAlertSettled>((row, _, at) => row! with { SettledAt = at.At, Version = at.Version });
    }

    private static AiAlertRow Row(AiAlertRaised e, StoredEvent at) => new(at.StreamId, Word(e.Kind), e.Level.ToString().ToLowerInvariant(), e.Account, e.Budget, e.Day, e.Threshold?.Value, at.At, null, null, "", null, e.Rule, at.Version);

    /// <summary>It is still so, and less bad than it was said to be.</summary>
    private static bool Eased(AiAlertRow? row, AiAlertRaised e) => row is { SettledAt: null } && e.Level < Enum.Parse<AlertLevel>(row.Level, ignoreCase: true);

    /// <summary>As the API says it.</summary>
    public static string Word(AiAlertKind kind) => kind switch
    {
        AiAlertKind.Unpriced => "unpriced",
        AiAlertKind.CredentialRejected => "credentialRejected",
        AiAlertKind.SyncStale => "syncStale",
        AiAlertKind.Budget => "budget",
        AiAlertKind.Anomaly => "anomaly",
        AiAlertKind.BalanceLow => "balanceLow",
        AiAlertKind.ServiceDown => "serviceDown",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
