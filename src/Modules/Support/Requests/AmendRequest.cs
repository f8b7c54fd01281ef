using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>A request is to be like this. What is left out stays as it is; what is said, the system that it came from does not say any more.</summary>
/// <param name="ClientId">Whose it is.</param>
/// <param name="ResolvedOn">The day on which it was resolved.</param>
/// <param name="ResolvedAt">The time of that day.</param>
/// <param name="Type">What kind of request, in words.</param>
/// <param name="Category">Its category, by code.</param>
/// <param name="Description">What was asked.</param>
/// <param name="Urgency">How pressing it is.</param>
/// <param name="Effort">How much work it is; its hours stay.</param>
/// <param name="Hours">How many hours it took.</param>
/// <param name="WebAddress">The site it is about; empty for none.</param>
/// <param name="Open">Whether it is not resolved yet.</param>
/// <param name="Flagged">Whether somebody is to look at it; the only thing that changes on one that was billed.</param>
internal sealed record AmendRequest(
    Guid? ClientId = null, DateOnly? ResolvedOn = null, TimeOnly? ResolvedAt = null, string? Type = null, string? Category = null, string? Description = null, Urgency? Urgency = null, Effort? Effort = null, Quantity? Hours = null, string? WebAddress = null, bool? Open = null, bool? Flagged = null)
{
    public override string ToString() => nameof(AmendRequest);

    public Decision<SupportRequestEvent> Decide(SupportRequest now, SupportTerms terms)
    {
        List<SupportRequestEvent> happened = [];
        if (ClientId is { } client && client != now.ClientId) happened.Add(new RequestGiven(client, ToldBy.Person));
        if (!RequestTerms.Day(ResolvedOn ?? now.ResolvedOn).TryGet(out var day, out var refused) && ResolvedOn is not null) return refused;
        var (on, at) = (ResolvedOn is null ? now.ResolvedOn : day, RequestTerms.Time(ResolvedAt ?? now.ResolvedAt));
        if ((on, at) != (now.ResolvedOn, now.ResolvedAt) || (Open == false && now.IsOpen)) happened.Add(new RequestResolved(on, at, ToldBy.Person));
        if (Open == true && (!now.IsOpen || happened.OfType<RequestResolved>().Any())) happened.Add(new RequestReopened(ToldBy.Person));
        else if (Open is null && now.IsOpen && happened.OfType<RequestResolved>().Any()) happened.Add(new RequestReopened(ToldBy.Person)); // another day alone resolves nothing
        if (Type is not null)
        {
            if (!RequestTerms.Type(Type).TryGet(out var type, out refused)) return refused;
            if (type != now.Type) happened.Add(new RequestTyped(type, ToldBy.Person));
        }
        if (Category is not null)
        {
            if (!RequestTerms.Category(terms, Category, now.Category).TryGet(out var category, out refused)) return refused;
            if (category != now.Category) happened.Add(new RequestFiled(category, ToldBy.Person));
        }
        if (Description is not null)
        {
            if (!RequestTerms.Description(Description).TryGet(out var description, out refused)) return refused;
            if (description != now.Description.Text) happened.Add(new RequestDescribed(new PersonalText(ClientId ?? now.ClientId, description), ToldBy.Person));
        }
        if (Urgency is { } urgency && urgency != now.Urgency) happened.Add(new UrgencyJudged(urgency, ToldBy.Person));
        if (Effort is { } effort && effort != now.Effort) happened.Add(new EffortJudged(effort, ToldBy.Person));
        if (Hours is { } typed)
        {
            if (!RequestTerms.Hours(typed.Value).TryGet(out var hours, out refused)) return refused;
            if (hours != now.Hours) happened.Add(new HoursEstimated(hours, ToldBy.Person));
        }
        if (WebAddress is not null)
        {
            if (!RequestTerms.WebAddress(WebAddress).TryGet(out var address, out refused)) return refused;
            if (address != now.WebAddress) happened.Add(new RequestLinked(address, ToldBy.Person));
        }
        if (now.Close is not null && happened.Count > 0) return RequestNo.Locked;
        if (Flagged is { } flagged && flagged == now.Flag is null) happened.Add(flagged ? new RequestFlagged("") : new RequestUnflagged());
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPatch("/api/support/requests/{id}", async (RequestId id, AmendRequest command, Session session, IInvoicing invoicing, CommandEdge edge, RequestDesk desk, CancellationToken stop) =>
        {
            var client = command.ClientId is { } named ? await invoicing.Client(session, named, stop) : null;
            if (command.ClientId is not null && client is null) return edge.Refused(ClientNo.Unknown);
            return await desk.Decide(id, (now, terms) => (command with { ClientId = client?.Id }).Decide(now, terms), stop);
        })
        .Produces<RequestCard>().Requires(Permission.KeepSupport).WithSummary("Amend a support request; what is left out stays as it is. One that was billed answers 409 with its invoice");
}
