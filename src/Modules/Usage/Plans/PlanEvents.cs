using Billing.EventStore;

namespace Billing.Usage;

/// <summary>Something that happened to a usage plan.</summary>
internal abstract record UsagePlanEvent;

/// <summary>There is a usage plan from now on; nobody is billed by it yet.</summary>
/// <param name="Code">What the API calls it; once in the organisation.</param>
/// <param name="Currency">Of everything it asks for.</param>
/// <param name="Period">The periods it bills.</param>
/// <param name="Terms">What it asks for and allows.</param>
[Event("usage.plan_defined")]
internal sealed record PlanDefined(string Code, Currency Currency, PlanPeriod Period, PlanTerms Terms) : UsagePlanEvent;

/// <summary>The plan has a new version: it holds for periods that begin on a day or later; earlier ones stay as they were agreed.</summary>
/// <param name="From">That day.</param>
/// <param name="Terms">What it asks for and allows then.</param>
[Event("usage.plan_revised")]
internal sealed record PlanRevised(DateOnly From, PlanTerms Terms) : UsagePlanEvent;

/// <summary>The plan is given to no further client; who has it keeps it.</summary>
[Event("usage.plan_retired")]
internal sealed record PlanRetired : UsagePlanEvent;
