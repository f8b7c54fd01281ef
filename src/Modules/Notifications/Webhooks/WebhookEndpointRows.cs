using Billing.EventStore;

namespace Billing.Notifications;

/// <summary>An address as lists and senders read it.</summary>
internal sealed record WebhookEndpointRow(
    Guid Id, string Name, string Url, [Jsonb] IReadOnlyList<string> Filters, [Jsonb] IReadOnlyList<string> Headers, int? Rate, string Signing, string Shown, DateTimeOffset? OldUntil, string State, string? Reason, DateTimeOffset OpenedAt, long Version);

internal sealed class WebhookEndpointRows : Projection<WebhookEndpointRow>
{
    public WebhookEndpointRows() : base("notifications.webhook_endpoints", new RowTable<WebhookEndpointRow>("webhook_endpoints"), Lifecycle.Inline, inlineStream: WebhookEndpoint.Alias)
    {
        CoversAll<WebhookEndpointEvent>();
        Uses<WebhookOpened>((_, e, at) => new(at.StreamId, e.Name, e.Url, [.. e.Filters], [.. e.Headers], e.Rate, Word(e.Signing), e.Shown, null, Word(WebhookState.Active), null, at.At, at.Version));
        Uses<WebhookArranged>((row, e, at) => row! with { Name = e.Name, Url = e.Url, Filters = [.. e.Filters], Headers = [.. e.Headers], Rate = e.Rate, Version = at.Version });
        Uses<WebhookSecretRotated>((row, e, at) => row! with { Signing = Word(e.Signing), Shown = e.Shown, OldUntil = e.OldUntil, Version = at.Version });
        Uses<WebhookPaused>((row, _, at) => row! with { State = Word(WebhookState.Paused), Reason = null, Version = at.Version });
        Uses<WebhookResumed>((row, _, at) => row! with { State = Word(WebhookState.Active), Reason = null, Version = at.Version });
        Uses<WebhookDisabled>((row, e, at) => row! with { State = Word(WebhookState.Disabled), Reason = Word(e.Reason), Version = at.Version });
        Uses<WebhookReplayAsked>((row, _, at) => row! with { Version = at.Version });
        Uses<WebhookRemoved>((_, _, _) => null);
    }

    /// <summary>How a word stands in tables.</summary>
    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
