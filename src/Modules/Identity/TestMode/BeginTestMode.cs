using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>
/// The organisation becomes one for trying things out: it gets a clock of its own, which stands until it is moved. It cannot be taken back, because its past
/// would lie in a time that never was; so it is refused once the organisation has recorded anything that binds it.
/// </summary>
/// <param name="StartsAt">What the clock shows first, UTC; left out: the moment it is.</param>
internal sealed record BeginTestMode(DateTimeOffset? StartsAt = null)
{
    private const int MostYearsAway = 10;

    public Decision<OrganisationEvent> Decide(Organisation here, bool bound, DateTimeOffset now)
    {
        if (here.TestMode) return Decision.Nothing;
        if (bound) return No.Bound;
        var at = At(now);
        return at < now.AddYears(-MostYearsAway) || at > now.AddYears(MostYearsAway) ? No.TooFar : new TestModeBegun(at);
    }

    private DateTimeOffset At(DateTimeOffset now) => TestClock.Cut(StartsAt ?? now);

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/clock", async (BeginTestMode? command, Session session, Web.Organisation here, CommandEdge edge, IEnumerable<IBinding> bindings, [FromServices] IReadOnlyList<IModule> modules, CancellationToken stop) =>
        {
            var bound = false;
            foreach (var module in bindings) bound |= await module.HasBound(session.Tenant, stop);
            var work = session.Begin();
            var before = await work.Load<Organisation>(Organisation.Id, stop, fresh: true);
            command ??= new();
            if (work.Decide<Organisation, OrganisationEvent>(Organisation.Id, organisation => command.Decide(organisation, bound, work.At)) is { } refused) return edge.Refused(refused);
            if (before.State.TestMode) return Answer.Of(ClockPage.Of(await TestClock.Of(session, stop), session.Now, here.TimeZone));
            var at = command.At(work.At);
            TestClock.Begin(work, at, modules.Where(module => module.InEverybodysTime).Select(module => module.Name));
            var answer = await edge.Commit(work, Answer.Of(ClockPage.Of(new TestClock(at, null, 0, null), at, here.TimeZone)), stop);
            await TestClock.Of(session, stop); // this node goes by it at once
            return answer;
        })
        .Produces<ClockPage>().Requires(Permission.OwnOrganisation).WithSummary("Make it an organisation for trying things out, with a clock of its own; it cannot be taken back");

    private static class No
    {
        public static readonly Refusal Bound = new("time-is-everybodys", "What was recorded here binds others already: numbered invoices, payments, organisations of the product that are clients here, an account with Stripe. That time is everybody's. Found another organisation to try things out.");
        public static readonly Refusal TooFar = new("clock-too-far", "The clock begins at most ten years before or after today.");
    }
}
