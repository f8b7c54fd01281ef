using System.Globalization;

namespace Billing.Bench;

/// <summary>One measured piece of work, what stands beside it, and the bar it has to reach.</summary>
/// <param name="Part">Part of the bench.</param>
/// <param name="Work">What was done, in words.</param>
/// <param name="Unit">Of all values, such as <c>appends/s</c>; a unit of time means that less is better.</param>
/// <param name="Ours">The product.</param>
internal sealed record Figure(string Part, string Work, string Unit, Score Ours)
{
    /// <summary>What it is compared with; the first is the yardstick of <see cref="RatioBar"/>.</summary>
    public IReadOnlyList<Score> Beside { get; init; } = [];

    /// <summary>The least ratio to the yardstick.</summary>
    public double? RatioBar { get; init; }

    /// <summary>The least value, or the most where less is better.</summary>
    public double? Bar { get; init; }

    private bool LessIsBetter => Unit is "ms" or "MB" or "s" or "µs" or "%";

    /// <summary>Whether the bar is reached; null without a bar.</summary>
    public bool? Reached => RatioBar is null && Bar is null ? null : (RatioBar is not { } ratio || Ours.RatioTo(Beside[0]) >= ratio) && (Bar is not { } bar || (LessIsBetter ? Ours.Median <= bar : Ours.Median >= bar));

    public string Value => Number(Ours.Median);

    /// <summary>Microseconds of processor an operation: ours, then theirs.</summary>
    public string Processor => string.Join(" / ", new[] { Ours }.Concat(Beside).Where(s => s.MedianProcessor > 0).Select(s => Number(s.MedianProcessor!.Value)));

    public string Comparison => string.Join("; ", Beside.Select(b => $"{b.Name} {Number(b.Median)} → {Ratio(Ours.RatioTo(b))}"));

    public string Verdict => Reached switch
    {
        null => "",
        { } reached => (reached ? "reached" : "MISSED") + ": " + string.Join(", ", new[] { RatioBar is { } ratio ? $"≥ {Ratio(ratio)}" : null, Bar is { } bar ? $"{(LessIsBetter ? "≤" : "≥")} {Number(bar)}" : null }.Where(b => b is not null)),
    };

    private static string Number(double value) => value.ToString(value < 10 ? "0.0#" : "#,0", CultureInfo.InvariantCulture);

    private static string Ratio(double ratio) => "× " + ratio.ToString("0.00", CultureInfo.InvariantCulture);
}
