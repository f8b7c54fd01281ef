using Billing.EventStore;

namespace Billing.Support;

/// <summary>What the system that a request came from says of it now.</summary>
/// <param name="ClientId">Whose it is.</param>
/// <param name="ResolvedOn">The day on which it was resolved, in the organisation's zone; of an open one, on which it came in.</param>
/// <param name="ResolvedAt">The time of that day.</param>
/// <param name="Open">Whether it is not resolved yet.</param>
internal sealed record RetellRequest(Guid ClientId, DateOnly ResolvedOn, TimeOnly ResolvedAt, string Type, string Category, string Description, Urgency Urgency, Effort Effort, Quantity Hours, string WebAddress, bool Open)
{
    /// <summary>Why a billed request is flagged that its system tells otherwise.</summary>
    public const string ToldOtherwise = "told-otherwise-after-billing";

    public override string ToString() => nameof(RetellRequest);

    /// <summary>Takes over what differs. What a person said stays, field by field; one that was billed stays whole and is flagged.</summary>
    public Decision<SupportRequestEvent> Decide(SupportRequest now)
    {
        var happened = Differences(now).Where(one => !now.Edited.HasFlag(one.Field)).Select(one => one.Happened).ToList();
        if (now.Close is null || happened.Count == 0) return happened;
        return now.Flagged.Contains(ToldOtherwise) ? Decision.Nothing : new RequestFlagged(ToldOtherwise);
    }

    /// <summary>The fields that differ and are left alone because a person said them.</summary>
    public RequestFields LeftAlone(SupportRequest now) => Differences(now).Where(one => now.Edited.HasFlag(one.Field)).Aggregate(RequestFields.None, (all, one) => all | one.Field);

    private IEnumerable<(RequestFields Field, SupportRequestEvent Happened)> Differences(SupportRequest now)
    {
        if (ClientId != now.ClientId) yield return (RequestFields.Client, new RequestGiven(ClientId, ToldBy.Source));
        if (!Open && (now.IsOpen || (ResolvedOn, RequestTerms.Time(ResolvedAt)) != (now.ResolvedOn, now.ResolvedAt))) yield return (RequestFields.Resolved, new RequestResolved(ResolvedOn, RequestTerms.Time(ResolvedAt), ToldBy.Source));
        if (Open && !now.IsOpen) yield return (RequestFields.Resolved, new RequestReopened(ToldBy.Source));
        if (Type != now.Type) yield return (RequestFields.Type, new RequestTyped(Type, ToldBy.Source));
        if (Category != now.Category) yield return (RequestFields.Category, new RequestFiled(Category, ToldBy.Source));
        if (Description != now.Description.Text && !now.Description.IsErased) yield return (RequestFields.Description, new RequestDescribed(new PersonalText(ClientId, Description), ToldBy.Source));
        if (Urgency != now.Urgency) yield return (RequestFields.Urgency, new UrgencyJudged(Urgency, ToldBy.Source));
        if (Effort != now.Effort) yield return (RequestFields.Effort, new EffortJudged(Effort, ToldBy.Source));
        if (Hours != now.Hours) yield return (RequestFields.Hours, new HoursEstimated(Hours, ToldBy.Source));
        if (WebAddress != now.WebAddress) yield return (RequestFields.WebAddress, new RequestLinked(WebAddress, ToldBy.Source));
    }
}
