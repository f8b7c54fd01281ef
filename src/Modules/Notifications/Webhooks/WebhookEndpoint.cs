using Billing.EventStore;

namespace Billing.Notifications;

/// <summary>Something that happened to an address that is told of what happens.</summary>
internal abstract record WebhookEndpointEvent;

/// <summary>An address is told of what happens from now on. Its secret, and the values of its own headers, are in no event.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Url">Where to.</param>
/// <param name="Filters">Of which events, by name; * stands for any letters.</param>
/// <param name="Headers">Names of headers that it wants to be sent.</param>
/// <param name="Rate">At most so many a second; missing: as fast as it answers.</param>
/// <param name="Signing">How deliveries are signed.</param>
/// <param name="Shown">How its secret begins and ends.</param>
[Event("notifications.webhook_opened")]
internal sealed record WebhookOpened(string Name, string Url, ValueList<string> Filters, ValueList<string> Headers, int? Rate, WebhookSigning Signing, string Shown) : WebhookEndpointEvent;

/// <summary>It is told otherwise from now on.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Url">Where to.</param>
/// <param name="Filters">Of which events, by name; * stands for any letters.</param>
/// <param name="Headers">Names of headers that it wants to be sent.</param>
/// <param name="Rate">At most so many a second; missing: as fast as it answers.</param>
[Event("notifications.webhook_arranged")]
internal sealed record WebhookArranged(string Name, string Url, ValueList<string> Filters, ValueList<string> Headers, int? Rate) : WebhookEndpointEvent;

/// <summary>It has another secret; the one before signs beside it for a while.</summary>
/// <param name="Signing">How deliveries are signed.</param>
/// <param name="Shown">How the new one begins and ends.</param>
/// <param name="OldUntil">How long the one before is good, UTC.</param>
[Event("notifications.webhook_secret_rotated")]
internal sealed record WebhookSecretRotated(WebhookSigning Signing, string Shown, DateTimeOffset OldUntil) : WebhookEndpointEvent;

/// <summary>It is told of nothing until somebody resumes it.</summary>
[Event("notifications.webhook_paused")]
internal sealed record WebhookPaused : WebhookEndpointEvent;

/// <summary>It is told again of what happens from now on, and of what was waiting.</summary>
[Event("notifications.webhook_resumed")]
internal sealed record WebhookResumed : WebhookEndpointEvent;

/// <summary>It is told of nothing more, because of how it answered.</summary>
/// <param name="Reason">Why.</param>
[Event("notifications.webhook_disabled")]
internal sealed record WebhookDisabled(WebhookTrouble Reason) : WebhookEndpointEvent;

/// <summary>What happened since a moment is told once more.</summary>
/// <param name="Since">That moment, UTC.</param>
[Event("notifications.webhook_replay_asked")]
internal sealed record WebhookReplayAsked(DateTimeOffset Since) : WebhookEndpointEvent;

/// <summary>It is there no longer; its secrets are dropped.</summary>
[Event("notifications.webhook_removed")]
internal sealed record WebhookRemoved : WebhookEndpointEvent;

/// <summary>Why an address is told of nothing more.</summary>
internal enum WebhookTrouble
{
    /// <summary>It said that it is there no longer: 410.</summary>
    Gone,

    /// <summary>It took nothing for five days.</summary>
    Failing,
}

/// <summary>Whether an address is told of what happens.</summary>
internal enum WebhookState
{
    /// <summary>It is.</summary>
    Active,

    /// <summary>Somebody stopped it.</summary>
    Paused,

    /// <summary>It was stopped because of how it answered.</summary>
    Disabled,

    /// <summary>It is there no longer.</summary>
    Removed,
}

/// <summary>An address that is told of what happens.</summary>
internal sealed record WebhookEndpoint(
    string Name, string Url, ValueList<string> Filters, ValueList<string> Headers, int? Rate, WebhookSigning Signing, string Shown, DateTimeOffset? OldUntil, WebhookState State, WebhookTrouble? Reason) : IAggregate<WebhookEndpoint>
{
    public static string Alias => "notifications.webhook_endpoint";

    public static WebhookEndpoint Initial { get; } = new("", "", [], [], null, WebhookSigning.Hmac, "", null, WebhookState.Removed, null);

    /// <summary>Stops it because of how it answered; it may have been stopped meanwhile.</summary>
    public Decision<WebhookEndpointEvent> Disable(WebhookTrouble reason) => State == WebhookState.Active ? new WebhookDisabled(reason) : Decision.Nothing;

    /// <summary>Ends it.</summary>
    public Decision<WebhookEndpointEvent> Remove() => State == WebhookState.Removed ? Decision.Nothing : new WebhookRemoved();

    public WebhookEndpoint Apply(object happened) => happened switch
    {
        WebhookOpened e => new(e.Name, e.Url, e.Filters, e.Headers, e.Rate, e.Signing, e.Shown, null, WebhookState.Active, null),
        WebhookArranged e => this with { Name = e.Name, Url = e.Url, Filters = e.Filters, Headers = e.Headers, Rate = e.Rate },
        WebhookSecretRotated e => this with { Signing = e.Signing, Shown = e.Shown, OldUntil = e.OldUntil },
        WebhookPaused => this with { State = WebhookState.Paused, Reason = null },
        WebhookResumed => this with { State = WebhookState.Active, Reason = null },
        WebhookDisabled e => this with { State = WebhookState.Disabled, Reason = e.Reason },
        WebhookReplayAsked => this,
        WebhookRemoved => Initial,
        _ => throw new UnknownEventException(nameof(WebhookEndpoint), happened),
    };
}
