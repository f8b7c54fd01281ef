using System.Globalization;

namespace Billing.EventStore;

/// <summary>
/// What this process has heard: from itself at once, from other nodes by notification. A notification may be late or lost;
/// everyone who waits here also looks for himself now and then.
/// </summary>
internal sealed class Pulse(Signal committed, Signal sent)
{
    private const string MarkAt = "mark ";
    private long _mark;
    private long? _epoch;

    /// <summary>Some node has committed events.</summary>
    public Signal Committed { get; } = committed;

    /// <summary>Some node has sent messages, or asked for one to be tried again.</summary>
    public Signal Sent { get; } = sent;

    /// <summary>The high-water mark has moved, or a projection may go on.</summary>
    public Signal Moved { get; } = new();

    /// <summary>Somebody was forgotten, here or on another node.</summary>
    public event Action? Forgot;

    /// <summary>Another node asks for a share of the work: how many duties it has, and which it could take.</summary>
    public event Action<int, string[]>? Asked;

    /// <summary>The high-water mark as last heard; never too high.</summary>
    public long Mark => Volatile.Read(ref _mark);

    public static string SayMark(long mark) => MarkAt + mark.ToString(CultureInfo.InvariantCulture);

    public static string SayAsk(int has, IEnumerable<string> wants) => $"ask {has} {string.Join(' ', wants)}";

    public void MarkIs(long mark)
    {
        var known = Mark;
        while (mark > known && Interlocked.CompareExchange(ref _mark, mark, known) is var now && now != known) known = now;
        if (mark > known) Moved.Raise();
    }

    /// <summary>How often somebody was forgotten, as the database counts; at the first look nobody knows what was missed.</summary>
    public void EpochIs(long number)
    {
        if (_epoch != number) Forgot?.Invoke();
        _epoch = number;
    }

    /// <summary>Something was said on the channel.</summary>
    public void Heard(string said)
    {
        if (said == "committed") Committed.Raise();
        else if (said == "sent") Sent.Raise();
        else if (said == "resume") Moved.Raise();
        else if (said == Forgetting.Said) Forgot?.Invoke();
        else if (said.StartsWith(MarkAt, StringComparison.Ordinal)) MarkIs(long.Parse(said.AsSpan(MarkAt.Length), CultureInfo.InvariantCulture));
        else if (said.Split(' ') is ["ask", var has, .. var wants]) Asked?.Invoke(int.Parse(has, CultureInfo.InvariantCulture), wants);
    }
}
