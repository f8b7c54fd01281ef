using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>A client asked for something.</summary>
/// <param name="ClientId">Who.</param>
/// <param name="ResolvedOn">The day on which it was resolved, in the organisation's zone.</param>
/// <param name="ResolvedAt">The time of that day.</param>
/// <param name="Description">What was asked.</param>
/// <param name="Type">What kind of request, in words; left out: Request.</param>
/// <param name="Category">Its category, by code; left out: general.</param>
/// <param name="Urgency">How pressing it is; left out: low.</param>
/// <param name="Effort">How much work it is; left out: small.</param>
/// <param name="Hours">How many hours it took; left out: by its effort.</param>
/// <param name="Source">How it came in; left out: ticket.</param>
/// <param name="WebAddress">The site it is about.</param>
/// <param name="OutsideId">What the system that it came from calls it; told apart within its source.</param>
/// <param name="Open">Whether it is not resolved yet; an open one is not billed.</param>
internal sealed record WriteRequest(
    Guid ClientId, DateOnly ResolvedOn, TimeOnly ResolvedAt, string Description = "", string? Type = null, string? Category = null, Urgency Urgency = Urgency.Low, Effort Effort = Effort.Small, Quantity? Hours = null, RequestSource Source = RequestSource.Ticket,
    string? WebAddress = null, string? OutsideId = null, bool Open = false)
{
    public override string ToString() => nameof(WriteRequest); // what clients ask for is nobody's else

    public Decision<SupportRequestEvent> Decide(SupportTerms terms)
    {
        if (!RequestTerms.Day(ResolvedOn).TryGet(out var day, out var refused)) return refused;
        if (!RequestTerms.Type(Type).TryGet(out var type, out refused)) return refused;
        if (!RequestTerms.Category(terms, Category ?? SupportTerms.GeneralCategory).TryGet(out var category, out refused)) return refused;
        if (!RequestTerms.Description(Description).TryGet(out var description, out refused)) return refused;
        if (!RequestTerms.Hours((Hours ?? TicketHours.Of(Effort)).Value).TryGet(out var hours, out refused)) return refused;
        if (!RequestTerms.WebAddress(WebAddress).TryGet(out var address, out refused)) return refused;
        return new RequestReported(ClientId, day, RequestTerms.Time(ResolvedAt), type, category, new PersonalText(ClientId, description), Urgency, Effort, hours, Source, address, RequestTerms.OutsideId(OutsideId), Open);
    }

    /// <summary>Puts down a line of a file that passed as good, or brings back what was put away as no request, as it is told now.</summary>
    /// <param name="work">The whole file's.</param>
    /// <param name="ignored">The request that was put away, loaded; null: there is none.</param>
    /// <param name="terms">Those it was judged by.</param>
    public void PutDown(Work work, Guid? ignored, SupportTerms terms)
    {
        if (ignored is { } known)
        {
            work.Decide<SupportRequest, SupportRequestEvent>(known, now => now.Close is null ? Again(now, terms) : Decision.Nothing);
            return;
        }
        var stream = work.Session.NewId();
        work.New<SupportRequest>(stream);
        if (work.Decide<SupportRequest, SupportRequestEvent>(stream, _ => Decide(terms)) is { } refused) throw new InvalidOperationException($"A line passed as good and was refused: {refused.Sentence}");
    }

    private Decision<SupportRequestEvent> Again(SupportRequest now, SupportTerms terms)
    {
        var told = (RequestReported)Decide(terms).Events.Single();
        var differs = new RetellRequest(told.ClientId, told.ResolvedOn, told.ResolvedAt, told.Type, told.Category, told.Description.Text ?? "", told.Urgency, told.Effort, told.Hours, told.WebAddress, told.Open).Decide(now);
        return (List<SupportRequestEvent>)[new RequestRestored(ToldBy.Person), .. differs.Events];
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/support/requests", async (WriteRequest command, Session session, IInvoicing invoicing, CommandEdge edge, Streams<SupportTerms> terms, Commands<SupportRequest> requests, CancellationToken stop) =>
        {
            if (await invoicing.Client(session, command.ClientId, stop) is not { } client) return edge.Refused(ClientNo.Unknown);
            var (id, agreed) = (session.NewId(), (await terms.Peek(SupportTerms.Id, stop)).State);
            return await requests.Start(id, _ => (command with { ClientId = client.Id }).Decide(agreed), now => RequestCard.Of(new(id), now, agreed, null), $"/api/support/requests/{id}", stop);
        })
        .Produces<RequestCard>(201).Requires(Permission.KeepSupport).WithSummary("Write down what a client asked for");
}
