using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>The time by which the organisation works.</summary>
/// <param name="TestMode">Whether it has a clock of its own; no: it goes by everybody's.</param>
/// <param name="Now">What time it is there, UTC.</param>
/// <param name="Today">The calendar day in its zone.</param>
/// <param name="MovingTo">Where its clock is on its way to, UTC; null when it stands.</param>
/// <param name="Open">What is due and not yet done; its clock waits for that.</param>
/// <param name="Trouble">What of that failed and is tried again, as the type of its message; null when nothing did. Operations tell more.</param>
/// <param name="Sample">Of a made-up company, what its story goes by; null: this is none.</param>
internal sealed record ClockPage(bool TestMode, DateTimeOffset Now, DateOnly Today, DateTimeOffset? MovingTo, long Open, string? Trouble, SampleStory? Sample = null)
{
    public static ClockPage Of(TestClock? clock, DateTimeOffset now, TimeZoneInfo zone, SampleStory? sample = null) =>
        new(clock is not null, clock?.At ?? now, LocalDay.Of(clock?.At ?? now, zone), clock?.Target, clock?.Open ?? 0, clock?.Trouble, sample);

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/clock", async (Session session, Web.Organisation here, CancellationToken stop) =>
            TypedResults.Ok(Of(await TestClock.Of(session, stop), session.Now, here.TimeZone, SampleStory.Of((await session.Streams<Organisation>().Load(Organisation.Id, stop)).State))))
            .Requires(Permission.SeeOrganisation).WithSummary("What time it is for the organisation; in test mode, by its own clock");
        BeginTestMode.Map(app);
        MoveClock.Map(app);
    }
}

/// <summary>What the story of a made-up company goes by.</summary>
/// <param name="Seed">The number that it comes of.</param>
/// <param name="Since">Its first day.</param>
internal sealed record SampleStory(int Seed, DateOnly Since)
{
    public static SampleStory? Of(Organisation here) => here is { Seed: { } seed, TestModeSince: { } since } ? new(seed, LocalDay.Of(since, TimeZoneInfo.Utc)) : null;
}
