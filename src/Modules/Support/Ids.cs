using System.Text.Json.Serialization;

namespace Billing.Support;

/// <summary>Something that a client asked for.</summary>
[JsonConverter(typeof(TypedIdConverter<RequestId>))]
internal readonly record struct RequestId(Guid Value) : ITypedId<RequestId>
{
    public static RequestId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out RequestId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A piece of work at a price of its own.</summary>
[JsonConverter(typeof(TypedIdConverter<ProjectId>))]
internal readonly record struct ProjectId(Guid Value) : ITypedId<ProjectId>
{
    public static ProjectId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ProjectId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A site that is hosted for a client.</summary>
[JsonConverter(typeof(TypedIdConverter<SiteId>))]
internal readonly record struct SiteId(Guid Value) : ITypedId<SiteId>
{
    public static SiteId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out SiteId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>Somebody of a client's who may come into the portal.</summary>
[JsonConverter(typeof(TypedIdConverter<PortalUserId>))]
internal readonly record struct PortalUserId(Guid Value) : ITypedId<PortalUserId>
{
    public static PortalUserId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out PortalUserId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
