using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>
/// What would a plan have asked for what clients really used? Beside it stands what their own plans ask for the same usage, by the functions that bill. Nothing is
/// written. Coupons that took something off a period do so on both sides; credit is no price and on neither.
/// </summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Plan">The code of a plan there is, each period by the version that holds for it; or else terms.</param>
/// <param name="Terms">A plan that need not exist.</param>
/// <param name="Currency">Of the terms; left out, the organisation's.</param>
/// <param name="Every">How long a period of the terms is.</param>
/// <param name="StartsOn">The first day of any of their periods.</param>
/// <param name="Clients">Only these; left out: all who have a plan in that time.</param>
internal sealed record CompareWithPlan(
    DateOnly From, DateOnly To, string? Plan = null, WantedTerms? Terms = null, Currency? Currency = null, PeriodLength Every = PeriodLength.Month, DateOnly? StartsOn = null, IReadOnlyList<ClientId>? Clients = null)
{
    private const int MostDays = 800;
    private const int MostSubjects = 500;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/pricing/what-if", async (CompareWithPlan question, Session session, Organisation here, PlanDesk desk, CommandEdge edge, [FromServices] IInvoicing invoicing, CancellationToken stop) =>
        {
            if (question.To < question.From) return (IResult)Problems.BadRequest(new Fault("/to", "The last day is the first or a later one."));
            if (question.To.DayNumber - question.From.DayNumber >= MostDays) return Problems.BadRequest(new Fault("/to", $"At most {MostDays} days are looked at. Choose fewer."));
            if (question.Plan is null == question.Terms is null) return Problems.BadRequest(new Fault("/plan", "Name a plan, or write terms, and not both."));
            var (other, faults) = await question.Other(session, here, desk, stop);
            if (faults.Count > 0) return Problems.BadRequest(faults);
            if (other is null) return Problems.NotFound;
            var subjects = await question.Subjects(session, stop);
            if (subjects.Count > MostSubjects) return edge.Refused(new Refusal("too-many-clients", $"At most {MostSubjects} clients are compared at once. Choose some of them."));
            return Answer.Of(await new PlanComparison(session, here, invoicing, question, other, stop).Of(subjects));
        })
        .Produces<ComparedPlans>().Requires(Permission.SeeUsage).WithSummary("What a plan would have asked for what clients really used, beside what theirs ask; nothing is written");

    private async Task<(PlanRow? Plan, IReadOnlyList<Fault> Faults)> Other(Session session, Organisation here, PlanDesk desk, CancellationToken stop)
    {
        if (Plan is { } code) return (await ListPlans.Find(session, code, stop), []);
        if (StartsOn is { Year: < 2000 or > 2999 }) return (null, [new Fault("/startsOn", "This is in the years 2000 to 2999.")]);
        var (terms, faults) = await desk.Read(Terms!, Currency ?? here.Currency, stop);
        return (terms is null ? null : new PlanRow(Guid.Empty, "", terms.Name, (Currency ?? here.Currency).Code, new PlanPeriod(Every, StartsOn ?? PlanPeriod.UsualStart), [new PlanVersion(DateOnly.MinValue, terms)], false, 0), faults);
    }

    /// <summary>Who is compared, each with the plans it had in that time; a client without any is asked about under its own id.</summary>
    private async Task<List<SubjectRow>> Subjects(Session session, CancellationToken stop)
    {
        var time = new Period(From, To);
        var having = (await PlanAssignments.All(session, stop)).Select(subject => subject with { Plans = [.. subject.Plans.Where(plan => plan.Within(time) is not null && (Clients is null || Clients.Contains(new ClientId(plan.ClientId))))] }).Where(subject => subject.Plans.Count > 0).ToList();
        foreach (var client in (Clients ?? []).Where(client => !having.Exists(subject => subject.Plans.Any(plan => plan.ClientId == client.Value))).Distinct())
            having.Add(new SubjectRow(Subject.Id(client.ToString()), client.ToString(), [], 0));
        return having;
    }
}

/// <summary>Plans side by side.</summary>
/// <param name="Items">Each client with what it uses.</param>
/// <param name="Old">What their plans ask in all, one a currency.</param>
/// <param name="New">What the other plan would ask in all.</param>
internal sealed record ComparedPlans(IReadOnlyList<ComparedClient> Items, IReadOnlyList<Money> Old, Money New);

/// <summary>A client with both plans.</summary>
/// <param name="Old">What its plans ask; none where it had none, or plans of several currencies.</param>
/// <param name="New">What the other plan would ask.</param>
/// <param name="Difference">New less old; none where there is no old one, or one in another currency.</param>
/// <param name="Billed">What was billed of the old plans' periods, credit not taken off; none where nothing was.</param>
/// <param name="Lines">What the other plan would ask, by charge; periods together.</param>
internal sealed record ComparedClient(ClientId ClientId, string ClientName, string Subject, IReadOnlyList<string> Plans, Money? Old, Money New, Money? Difference, Money? Billed, IReadOnlyList<ComparedLine> Lines);

/// <summary>A line of the other plan, periods together.</summary>
internal sealed record ComparedLine(string Key, BillLineKind Kind, string Name, string? Group, Money Amount);
