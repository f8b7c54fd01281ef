using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>A client is billed by a plan for what a subject uses.</summary>
/// <param name="ClientId">Who pays.</param>
/// <param name="Subject">Who uses, as usage events call it; left out: the client's id.</param>
/// <param name="From">The first day; left out: today.</param>
/// <param name="Through">The last day; left out: no end.</param>
internal sealed record AssignPlan(ClientId ClientId, string? Subject = null, DateOnly? From = null, DateOnly? Through = null)
{
    /// <summary>As usage events call who uses.</summary>
    public string Uses => string.IsNullOrWhiteSpace(Subject) ? ClientId.ToString() : Subject.Trim();

    /// <param name="subject">With the plans it has.</param>
    /// <param name="id">What this is to be told by.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="plans">All that the subject has, by id.</param>
    public Decision<SubjectEvent> Decide(Subject subject, Guid id, BilledClient? client, PlanRow plan, IReadOnlyDictionary<Guid, PlanRow> plans, DateOnly today)
    {
        if (client is null) return WalletNo.UnknownClient;
        if (!client.IsActive) return WalletNo.ClientNotActive(client.Name);
        if (plan.Retired) return PlanNo.Retired;
        if (Uses.Length > UsageEvent.LongestName) return PlanNo.BadSubject;
        var from = From ?? today;
        if (from.Year is < 2000 or > 2999 || Through?.Year > 2999) return PlanNo.OutOfRange;
        if (Through < from) return PlanNo.EndsBeforeItBegins;
        var wanted = new PlanAssignment(id, plan.Id, client.Id, from, Through);
        if (subject.Plans.Any(one => one with { Id = id } == wanted)) return Decision.Nothing;
        foreach (var other in subject.Plans.Where(wanted.Meets))
            if (Shared(plan.Versions, plans[other.PlanId].Versions) is { } meter) return PlanNo.MeterTaken(meter, plans[other.PlanId].Code);
        return new PlanAssigned(id, Uses, plan.Id, new ClientId(client.Id), from, Through);
    }

    /// <summary>Whether what a plan would measure from a day on is measured by another plan of one of its subjects.</summary>
    public static async Task<Refusal?> Clash(Session session, PlanRow plan, PlanTerms terms, DateOnly from, CancellationToken stop)
    {
        var subjects = await PlanAssignments.OfPlan(session, plan.Id, stop);
        var plans = await ListPlans.Of(session, [.. subjects.SelectMany(subject => subject.Plans).Select(one => one.PlanId).Distinct()], stop);
        foreach (var subject in subjects)
            foreach (var ours in subject.Plans.Where(one => one.PlanId == plan.Id && !(one.Through < from)))
                foreach (var other in subject.Plans.Where(one => one.PlanId != plan.Id && one.Meets(ours) && !(one.Through < from)))
                    if (Shared([new PlanVersion(from, terms)], plans[other.PlanId].Versions) is { } meter) return PlanNo.MeterTaken(meter, plans[other.PlanId].Code);
        return null;
    }

    private static string? Shared(IReadOnlyList<PlanVersion> these, IReadOnlyList<PlanVersion> those) =>
        these.SelectMany(version => version.Terms.Meters).Intersect(those.SelectMany(version => version.Terms.Meters), StringComparer.Ordinal).FirstOrDefault();

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/usage-plans/{code}/clients", async (string code, AssignPlan command, Commands<Subject> subjects, Session session, PlanDesk desk, [FromServices] IInvoicing invoicing, CancellationToken stop) =>
        {
            if (await ListPlans.Find(session, code, stop) is not { } plan) return (IResult)Problems.NotFound;
            var client = await invoicing.Client(session, command.ClientId.Value, stop);
            var plans = (await ListPlans.All(session, stop)).ToDictionary(row => row.Id);
            var id = session.NewId();
            return await subjects.DecideOrStart(Usage.Subject.Id(command.Uses), subject => command.Decide(subject, id, client, plan, plans, desk.Today), subject => SubjectCard.Of(subject, plans), stop);
        })
        .Produces<SubjectCard>().Requires(Permission.ArrangeUsage).WithSummary("Bill a client by a usage plan");
}

/// <summary>A client is billed by a plan up to a day, or without end again.</summary>
/// <param name="AssignmentId">Which.</param>
/// <param name="Through">The last day; left out: no end.</param>
internal sealed record LeavePlan(Guid AssignmentId, DateOnly? Through = null)
{
    public Decision<SubjectEvent> Decide(Subject subject, Guid plan, IReadOnlyDictionary<Guid, PlanRow> plans)
    {
        if (subject.Plans.FirstOrDefault(one => one.Id == AssignmentId && one.PlanId == plan) is not { } left) return PlanNo.UnknownAssignment;
        if (Through < left.From) return PlanNo.EndsBeforeItBegins;
        if (Through?.Year > 2999) return PlanNo.OutOfRange;
        if (Through == left.Through) return Decision.Nothing;
        var then = left with { Through = Through };
        foreach (var other in subject.Plans.Where(one => one.Id != left.Id && one.Meets(then) && !one.Meets(left)))
            if (plans[other.PlanId].Versions.SelectMany(version => version.Terms.Meters).Intersect(plans[plan].Versions.SelectMany(version => version.Terms.Meters), StringComparer.Ordinal).FirstOrDefault() is { } meter) return PlanNo.MeterTaken(meter, plans[other.PlanId].Code);
        return new PlanLeft(AssignmentId, Through);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/usage-plans/{code}/clients/leave", async (string code, LeavePlan command, Commands<Subject> subjects, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            if (await ListPlans.Find(session, code, stop) is not { } plan) return (IResult)Problems.NotFound;
            var subject = (await PlanAssignments.OfPlan(session, plan.Id, stop)).Find(one => one.Plans.Any(assignment => assignment.Id == command.AssignmentId));
            if (subject is null) return edge.Refused(PlanNo.UnknownAssignment);
            var plans = (await ListPlans.All(session, stop)).ToDictionary(row => row.Id);
            return await subjects.Decide(subject.Id, one => command.Decide(one, plan.Id, plans), one => SubjectCard.Of(one, plans), stop);
        })
        .Produces<SubjectCard>().Requires(Permission.ArrangeUsage).WithSummary("Say through which day a client is billed by a usage plan");
}

/// <summary>A subject with its plans.</summary>
/// <param name="Subject">As usage events call it.</param>
internal sealed record SubjectCard(string Subject, IReadOnlyList<PlanClient> Plans, long Version)
{
    public static SubjectCard Of(Versioned<Subject> now, IReadOnlyDictionary<Guid, PlanRow> plans) =>
        new(now.State.Name, [.. now.State.Plans.Select(one => new PlanClient(one.Id, plans[one.PlanId].Code, new ClientId(one.ClientId), now.State.Name, one.From, one.Through))], now.Version);
}

/// <summary>Who is billed by a plan.</summary>
/// <param name="AssignmentId">What tells this from others.</param>
/// <param name="Plan">Its code.</param>
/// <param name="ClientId">Who pays.</param>
/// <param name="Subject">Who uses.</param>
/// <param name="Through">The last day; null for no end.</param>
internal sealed record PlanClient(Guid AssignmentId, string Plan, ClientId ClientId, string Subject, DateOnly From, DateOnly? Through)
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/usage-plans/{code}/clients", async (string code, Session session, CancellationToken stop) =>
        {
            if (await ListPlans.Find(session, code, stop) is not { } plan) return (IResult)Problems.NotFound;
            var subjects = await PlanAssignments.OfPlan(session, plan.Id, stop);
            return Answer.Of(new Page<PlanClient>([.. subjects.SelectMany(subject => subject.Plans.Where(one => one.PlanId == plan.Id).Select(one => new PlanClient(one.Id, plan.Code, new ClientId(one.ClientId), subject.Subject, one.From, one.Through))).OrderBy(one => one.From)], null));
        })
        .Produces<Page<PlanClient>>().Requires(Permission.SeeUsage).WithSummary("Who is billed by a usage plan");
}
