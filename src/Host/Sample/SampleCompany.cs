using System.Globalization;
using static Billing.Host.Sample.SampleScene;

namespace Billing.Host.Sample;

/// <summary>
/// Plays the made-up company: its clock goes from day to day, and on some days of each month every part does what is usual then, through the API as people do.
/// A play that was cut off goes on from the day at which the clock stands.
/// </summary>
internal sealed class SampleCompany(SampleApi api, TimeProvider time)
{
    /// <summary>The days of a month on which something is done.</summary>
    public static IReadOnlyList<int> Days { get; } = [1, 5, 10, 15, 20, 25, 28];

    private const int HoursOfStride = 24;

    private static readonly ISamplePart[] Parts = [new SampleClients(), new SampleFacilities(), new SampleSubscriptions(), new SampleUsage(), new SampleSupport(), new SampleAi(), new SampleInvoices(), new SamplePayments()];

    /// <summary>Plays until a day, the last one included.</summary>
    /// <param name="until">Where the clock stands in the end, at noon UTC.</param>
    /// <param name="reached">Told of each day before it is played.</param>
    /// <param name="stop">Ends it between two acts.</param>
    public async Task Play(DateOnly until, Action<DateOnly> reached, CancellationToken stop)
    {
        var clock = await api.Settle(stop);
        api.Today = clock.Day("today")!.Value;
        var begun = clock.Day("sample.since") ?? api.Today;
        var dice = new Dice(int.Parse(clock.Text("sample.seed"), CultureInfo.InvariantCulture));
        var clients = (await api.All("/api/clients", stop)).ToDictionary(client => client.Text("name"), client => client.Text("id"));
        for (var day = api.Today; ; day = day.AddDays(1))
        {
            if (day > until) break;
            if (!Days.Contains(day.Day) && day != until) continue;
            if (day > api.Today)
            {
                await api.Post("/api/clock/advance", new { to = string.Create(CultureInfo.InvariantCulture, $"{Iso(day)}T12:00:00Z"), jobsEveryHours = HoursOfStride }, stop);
                api.Today = day;
                await api.Settle(stop);
            }
            reached(day);
            if (!Days.Contains(day.Day)) continue;
            var scene = new SampleScene(api, dice, day, ((day.Year - begun.Year) * 12) + day.Month - begun.Month, day >= LocalDay.Of(time.GetUtcNow(), TimeZoneInfo.Utc), clients);
            foreach (var part in Parts) await part.Play(scene, stop);
        }
        await api.Settle(stop);
    }
}
