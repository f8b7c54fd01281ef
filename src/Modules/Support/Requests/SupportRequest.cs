using Billing.EventStore;

namespace Billing.Support;

/// <summary>Something that a client asked for, and what it took.</summary>
/// <param name="Edited">What a person said last: the system that it came from does not say it any more.</param>
/// <param name="Flag">Why somebody is to look at it, empty where a person said so; null: nobody is.</param>
/// <param name="Flagged">All reasons for which it was flagged so far: none flags it twice.</param>
/// <param name="Close">The close of a month that it went into; null before.</param>
internal sealed record SupportRequest(
    Guid ClientId, DateOnly ResolvedOn, TimeOnly ResolvedAt, string Type, string Category, PersonalText Description, Urgency Urgency, Effort Effort, Quantity Hours, RequestSource Source, string WebAddress, string OutsideId,
    bool IsOpen, RequestStatus Status, string? Flag, ValueList<string> Flagged, RequestFields Edited, string? Close) : IAggregate<SupportRequest>
{
    /// <summary>Most hours of one request.</summary>
    public const decimal MostHours = 99.99m;

    /// <summary>The longest description, in UTF-16 units.</summary>
    public const int LongestDescription = 10_000;

    /// <summary>The longest type, in UTF-16 units.</summary>
    public const int LongestType = 100;

    public static string Alias => "support.request";

    public static SupportRequest Initial { get; } = new(
        default, default, default, "", "", new PersonalText(default, ""), Urgency.Low, Effort.Small, default, RequestSource.Ticket, "", "", false, RequestStatus.Active, null, [], RequestFields.None, null);

    public SupportRequest Apply(object happened) => happened switch
    {
        RequestReported e => this with
        {
            ClientId = e.ClientId, ResolvedOn = e.ResolvedOn, ResolvedAt = e.ResolvedAt, Type = e.Type, Category = e.Category, Description = e.Description, Urgency = e.Urgency, Effort = e.Effort, Hours = e.Hours,
            Source = e.Source, WebAddress = e.WebAddress, OutsideId = e.OutsideId, IsOpen = e.Open,
        },
        RequestGiven e => this with { ClientId = e.ClientId, Edited = By(e.By, RequestFields.Client) },
        RequestResolved e => this with { ResolvedOn = e.ResolvedOn, ResolvedAt = e.ResolvedAt, IsOpen = false, Edited = By(e.By, RequestFields.Resolved) },
        RequestReopened e => this with { IsOpen = true, Edited = By(e.By, RequestFields.Resolved) },
        RequestTyped e => this with { Type = e.Type, Edited = By(e.By, RequestFields.Type) },
        RequestFiled e => this with { Category = e.Category, Edited = By(e.By, RequestFields.Category) },
        RequestDescribed e => this with { Description = e.Description, Edited = By(e.By, RequestFields.Description) },
        UrgencyJudged e => this with { Urgency = e.Urgency, Edited = By(e.By, RequestFields.Urgency) },
        EffortJudged e => this with { Effort = e.Effort, Edited = By(e.By, RequestFields.Effort) },
        HoursEstimated e => this with { Hours = e.Hours, Edited = By(e.By, RequestFields.Hours) },
        RequestLinked e => this with { WebAddress = e.WebAddress, Edited = By(e.By, RequestFields.WebAddress) },
        RequestFlagged e => this with { Flag = e.Reason, Flagged = [.. Flagged, e.Reason] },
        RequestUnflagged => this with { Flag = null },
        RequestArchived e => this with { Status = RequestStatus.Archived, Edited = By(e.By, RequestFields.Status) },
        RequestIgnored e => this with { Status = RequestStatus.Ignored, Edited = By(e.By, RequestFields.Status) },
        RequestRestored e => this with { Status = RequestStatus.Active, Edited = By(e.By, RequestFields.Status) },
        RequestBilled e => this with { Close = e.Close },
        _ => throw new UnknownEventException(nameof(SupportRequest), happened),
    };

    private RequestFields By(ToldBy by, RequestFields field) => by == ToldBy.Person ? Edited | field : Edited;
}
