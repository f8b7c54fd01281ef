namespace Billing.Host.Tests;

/// <summary>A clock that is so far ahead of the real one, goes on from there, and may be put forward.</summary>
internal sealed class Clock(TimeSpan ahead = default) : TimeProvider
{
    private long _ahead = ahead.Ticks;

    /// <summary>One that begins at a moment.</summary>
    public Clock(DateTimeOffset moment) : this(moment - DateTimeOffset.UtcNow)
    {
    }

    /// <summary>One that begins at noon of a day, UTC.</summary>
    public Clock(DateOnly day) : this(new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero))
    {
    }

    public void Forward(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _ahead));
}
