using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>The organisation's clock sets out for a later moment. Everything that is due on the way happens in order, each at its own time: renewals, reminders, attempts to collect.</summary>
/// <param name="To">Where it stops, UTC.</param>
/// <param name="JobsEveryHours">How often what looks over all that is due comes on the way: every hour, or at most every 24 so that a long way takes less. Counted back from where the clock stops.</param>
internal sealed record MoveClock(DateTimeOffset To, int JobsEveryHours = 1)
{
    private const int MostHours = 24;

    private const int MostYears = 3;

    public Decision<OrganisationEvent> Decide(Organisation here, TestClock? clock)
    {
        if (!here.TestMode || clock is null) return No.NoClock;
        if (JobsEveryHours is < 1 or > MostHours) return No.Stride;
        if (Target <= clock.At || Target < clock.Target) return No.NotAhead;
        return Target > clock.At.AddYears(MostYears) ? No.TooFar : Target == clock.Target ? Decision.Nothing : new ClockMoved(Target);
    }

    private DateTimeOffset Target => TestClock.Cut(To);

    private TimeSpan? Stride => JobsEveryHours > 1 ? TimeSpan.FromHours(JobsEveryHours) : null;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/clock/advance", async (MoveClock command, Session session, Web.Organisation here, CommandEdge edge, CancellationToken stop) =>
        {
            var clock = await TestClock.Of(session, stop);
            var work = session.Begin();
            await work.Load<Organisation>(Organisation.Id, stop, fresh: true);
            if (work.Decide<Organisation, OrganisationEvent>(Organisation.Id, organisation => command.Decide(organisation, clock)) is { } refused) return edge.Refused(refused);
            TestClock.MoveTo(work, command.Target, command.Stride);
            return await edge.Commit(work, Answer.Of(ClockPage.Of(clock! with { Target = command.Target }, clock.At, here.TimeZone), status: 202), stop);
        })
        .Produces<ClockPage>(202).Requires(Permission.ArrangeOrganisation).WithSummary("Move the organisation's own clock; what is due on the way happens in order");

    private static class No
    {
        public static readonly Refusal NoClock = new("no-clock", "This organisation goes by everybody's time. Only one in test mode has a clock that can be moved.");
        public static readonly Refusal NotAhead = new("clock-goes-forward", "A clock goes forward. Choose a moment after the one it shows, or is on its way to.");
        public static readonly Refusal Stride = new("clock-stride", "Jobs come every 1 to 24 hours on the way.");
        public static readonly Refusal TooFar = new("clock-too-far-ahead", "Move the clock by three years at most, then again.");
    }
}
