using Billing.EventStore;

namespace Billing.Notifications;

/// <summary>An address that is told of what happens. Its secret, and the values of its own headers, are told to nobody again.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Url">Where to.</param>
/// <param name="Filters">Of which events, by name; * stands for any letters.</param>
/// <param name="Headers">Names of headers of its own.</param>
/// <param name="Rate">At most so many a second; null: as fast as it answers.</param>
/// <param name="Signing">How deliveries are signed.</param>
/// <param name="Secret">How the secret begins and ends; of ed25519, the public key.</param>
/// <param name="OldSecretUntil">Until when the secret before signs beside it, UTC.</param>
/// <param name="State">Whether it is told.</param>
/// <param name="Reason">Why it was disabled.</param>
internal sealed record WebhookEndpointPage(
    WebhookEndpointId Id, string Name, string Url, IReadOnlyList<string> Filters, IReadOnlyList<string> Headers, int? Rate, WebhookSigning Signing, string Secret, DateTimeOffset? OldSecretUntil, WebhookState State, WebhookTrouble? Reason, long Version)
{
    public static WebhookEndpointPage Of(WebhookEndpointId id, Versioned<WebhookEndpoint> now)
    {
        var of = now.State;
        return new(id, of.Name, of.Url, of.Filters, of.Headers, of.Rate, of.Signing, of.Shown, of.OldUntil, of.State, of.Reason, now.Version);
    }
}

/// <summary>An address with a secret that was made just now.</summary>
/// <param name="Endpoint">The address.</param>
/// <param name="Secret">What its deliveries are checked with: the whole secret, told this once, or the public key.</param>
internal sealed record WebhookSecretShown(WebhookEndpointPage Endpoint, string Secret)
{
    public override string ToString() => nameof(WebhookSecretShown); // never the secret
}

/// <summary>An address in the list, with how it does.</summary>
/// <param name="Endpoint">The address.</param>
/// <param name="Failures">How many attempts failed in a row.</param>
/// <param name="FailingSince">Since when it takes nothing, UTC.</param>
/// <param name="RestsUntil">Until when it is left alone, UTC.</param>
/// <param name="Waiting">How many deliveries wait.</param>
/// <param name="Failed">How many were given up.</param>
/// <param name="HasSecret">False after the organisation has moved: it is told of nothing until a secret is made.</param>
internal sealed record WebhookEndpointLine(WebhookEndpointPage Endpoint, int Failures, DateTimeOffset? FailingSince, DateTimeOffset? RestsUntil, long Waiting, long Failed, bool HasSecret);
