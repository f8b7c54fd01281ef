using System.Globalization;

namespace Billing.Host.Sample;

/// <summary>What a part of the play needs: the product, chance, and where in the story it is.</summary>
/// <param name="Api">The product.</param>
/// <param name="Dice">Chance.</param>
/// <param name="Today">The day that is played.</param>
/// <param name="Month">Of the story, from 0.</param>
/// <param name="IsAhead">Whether that day is not over by everybody's time: what AI services cost goes by that.</param>
/// <param name="Clients">Ids of the clients there are, by name.</param>
internal sealed record SampleScene(SampleApi Api, Dice Dice, DateOnly Today, int Month, bool IsAhead, Dictionary<string, string> Clients)
{
    /// <summary>The first day of the month before.</summary>
    public DateOnly LastMonth => new DateOnly(Today.Year, Today.Month, 1).AddMonths(-1);

    /// <summary>The last day of the month before.</summary>
    public DateOnly EndOfLastMonth => LastMonth.AddMonths(1).AddDays(-1);

    /// <summary>The days since the one that was played before, today included; those of the month before only where that is wanted.</summary>
    public IEnumerable<DateOnly> DaysSince(bool acrossMonths)
    {
        var before = SampleCompany.Days.Where(day => day < Today.Day).DefaultIfEmpty(0).Max();
        var first = before > 0 ? new DateOnly(Today.Year, Today.Month, before + 1) : acrossMonths && Month > 0 ? LastMonth.AddDays(SampleCompany.Days[^1]) : new DateOnly(Today.Year, Today.Month, 1);
        for (var day = first; day <= Today; day = day.AddDays(1)) yield return day;
    }

    public static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A client that has come already; null: not yet.</summary>
    public string? Client(string name) => Clients.GetValueOrDefault(name);
}

/// <summary>What a module does in the play: on some days of each month.</summary>
internal interface ISamplePart
{
    /// <summary>Plays a day; doing it again does nothing more.</summary>
    /// <param name="scene">Its day is one of <see cref="SampleCompany.Days"/>.</param>
    /// <param name="stop">Ends it.</param>
    Task Play(SampleScene scene, CancellationToken stop);
}
