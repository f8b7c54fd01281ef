using System.Text.Json.Serialization;

namespace Billing.Invoicing;

/// <summary>An invoice that comes again and again.</summary>
[JsonConverter(typeof(TypedIdConverter<RecurringInvoiceId>))]
internal readonly record struct RecurringInvoiceId(Guid Value) : ITypedId<RecurringInvoiceId>
{
    public static RecurringInvoiceId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out RecurringInvoiceId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
