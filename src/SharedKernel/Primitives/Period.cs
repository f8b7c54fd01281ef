namespace Billing;

/// <summary>Calendar days from the first through the last, both included. No time zone: a day is a day.</summary>
public readonly record struct Period
{
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public Period(DateOnly from, DateOnly through)
    {
        if (through < from) throw new ArgumentException("A period ends on or after the day it begins.", nameof(through));
        From = from;
        Through = through;
    }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>Last day, included.</summary>
    public DateOnly Through { get; }

    /// <summary>Number of days, both ends counted.</summary>
    public int Days => Through.DayNumber - From.DayNumber + 1;

    /// <summary>Whether the day lies in it.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= Through;

    public override string ToString() => $"{DateText.Write(From)}…{DateText.Write(Through)}";
}
