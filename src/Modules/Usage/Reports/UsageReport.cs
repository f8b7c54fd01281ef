namespace Billing.Usage;

/// <summary>A report of usage as it counts.</summary>
/// <param name="MetricType">What kind of thing is measured.</param>
/// <param name="MetricName">What is measured.</param>
/// <param name="Value">How much in the period.</param>
/// <param name="Unit">Of the value; may be empty.</param>
/// <param name="PeriodStart">Its first instant, UTC.</param>
/// <param name="PeriodEnd">The first instant after it, UTC.</param>
/// <param name="TakenAt">When it came in.</param>
/// <param name="Metadata">Anything else, by name.</param>
internal sealed record UsageReport(string MetricType, string MetricName, Quantity Value, string Unit, DateTimeOffset PeriodStart, DateTimeOffset PeriodEnd, DateTimeOffset TakenAt, IReadOnlyDictionary<string, string> Metadata);
