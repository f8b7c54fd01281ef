using System.Globalization;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>What a meter read in a window, from its first instant up to, not including, the last.</summary>
/// <param name="From">In the organisation's zone.</param>
/// <param name="To">The first instant after it.</param>
/// <param name="Group">By property, where the question groups.</param>
/// <param name="Amount">In the meter's unit, as text.</param>
/// <param name="Events">How many events it is made of.</param>
internal sealed record UsageLine(DateTimeOffset From, DateTimeOffset To, IReadOnlyDictionary<string, string> Group, string Amount, long Events);

/// <summary>What a meter read.</summary>
/// <param name="Meter">Its code.</param>
/// <param name="Aggregation">What is made of the values.</param>
/// <param name="TimeZone">Where days and months begin.</param>
/// <param name="Items">By window and group; windows without usage are missing.</param>
internal sealed record UsagePage(string Meter, string Unit, Aggregation Aggregation, string TimeZone, IReadOnlyList<UsageLine> Items);

/// <summary>The usage of a meter over time.</summary>
internal static class ShowUsage
{
    /// <summary>Groups by who used it.</summary>
    private const string Subject = "subject";

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/meters/{code}/usage", async (string code, Session session, Organisation organisation, CancellationToken stop, string? subject = null, string? from = null, string? to = null, string? window = null, string? groupBy = null) =>
        {
            if (await ListMeters.Find(session, code, stop) is not { } meter) return (IResult)Problems.NotFound;
            var zone = organisation.TimeZone;
            if (UsageInstant.Read(from, "from", zone, out var begins) is { } unread) return unread;
            if (UsageInstant.Read(to, "to", zone, out var ends) is { } unreadToo) return unreadToo;
            var today = LocalDay.Of(session.Now, zone);
            var since = begins ?? LocalDay.StartOf(new DateOnly(today.Year, today.Month, 1), zone);
            var until = ends ?? LocalDay.StartOf(new DateOnly(today.Year, today.Month, 1).AddMonths(1), zone);
            if (since >= until) return Problems.BadRequest(new Fault("?to", "The end lies after the beginning."));
            if (window is not (null or "hour" or "day" or "month")) return Problems.BadRequest(new Fault("?window", "A window is hour, day or month; left out, all of the time is one."));
            WindowLength? length = window switch { "hour" => WindowLength.Hour, "day" => WindowLength.Day, "month" => WindowLength.Month, _ => null };
            if (UsageWindows.Borders(since, until, length, zone) is not { } borders) return Problems.BadRequest(new Fault("?window", $"That are more than {UsageWindows.Most} windows. Ask for a shorter time or longer windows."));
            var rule = meter.Versions.Last(v => v.From < until || v == meter.Versions[0]).Rule;
            var wanted = (groupBy ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            var places = wanted.Select(name => name == Subject ? 0 : rule.GroupBy.ToList().IndexOf(name) is >= 0 and var place ? place + 1 : -1).ToList();
            if (places.Contains(-1)) return Problems.BadRequest(new Fault("?groupBy", $"This meter groups by {string.Join(", ", rule.GroupBy.Prepend(Subject))}."));
            var amounts = await UsageReading.Read(session.Aside, meter.Id, rule, borders, subject, places, stop);
            return TypedResults.Ok(new UsagePage(meter.Code, meter.Unit, rule.Aggregation, zone.Id,
            [
                .. amounts.Select(a => new UsageLine(
                    TimeZoneInfo.ConvertTime(borders[a.Window], zone), TimeZoneInfo.ConvertTime(borders[a.Window + 1], zone),
                    wanted.Zip(a.Group).ToDictionary(pair => pair.First, pair => pair.Second), a.Amount.ToString("0.############", CultureInfo.InvariantCulture), a.Events)),
            ]));
        })
        .Produces<UsagePage>()
        .Requires(Permission.SeeUsage)
        .WithSummary("The usage of a meter over time");
}
