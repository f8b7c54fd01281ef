using System.Text.Json.Serialization;

namespace Billing.Usage;

/// <summary>A client of Invoicing: who uses, and who pays.</summary>
[JsonConverter(typeof(TypedIdConverter<ClientId>))]
internal readonly record struct ClientId(Guid Value) : ITypedId<ClientId>
{
    public static ClientId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ClientId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A wallet: money that a client paid before, or was given.</summary>
[JsonConverter(typeof(TypedIdConverter<WalletId>))]
internal readonly record struct WalletId(Guid Value) : ITypedId<WalletId>
{
    public static WalletId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out WalletId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A coupon.</summary>
[JsonConverter(typeof(TypedIdConverter<CouponId>))]
internal readonly record struct CouponId(Guid Value) : ITypedId<CouponId>
{
    public static CouponId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CouponId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
