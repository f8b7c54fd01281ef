using System.Text.Json.Serialization;

namespace Billing.Facilities;

/// <summary>A group of facilities that are billed on one schedule.</summary>
[JsonConverter(typeof(TypedIdConverter<FacilityGroupId>))]
internal readonly record struct FacilityGroupId(Guid Value) : ITypedId<FacilityGroupId>
{
    public static FacilityGroupId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out FacilityGroupId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A facility.</summary>
[JsonConverter(typeof(TypedIdConverter<FacilityId>))]
internal readonly record struct FacilityId(Guid Value) : ITypedId<FacilityId>
{
    public static FacilityId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out FacilityId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A set of statuses to pick from.</summary>
[JsonConverter(typeof(TypedIdConverter<StatusSetId>))]
internal readonly record struct StatusSetId(Guid Value) : ITypedId<StatusSetId>
{
    /// <summary>The set every organisation begins with.</summary>
    public static StatusSetId Default { get; } = new(new Guid("0193e0c0-0000-7000-8000-000000000001"));

    public static StatusSetId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out StatusSetId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>One status of a set.</summary>
[JsonConverter(typeof(TypedIdConverter<StatusId>))]
internal readonly record struct StatusId(Guid Value) : ITypedId<StatusId>
{
    public static StatusId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out StatusId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A client of Invoicing, known here by its id alone.</summary>
[JsonConverter(typeof(TypedIdConverter<ClientId>))]
internal readonly record struct ClientId(Guid Value) : ITypedId<ClientId>
{
    public static ClientId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ClientId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>One taking-over of a spreadsheet.</summary>
[JsonConverter(typeof(TypedIdConverter<ImportId>))]
internal readonly record struct ImportId(Guid Value) : ITypedId<ImportId>
{
    public static ImportId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ImportId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
