using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Usage;

/// <summary>There is a usage plan.</summary>
/// <param name="Code">What the API calls it, as a meter's code; it stays.</param>
/// <param name="Terms">What it asks for and allows.</param>
/// <param name="Currency">Of everything it asks for; left out, the organisation's.</param>
/// <param name="Every">How long a period is; it stays.</param>
/// <param name="StartsOn">The first day of any period; left out: a Monday, the first of a month, a quarter, a year.</param>
internal sealed record DefinePlan(string Code, WantedTerms Terms, Currency? Currency = null, PeriodLength Every = PeriodLength.Month, DateOnly? StartsOn = null)
{
    public Decision<UsagePlanEvent> Decide(PlanTerms terms, Currency usual)
    {
        if (!MeterTerms.Code(Code).TryGet(out var code, out _)) return PlanNo.BadCode;
        if (StartsOn is { Year: < 2000 or > 2999 }) return PlanNo.OutOfRange;
        return new PlanDefined(code, Currency ?? usual, new PlanPeriod(Every, StartsOn ?? PlanPeriod.UsualStart), terms);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/usage-plans", async (DefinePlan command, Commands<UsagePlan> plans, PlanDesk desk, Organisation organisation, CancellationToken stop) =>
        {
            var (terms, faults) = await desk.Read(command.Terms, command.Currency ?? organisation.Currency, stop);
            if (terms is null) return Problems.BadRequest(faults);
            return await plans.Start(plans.Streams.Session.NewId(), _ => command.Decide(terms, organisation.Currency), plan => PlanCard.Of(plan, desk.Today), $"/api/usage-plans/{Uri.EscapeDataString(command.Code ?? "")}", stop);
        })
        .Produces<PlanCard>(201).Requires(Permission.ArrangeUsage).WithSummary("Define a usage plan");
}
