using Billing.EventStore;

namespace Billing.Support;

/// <summary>A request as lists and months read it.</summary>
/// <param name="ResolvedAt">The second of the day.</param>
/// <param name="About">Whom the description is about: when they are forgotten it reads as erased.</param>
internal sealed record RequestRow(
    Guid Id, Guid ClientId, DateOnly ResolvedOn, int ResolvedAt, string Type, string Category, Guid About, string Description, string Urgency, string Effort, decimal Hours, string Source, string WebAddress, string OutsideId,
    bool Open, string Status, string? Flag, int Edited, string? Close, long Version);

internal sealed class RequestRows : Projection<RequestRow>
{
    public RequestRows() : base("support.requests", new RowTable<RequestRow>("support_requests"), Lifecycle.Inline, inlineStream: SupportRequest.Alias)
    {
        CoversAll<SupportRequestEvent>();
        Uses<RequestReported>((_, e, at) => new RequestRow(
            at.StreamId, e.ClientId, e.ResolvedOn, Second(e.ResolvedAt), e.Type, e.Category, e.Description.Subject, e.Description.Shown, Words.Of(e.Urgency), Words.Of(e.Effort), e.Hours.Value, Words.Of(e.Source), e.WebAddress, e.OutsideId,
            e.Open, Words.Of(RequestStatus.Active), null, 0, null, at.Version));
        Uses<RequestGiven>((row, e, at) => Edited(row! with { ClientId = e.ClientId }, e.By, RequestFields.Client, at));
        Uses<RequestResolved>((row, e, at) => Edited(row! with { ResolvedOn = e.ResolvedOn, ResolvedAt = Second(e.ResolvedAt), Open = false }, e.By, RequestFields.Resolved, at));
        Uses<RequestReopened>((row, e, at) => Edited(row! with { Open = true }, e.By, RequestFields.Resolved, at));
        Uses<RequestTyped>((row, e, at) => Edited(row! with { Type = e.Type }, e.By, RequestFields.Type, at));
        Uses<RequestFiled>((row, e, at) => Edited(row! with { Category = e.Category }, e.By, RequestFields.Category, at));
        Uses<RequestDescribed>((row, e, at) => Edited(row! with { About = e.Description.Subject, Description = e.Description.Shown }, e.By, RequestFields.Description, at));
        Uses<UrgencyJudged>((row, e, at) => Edited(row! with { Urgency = Words.Of(e.Urgency) }, e.By, RequestFields.Urgency, at));
        Uses<EffortJudged>((row, e, at) => Edited(row! with { Effort = Words.Of(e.Effort) }, e.By, RequestFields.Effort, at));
        Uses<HoursEstimated>((row, e, at) => Edited(row! with { Hours = e.Hours.Value }, e.By, RequestFields.Hours, at));
        Uses<RequestLinked>((row, e, at) => Edited(row! with { WebAddress = e.WebAddress }, e.By, RequestFields.WebAddress, at));
        Uses<RequestFlagged>((row, e, at) => row! with { Flag = e.Reason, Version = at.Version });
        Uses<RequestUnflagged>((row, _, at) => row! with { Flag = null, Version = at.Version });
        Uses<RequestArchived>((row, e, at) => Edited(row! with { Status = Words.Of(RequestStatus.Archived) }, e.By, RequestFields.Status, at));
        Uses<RequestIgnored>((row, e, at) => Edited(row! with { Status = Words.Of(RequestStatus.Ignored) }, e.By, RequestFields.Status, at));
        Uses<RequestRestored>((row, e, at) => Edited(row! with { Status = Words.Of(RequestStatus.Active) }, e.By, RequestFields.Status, at));
        Uses<RequestBilled>((row, e, at) => row! with { Close = e.Close, Version = at.Version });
    }

    private static RequestRow Edited(RequestRow row, ToldBy by, RequestFields field, StoredEvent at) => row with { Edited = by == ToldBy.Person ? row.Edited | (int)field : row.Edited, Version = at.Version };

    private static int Second(TimeOnly time) => (int)(time.Ticks / TimeSpan.TicksPerSecond);
}
