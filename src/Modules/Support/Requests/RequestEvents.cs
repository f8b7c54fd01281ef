using Billing.EventStore;

namespace Billing.Support;

/// <summary>Something that happened to a request.</summary>
internal abstract record SupportRequestEvent;

/// <summary>A client asked for something.</summary>
/// <param name="ClientId">Who.</param>
/// <param name="ResolvedOn">The day on which it was resolved, in the organisation's zone; of an open one, on which it came in.</param>
/// <param name="ResolvedAt">The time of that day.</param>
/// <param name="Type">What kind of request, in words.</param>
/// <param name="Category">Its category, by code.</param>
/// <param name="Description">What was asked; sealed as words about the client.</param>
/// <param name="Urgency">How pressing it is.</param>
/// <param name="Effort">How much work it is, roughly.</param>
/// <param name="Hours">How many hours it took.</param>
/// <param name="Source">How it came in.</param>
/// <param name="WebAddress">The site it is about, or where it can be seen; empty for none.</param>
/// <param name="OutsideId">What the system that it came from calls it; empty for none.</param>
/// <param name="Open">Whether it is not resolved yet; an open one is not billed.</param>
[Event("support.request_reported"), Announced]
internal sealed record RequestReported(
    Guid ClientId, DateOnly ResolvedOn, TimeOnly ResolvedAt, string Type, string Category, PersonalText Description, Urgency Urgency, Effort Effort, Quantity Hours, RequestSource Source, string WebAddress, string OutsideId, bool Open) : SupportRequestEvent;

/// <summary>It is another client's.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="By">Who says so.</param>
[Event("support.request_given")]
internal sealed record RequestGiven(Guid ClientId, ToldBy By) : SupportRequestEvent;

/// <summary>It is resolved, or was at another time than was known.</summary>
/// <param name="ResolvedOn">The day, in the organisation's zone.</param>
/// <param name="ResolvedAt">The time of that day.</param>
/// <param name="By">Who says so.</param>
[Event("support.request_resolved"), Announced]
internal sealed record RequestResolved(DateOnly ResolvedOn, TimeOnly ResolvedAt, ToldBy By) : SupportRequestEvent;

/// <summary>It is not resolved after all; as long as it is open it is not billed.</summary>
/// <param name="By">Who says so.</param>
[Event("support.request_reopened")]
internal sealed record RequestReopened(ToldBy By) : SupportRequestEvent;

/// <summary>It is of another kind.</summary>
/// <param name="Type">In words.</param>
/// <param name="By">Who says so.</param>
[Event("support.request_typed")]
internal sealed record RequestTyped(string Type, ToldBy By) : SupportRequestEvent;

/// <summary>It belongs to another category.</summary>
/// <param name="Category">By its code.</param>
/// <param name="By">Who says so.</param>
[Event("support.request_filed")]
internal sealed record RequestFiled(string Category, ToldBy By) : SupportRequestEvent;

/// <summary>It is described otherwise.</summary>
/// <param name="Description">What was asked; sealed as words about the client.</param>
/// <param name="By">Who says so.</param>
[Event("support.request_described")]
internal sealed record RequestDescribed(PersonalText Description, ToldBy By) : SupportRequestEvent;

/// <summary>It is more or less pressing than was thought.</summary>
/// <param name="Urgency">How pressing.</param>
/// <param name="By">Who says so.</param>
[Event("support.urgency_judged")]
internal sealed record UrgencyJudged(Urgency Urgency, ToldBy By) : SupportRequestEvent;

/// <summary>It is more or less work than was thought.</summary>
/// <param name="Effort">How much, roughly.</param>
/// <param name="By">Who says so.</param>
[Event("support.effort_judged")]
internal sealed record EffortJudged(Effort Effort, ToldBy By) : SupportRequestEvent;

/// <summary>It took more or fewer hours.</summary>
/// <param name="Hours">How many.</param>
/// <param name="By">Who says so.</param>
[Event("support.hours_estimated")]
internal sealed record HoursEstimated(Quantity Hours, ToldBy By) : SupportRequestEvent;

/// <summary>It is about another site, or can be seen elsewhere.</summary>
/// <param name="WebAddress">Where; empty for nowhere.</param>
/// <param name="By">Who says so.</param>
[Event("support.request_linked")]
internal sealed record RequestLinked(string WebAddress, ToldBy By) : SupportRequestEvent;

/// <summary>Somebody is to look at it.</summary>
/// <param name="Reason">Why, as a word such as reopened-after-billing; empty where a person flagged it.</param>
[Event("support.request_flagged")]
internal sealed record RequestFlagged(string Reason) : SupportRequestEvent;

/// <summary>Somebody has looked at it.</summary>
[Event("support.request_unflagged")]
internal sealed record RequestUnflagged : SupportRequestEvent;

/// <summary>It is put away and not billed.</summary>
/// <param name="By">Who says so.</param>
[Event("support.request_archived")]
internal sealed record RequestArchived(ToldBy By) : SupportRequestEvent;

/// <summary>It never was a request and is not billed.</summary>
/// <param name="By">Who says so.</param>
[Event("support.request_ignored")]
internal sealed record RequestIgnored(ToldBy By) : SupportRequestEvent;

/// <summary>It counts again.</summary>
/// <param name="By">Who says so.</param>
[Event("support.request_restored")]
internal sealed record RequestRestored(ToldBy By) : SupportRequestEvent;

/// <summary>It went into the close of a month; from now on it does not change.</summary>
/// <param name="Close">What the invoice of that close is wanted under.</param>
[Event("support.request_billed")]
internal sealed record RequestBilled(string Close) : SupportRequestEvent;
