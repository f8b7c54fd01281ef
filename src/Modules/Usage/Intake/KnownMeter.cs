using System.Text.Json;

namespace Billing.Usage;

/// <summary>A meter as the intake knows it.</summary>
/// <param name="Versions">Oldest first.</param>
internal sealed record KnownMeter(Guid Id, string Code, bool Retired, IReadOnlyList<MeterVersion> Versions)
{
    /// <summary>The event, judged by the version in force at its instant.</summary>
    /// <param name="properties">Each value as JSON, by name in order.</param>
    public UsageEvent Judge(string id, string subject, decimal value, DateTime at, SortedList<string, string>? properties)
    {
        var rule = RuleAt(at);
        var kept = properties is { Count: > 0 } ? "{" + string.Join(',', properties.Select(p => JsonSerializer.Serialize(p.Key) + ":" + p.Value)) + "}" : null;
        return new UsageEvent(
            id, UsageHash.Of(id), UsageHash.Of(Code, subject, value, kept), Id, UsageHash.Of(subject), subject, value, at,
            rule.Filters.All(filter => Text(properties, filter.Property) is { } given && filter.Values.Contains(given, StringComparer.Ordinal)) && (rule.Property is null || properties?.ContainsKey(rule.Property) is true),
            rule.GroupBy.Count == 0 ? "[]" : "[" + string.Join(',', rule.GroupBy.Select(name => properties?.GetValueOrDefault(name) ?? "null")) + "]",
            rule.Property is { } counted && properties?.TryGetValue(counted, out var item) is true ? UsageHash.Of(item) : null,
            kept);
    }

    /// <summary>The rule that judges an event of that instant.</summary>
    public MeterRule RuleAt(DateTime at)
    {
        for (var i = Versions.Count - 1; i > 0; i--)
            if (Versions[i].From.UtcDateTime <= at) return Versions[i].Rule;
        return Versions[0].Rule;
    }

    private static string? Text(SortedList<string, string>? properties, string name) =>
        properties?.TryGetValue(name, out var json) is not true ? null : json[0] == '"' ? JsonSerializer.Deserialize<string>(json) : json;
}
