using System.Text.Json.Serialization;

namespace Billing.Notifications;

/// <summary>An address that is told of what happens.</summary>
[JsonConverter(typeof(TypedIdConverter<WebhookEndpointId>))]
internal readonly record struct WebhookEndpointId(Guid Value) : ITypedId<WebhookEndpointId>
{
    public static WebhookEndpointId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out WebhookEndpointId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>One event on its way to one address.</summary>
[JsonConverter(typeof(TypedIdConverter<WebhookDeliveryId>))]
internal readonly record struct WebhookDeliveryId(Guid Value) : ITypedId<WebhookDeliveryId>
{
    public static WebhookDeliveryId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out WebhookDeliveryId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>What one person was told of one event.</summary>
[JsonConverter(typeof(TypedIdConverter<NotificationId>))]
internal readonly record struct NotificationId(Guid Value) : ITypedId<NotificationId>
{
    public static NotificationId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out NotificationId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
