using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>A cycle as seen from a day.</summary>
/// <param name="Index">Negative = past, 0 = current, positive = ahead.</param>
/// <param name="Label">In English: "Current cycle", "2 cycles ago".</param>
internal sealed record CycleLine(int Index, string Label, DateOnly BillingDate, DateOnly From, DateOnly Through)
{
    /// <summary>Most cycles either way in one answer.</summary>
    public const int Most = 200;

    public static CycleLine Of(Cycle cycle) => new(cycle.Index, cycle.Label, cycle.BillingDate, cycle.From, cycle.Through);

    /// <summary>What is wrong with how many cycles were asked for, or null.</summary>
    public static Problem? Check(int past, int future) => past is >= 0 and <= Most && future is >= 0 and <= Most ? null : Problems.BadRequest(new Fault(past is >= 0 and <= Most ? "?future" : "?past", $"At most {Most} cycles either way."));
}

/// <summary>Cycles in order of time.</summary>
internal sealed record CycleList(IReadOnlyList<CycleLine> Items);

/// <summary>A group's cycles around a day.</summary>
internal static class ShowCycles
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/facility-groups/{id}/cycles", async (FacilityGroupId id, Streams<FacilityGroup> groups, Habits habits, CancellationToken stop, DateOnly? on = null, int past = 12, int future = 6) =>
        {
            if (CycleLine.Check(past, future) is { } wrong) return wrong;
            var group = await groups.Load(id.Value, stop);
            if (!group.Exists) return Problems.NotFound;
            return (IResult)Answer.Of(new CycleList([.. group.State.Schedule.Cycles(on ?? habits.Today, past, future, group.State.CustomDates).Select(CycleLine.Of)]));
        })
        .Produces<CycleList>()
        .Requires(Permission.SeeFacilities)
        .WithSummary("A group's cycles around a day");
}

/// <summary>The cycles that a schedule would have, before it is agreed on.</summary>
/// <param name="On">Seen from this day; left out: today.</param>
/// <param name="CustomDates">For a custom schedule.</param>
internal sealed record PreviewSchedule(Schedule Schedule, DateOnly? On = null, int Past = 0, int Future = 11, CustomDates? CustomDates = null)
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/schedules/preview", (PreviewSchedule asked, Habits habits) => CycleLine.Check(asked.Past, asked.Future) is { } wrong
            ? wrong
            : (IResult)Answer.Of(new CycleList([.. asked.Schedule.Cycles(asked.On ?? habits.Today, asked.Past, asked.Future, asked.CustomDates).Select(CycleLine.Of)])))
        .Produces<CycleList>()
        .Requires(Permission.SeeFacilities)
        .WithSummary("The cycles that a schedule would have");
}
