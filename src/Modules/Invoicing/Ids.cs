using System.Text.Json.Serialization;

namespace Billing.Invoicing;

/// <summary>A client: who is billed.</summary>
[JsonConverter(typeof(TypedIdConverter<ClientId>))]
internal readonly record struct ClientId(Guid Value) : ITypedId<ClientId>
{
    public static ClientId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ClientId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A charge: one thing that a client owes money for.</summary>
[JsonConverter(typeof(TypedIdConverter<ChargeId>))]
internal readonly record struct ChargeId(Guid Value) : ITypedId<ChargeId>
{
    public static ChargeId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ChargeId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>An invoice, from draft to settled.</summary>
[JsonConverter(typeof(TypedIdConverter<InvoiceId>))]
internal readonly record struct InvoiceId(Guid Value) : ITypedId<InvoiceId>
{
    public static InvoiceId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out InvoiceId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A payment received from a client.</summary>
[JsonConverter(typeof(TypedIdConverter<PaymentId>))]
internal readonly record struct PaymentId(Guid Value) : ITypedId<PaymentId>
{
    public static PaymentId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out PaymentId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A credit note against an issued invoice.</summary>
[JsonConverter(typeof(TypedIdConverter<CreditNoteId>))]
internal readonly record struct CreditNoteId(Guid Value) : ITypedId<CreditNoteId>
{
    public static CreditNoteId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out CreditNoteId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>One run that makes drafts of open charges.</summary>
[JsonConverter(typeof(TypedIdConverter<BillingRunId>))]
internal readonly record struct BillingRunId(Guid Value) : ITypedId<BillingRunId>
{
    public static BillingRunId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out BillingRunId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>One taking-over of a list of clients.</summary>
[JsonConverter(typeof(TypedIdConverter<ImportId>))]
internal readonly record struct ImportId(Guid Value) : ITypedId<ImportId>
{
    public static ImportId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ImportId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>One asking for a document to be mailed.</summary>
[JsonConverter(typeof(TypedIdConverter<SendingId>))]
internal readonly record struct SendingId(Guid Value) : ITypedId<SendingId>
{
    public static SendingId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out SendingId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A link that opens an invoice to whoever has it.</summary>
[JsonConverter(typeof(TypedIdConverter<ClientLinkId>))]
internal readonly record struct ClientLinkId(Guid Value) : ITypedId<ClientLinkId>
{
    public static ClientLinkId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out ClientLinkId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
