using System.Text.Json.Serialization;

namespace Billing.Subscriptions;

/// <summary>A client of Invoicing: who subscribes, and who pays.</summary>
[JsonConverter(typeof(TypedIdConverter<ClientId>))]
internal readonly record struct ClientId(Guid Value) : ITypedId<ClientId>
{
    public static ClientId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ClientId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A plan that is sold.</summary>
[JsonConverter(typeof(TypedIdConverter<PlanId>))]
internal readonly record struct PlanId(Guid Value) : ITypedId<PlanId>
{
    public static PlanId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out PlanId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A subscription.</summary>
[JsonConverter(typeof(TypedIdConverter<SubscriptionId>))]
internal readonly record struct SubscriptionId(Guid Value) : ITypedId<SubscriptionId>
{
    public static SubscriptionId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out SubscriptionId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A card of a client's.</summary>
[JsonConverter(typeof(TypedIdConverter<CardId>))]
internal readonly record struct CardId(Guid Value) : ITypedId<CardId>
{
    public static CardId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CardId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>The collecting of one invoice.</summary>
[JsonConverter(typeof(TypedIdConverter<CollectionId>))]
internal readonly record struct CollectionId(Guid Value) : ITypedId<CollectionId>
{
    public static CollectionId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CollectionId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
