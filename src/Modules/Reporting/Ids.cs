using System.Text.Json.Serialization;

namespace Billing.Reporting;

/// <summary>A report that somebody asks for again and again.</summary>
[JsonConverter(typeof(TypedIdConverter<SavedReportId>))]
internal readonly record struct SavedReportId(Guid Value) : ITypedId<SavedReportId>
{
    public static SavedReportId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out SavedReportId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}
