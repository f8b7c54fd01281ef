using System.Text.Json.Serialization;

namespace Billing.Identity;

/// <summary>A person, whatever organisations they belong to.</summary>
[JsonConverter(typeof(TypedIdConverter<PersonId>))]
internal readonly record struct PersonId(Guid Value) : ITypedId<PersonId>
{
    public static PersonId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out PersonId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>An invitation into an organisation.</summary>
[JsonConverter(typeof(TypedIdConverter<InvitationId>))]
internal readonly record struct InvitationId(Guid Value) : ITypedId<InvitationId>
{
    public static InvitationId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out InvitationId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>One sign-in on one device; also the id of its session.</summary>
[JsonConverter(typeof(TypedIdConverter<SignInId>))]
internal readonly record struct SignInId(Guid Value) : ITypedId<SignInId>
{
    public static SignInId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out SignInId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>An API key.</summary>
[JsonConverter(typeof(TypedIdConverter<ApiKeyId>))]
internal readonly record struct ApiKeyId(Guid Value) : ITypedId<ApiKeyId>
{
    public static ApiKeyId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ApiKeyId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
