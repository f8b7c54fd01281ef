using System.Globalization;
using System.Text.Json.Serialization;

namespace Billing;

/// <summary>
/// When a group is billed and for which days: a frequency and a period rule. Cycles are numbered along the calendar, so the same cycle has the same
/// days whenever one looks; "current" and "2 cycles ago" are said for a given today (in the organisation's time zone). Made by <see cref="Of"/>.
/// </summary>
[JsonConverter(typeof(ScheduleConverter))]
public abstract record Schedule
{
    private protected Schedule(PeriodRule rule) => Rule = rule;

    /// <summary>Where the bill lies relative to its period.</summary>
    public PeriodRule Rule { get; }

    /// <summary>How often it bills.</summary>
    public abstract Frequency Frequency { get; }

    /// <summary>For people, in English: "Monthly on day 15, arrears".</summary>
    public abstract string Words { get; }

    /// <summary>Its parameters as they stand in JSON.</summary>
    public abstract ScheduleTerms Terms { get; }

    /// <summary>Makes a schedule, or says what is missing or impossible.</summary>
    public static Result<Schedule> Of(ScheduleTerms terms) => ScheduleRules.Read(terms);

    /// <summary>The cycle that many turns from the current one, or <c>no-such-cycle</c> beyond the calendar (or the list).</summary>
    public Result<Cycle> Cycle(int index, DateOnly today, CustomDates? dates = null)
    {
        var turns = Turns(dates ?? CustomDates.None);
        return At(turns, turns.Current(today), index) is { } cycle ? cycle : new Refusal("no-such-cycle", $"There is no cycle {index.ToString(CultureInfo.InvariantCulture)} as seen from {DateText.Write(today)}.");
    }

    /// <summary>The cycles from so many back to so many ahead, in order; those beyond the calendar (or the list) are left out.</summary>
    public IEnumerable<Cycle> Cycles(DateOnly today, int past, int future, CustomDates? dates = null)
    {
        var turns = Turns(dates ?? CustomDates.None);
        var current = turns.Current(today);
        for (long index = -past; index <= future; index++)
            if (At(turns, current, index) is { } cycle) yield return cycle;
    }

    /// <summary>The cycles whose period begins in the window, in order of that day, however far from today.</summary>
    public IEnumerable<Cycle> Beginning(Period window, DateOnly today, CustomDates? dates = null)
    {
        var turns = Turns(dates ?? CustomDates.None);
        var current = turns.Current(today);
        foreach (var turn in turns.Beginning(window))
            if (At(turns, current, turn - current) is { } cycle) yield return cycle;
    }

    /// <summary>Whether it bills exactly this: the date with this period.</summary>
    public bool Bills(DateOnly billingDate, Period period, CustomDates? dates = null)
    {
        var turns = Turns(dates ?? CustomDates.None);
        foreach (var turn in turns.Beginning(new Period(period.From, period.From)))
            if (turns.At(turn) is { } found && found.BillingDate == billingDate && found.Period == period) return true;
        return false;
    }

    private protected abstract ITurns Turns(CustomDates dates);

    private protected string RuleInWords => Rule == PeriodRule.Arrears ? "arrears" : "current";

    public sealed override string ToString() => Words;

    private static Cycle? At(ITurns turns, long current, long index) =>
        index is >= int.MinValue and <= int.MaxValue && turns.At(current + index) is var (on, period) ? new Cycle((int)index, on, period) : null;
}

/// <summary>A schedule's cycles, numbered along the calendar.</summary>
internal interface ITurns
{
    /// <summary>The number of the cycle that is current on that day.</summary>
    long Current(DateOnly today);

    /// <summary>The cycle of that number; null where it leaves the calendar or the list.</summary>
    Turn? At(long number);

    /// <summary>Numbers of the cycles whose period begins in the window, in order of that day.</summary>
    IEnumerable<long> Beginning(Period window)
    {
        for (var number = Current(window.From) - 1; ; number++)
        {
            var turn = At(number);
            // Before the calendar there is nothing yet; behind it there is nothing any more.
            if (turn is null && number > Current(window.From) + 1) yield break;
            if (turn is not { } found || found.Period.From < window.From) continue;
            if (found.Period.From > window.Through) yield break;
            yield return number;
        }
    }
}

/// <summary>A bill and the days it bills.</summary>
internal readonly record struct Turn(DateOnly BillingDate, Period Period)
{
    /// <summary>From day numbers, the end not included; null outside the calendar.</summary>
    public static Turn? Of(long billingDay, long from, long end) =>
        InCalendar(billingDay) && InCalendar(from) && InCalendar(end - 1) && from < end
            ? new Turn(DateOnly.FromDayNumber((int)billingDay), new Period(DateOnly.FromDayNumber((int)from), DateOnly.FromDayNumber((int)(end - 1))))
            : null;

    private static bool InCalendar(long day) => day >= 0 && day <= DateOnly.MaxValue.DayNumber;
}
