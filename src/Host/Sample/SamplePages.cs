using System.Net.Http.Headers;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Host.Sample;

/// <summary>Let the story of the made-up company go on.</summary>
/// <param name="Until">The day at which it stops, at noon; left out: today by everybody's time.</param>
internal sealed record PlayOn(DateOnly? Until = null);

/// <summary>How far the story of the made-up company is.</summary>
/// <param name="Playing">Whether it goes on at this moment.</param>
/// <param name="Reached">The day that is played, or was last; null: none since the product started.</param>
/// <param name="Until">Where that stops or stopped; null likewise.</param>
/// <param name="Refused">How many acts the product refused on the way.</param>
/// <param name="Trouble">Why it stopped before its end, as a sentence that says what to do; null: it did not.</param>
/// <param name="Behind">Whether the company's day lies before everybody's today.</param>
internal sealed record SamplePage(bool Playing, DateOnly? Reached, DateOnly? Until, int Refused, string? Trouble, bool Behind);

internal static class SamplePages
{
    private const int MostMonths = 36;

    private static readonly Refusal None = new("no-sample", "This organisation is no sample company. Found one, and go over to it.");
    private static readonly Refusal Past = new("sample-goes-forward", "The story goes forward, by three years at most at a time. Choose a day that the sample company has yet to come to.");

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/sample", (SampleStage stage, Session session, TimeProvider time) => TypedResults.Ok(Of(stage.Of(session.Tenant), session, time)))
            .WithSummary("How far the story of the sample company is").WithTags("Organisation").Requires(Permission.SeeOrganisation);

        app.MapPost("/api/sample/play", async (PlayOn? command, SampleStage stage, Session session, ISamples samples, TimeProvider time, HttpContext http, CancellationToken stop) =>
            {
                var (day, today) = (LocalDay.Of(session.Now, TimeZoneInfo.Utc), LocalDay.Of(time.GetUtcNow(), TimeZoneInfo.Utc));
                var until = command?.Until ?? today;
                if (!session.InTestMode || !await samples.IsSample(session.Tenant, stop)) return (IResult)Problem.From(None, "sample");
                if (until < day || until > day.AddMonths(MostMonths)) return Problem.From(Past, "sample");
                return Answer.Of(Of(stage.Begin(session.Tenant, AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var signIn) ? signIn : null, until), session, time), status: 202);
            })
            .Produces<SamplePage>(202).WithSummary("Let the story of the sample company go on, to today or to another day").WithTags("Organisation").Requires(Permission.ArrangeOrganisation);
    }

    private static SamplePage Of(SamplePlay? play, Session session, TimeProvider time) =>
        new(play is { Over: false }, play?.Reached, play?.Until, play?.Refused.Count ?? 0, play?.Trouble, LocalDay.Of(session.Now, TimeZoneInfo.Utc) < LocalDay.Of(time.GetUtcNow(), TimeZoneInfo.Utc));
}
