using System.Text.Json.Serialization;

namespace Billing.AiCosts;

/// <summary>An account at a provider of AI services.</summary>
[JsonConverter(typeof(TypedIdConverter<AiAccountId>))]
internal readonly record struct AiAccountId(Guid Value) : ITypedId<AiAccountId>
{
    public static AiAccountId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out AiAccountId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>How much may be spent on AI services in a month.</summary>
[JsonConverter(typeof(TypedIdConverter<AiBudgetId>))]
internal readonly record struct AiBudgetId(Guid Value) : ITypedId<AiBudgetId>
{
    public static AiBudgetId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out AiBudgetId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>Something that somebody should look at.</summary>
[JsonConverter(typeof(TypedIdConverter<AiAlertId>))]
internal readonly record struct AiAlertId(Guid Value) : ITypedId<AiAlertId>
{
    public static AiAlertId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out AiAlertId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A rule that says what somebody should look at.</summary>
[JsonConverter(typeof(TypedIdConverter<AiAlertRuleId>))]
internal readonly record struct AiAlertRuleId(Guid Value) : ITypedId<AiAlertRuleId>
{
    public static AiAlertRuleId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out AiAlertRuleId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>A rule that says for whom costs are.</summary>
[JsonConverter(typeof(TypedIdConverter<AiAllocationId>))]
internal readonly record struct AiAllocationId(Guid Value) : ITypedId<AiAllocationId>
{
    public static AiAllocationId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out AiAllocationId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>What a client was charged for a month, in one currency of its costs.</summary>
[JsonConverter(typeof(TypedIdConverter<AiChargeId>))]
internal readonly record struct AiChargeId(Guid Value) : ITypedId<AiChargeId>
{
    public static AiChargeId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out AiChargeId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>One taking-over of a file of usage.</summary>
[JsonConverter(typeof(TypedIdConverter<AiImportId>))]
internal readonly record struct AiImportId(Guid Value) : ITypedId<AiImportId>
{
    public static AiImportId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out AiImportId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>Seats at an account that cost the same each month.</summary>
[JsonConverter(typeof(TypedIdConverter<AiSeatsId>))]
internal readonly record struct AiSeatsId(Guid Value) : ITypedId<AiSeatsId>
{
    public static AiSeatsId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out AiSeatsId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>One reading of an account, from its beginning to its end.</summary>
[JsonConverter(typeof(TypedIdConverter<AiRunId>))]
internal readonly record struct AiRunId(Guid Value) : ITypedId<AiRunId>
{
    public static AiRunId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out AiRunId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
