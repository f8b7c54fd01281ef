using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>Something that happened to a plan.</summary>
internal abstract record PlanEvent;

/// <summary>There is a plan from now on; nobody subscribes to it yet.</summary>
/// <param name="Code">What programs call it; once in the organisation.</param>
/// <param name="Terms">What it asks for and gives: its first version.</param>
/// <param name="IsPublic">Whether it is shown to those who choose.</param>
/// <param name="SortOrder">Its place among the plans they see.</param>
[Event("subscriptions.plan_offered")]
internal sealed record PlanOffered(string Code, PlanOffer Terms, bool IsPublic, int SortOrder) : PlanEvent;

/// <summary>The plan has a new version. Who subscribes from now on has it; who did before keeps theirs, unless said otherwise.</summary>
/// <param name="Terms">What it asks for and gives.</param>
/// <param name="ExistingFrom">Subscriptions of earlier versions have it from their first period that begins on this day or later; null: they keep theirs.</param>
[Event("subscriptions.plan_revised")]
internal sealed record PlanRevised(PlanOffer Terms, DateOnly? ExistingFrom) : PlanEvent;

/// <summary>The plan is shown to those who choose, or is not, at another place.</summary>
/// <param name="IsPublic">Whether it is shown.</param>
/// <param name="SortOrder">Its place among the plans they see.</param>
[Event("subscriptions.plan_placed")]
internal sealed record PlanPlaced(bool IsPublic, int SortOrder) : PlanEvent;

/// <summary>Prices of Stripe's stand for the plan: who pays one of them there has it. They replace those before.</summary>
/// <param name="Prices">What Stripe calls them; none where it is not sold there any more.</param>
[Event("subscriptions.plan_linked_outside")]
internal sealed record PlanLinkedOutside(ValueList<string> Prices) : PlanEvent;

/// <summary>Nobody subscribes to the plan any more; who has it keeps it.</summary>
[Event("subscriptions.plan_archived"), Announced]
internal sealed record PlanArchived : PlanEvent;
