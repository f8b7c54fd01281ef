using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Billing.Faults;

/// <summary>One part's line in the table, and everything that should not have been.</summary>
internal sealed class Trial(string name)
{
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly ConcurrentQueue<string> _losses = [];
    private readonly List<TimeSpan> _recoveries = [];
    private int _lostAnswers;
    private int _unavailable;

    public const string Head = "part      faults  acknowledged  refused  no answer   503  slowest recovery  found wrong   time";

    /// <summary>Things broken.</summary>
    public int Faults { get; set; }

    /// <summary>Commands that were answered with a success.</summary>
    public int Acknowledged { get; set; }

    /// <summary>Commands that were refused for good.</summary>
    public int Refused { get; set; }

    /// <summary>Why it could not be done here; null when it was.</summary>
    public string? Skipped { get; set; }

    public IReadOnlyCollection<string> Losses => _losses;

    public string Line => Skipped is not null ? $"{name,-8}  skipped: {Skipped}" : string.Create(CultureInfo.InvariantCulture,
        $"{name,-8}  {Faults,6}  {Acknowledged,12}  {Refused,7}  {_lostAnswers,9}  {_unavailable,4}  {(_recoveries.Count == 0 ? 0 : _recoveries.Max().TotalSeconds),14:F1} s  {_losses.Count,11}  {Stopwatch.GetElapsedTime(_begun).TotalSeconds,4:F0} s");

    /// <summary>An acknowledged thing is not there, a refused one is, or the product did what it must not.</summary>
    public void Lose(string what) => _losses.Enqueue(what);

    /// <summary>The line broke before an answer came.</summary>
    public void NoAnswer() => Interlocked.Increment(ref _lostAnswers);

    /// <summary>Answered 503.</summary>
    public void Unavailable() => Interlocked.Increment(ref _unavailable);

    /// <summary>How long it took until requests made sense again.</summary>
    public void Recovered(TimeSpan after) => _recoveries.Add(after);
}
