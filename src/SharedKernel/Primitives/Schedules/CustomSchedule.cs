using System.Text.Json.Serialization;

namespace Billing;

/// <summary>On the dates of a list, which stands beside the schedule (<see cref="CustomDates"/>). Current is the latest date that has come.</summary>
[JsonConverter(typeof(ScheduleConverter))]
public sealed record CustomSchedule : Schedule
{
    internal CustomSchedule() : base(PeriodRule.Arrears)
    {
    }

    public override Frequency Frequency => Frequency.Custom;

    public override string Words => "Custom dates, arrears";

    public override ScheduleTerms Terms => new(Frequency, Rule);

    private protected override ITurns Turns(CustomDates dates) => new Listed(dates);

    /// <summary>Numbers count the list from its oldest date, 0 on; −1 is "none has come yet".</summary>
    private sealed record Listed(CustomDates Dates) : ITurns
    {
        public long Current(DateOnly today) => Dates.Count(date => date.Date <= today) - 1;

        public Turn? At(long number)
        {
            if (number < 0 || number >= Dates.Count) return null;
            var date = Dates[Dates.Count - 1 - (int)number];
            return new Turn(date.Date, date.Period);
        }

        public IEnumerable<long> Beginning(Period window) =>
            Enumerable.Range(0, Dates.Count).Select(number => (long)number).Where(number => window.Contains(At(number)!.Value.Period.From)).OrderBy(number => At(number)!.Value.Period.From);
    }
}
