using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>The rate cards: those that were agreed, and the usual one.</summary>
/// <param name="Items">Everybody's first, each by its day.</param>
/// <param name="Usual">What holds where none was agreed.</param>
internal sealed record RatesPage(IReadOnlyList<RateCard> Items, RateCard Usual, long Version)
{
    public static RatesPage Of(Versioned<SupportTerms> terms, Currency currency) => new([.. terms.State.Rates.OrderBy(one => one.ClientId is not null).ThenBy(one => one.ClientId).ThenBy(one => one.From)], RateCard.Usual(currency), terms.Version);
}

/// <summary>What an hour is to cost from a day on. A card of the same client and day is replaced.</summary>
/// <param name="ClientId">Whose hours; left out: of every client without a card of its own.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Currency">Left out: the client's, or the organisation's.</param>
/// <param name="Promotion">An hour at a promotional rate.</param>
/// <param name="Low">An hour of what can wait, p3.</param>
/// <param name="Medium">An hour of what is done on the same day, p2.</param>
/// <param name="High">An hour of an emergency, p1.</param>
internal sealed record AgreeRates(DateOnly From, UnitPrice Promotion, UnitPrice Low, UnitPrice Medium, UnitPrice High, Guid? ClientId = null, Currency? Currency = null)
{
    private const int Most = 2_000;

    /// <param name="otherwise">The currency where none is named.</param>
    public Decision<SupportTermsEvent> Decide(SupportTerms now, Currency otherwise)
    {
        if (new[] { Promotion, Low, Medium, High }.Any(price => price.Value is < 0 or > 1_000_000)) return No.Wrong;
        if (now.Rates.Count >= Most) return No.TooMany;
        var card = new RateCard(ClientId, From, Currency ?? otherwise, Promotion, Low, Medium, High);
        return now.Rates.Contains(card) ? Decision.Nothing : new RatesAgreed(ClientId, From, card.Currency, Promotion, Low, Medium, High);
    }

    private static class No
    {
        public static readonly Refusal Wrong = new("rate-wrong", "An hour costs nothing or more, and at most 1,000,000. Write another price.");
        public static readonly Refusal TooMany = new("too-many-rate-cards", "There are at most 2000 rate cards. Withdraw one that is not needed any more.");
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/support/rate-cards", async (Streams<SupportTerms> terms, Organisation here, CancellationToken stop) => await terms.Load(SupportTerms.Id, stop) is var now ? Answer.Of(RatesPage.Of(now, here.Currency), now.Version) : null!)
            .Produces<RatesPage>().Requires(Permission.SeeSupport).WithSummary("What an hour of support costs, by client and day");

        app.MapPost("/api/support/rate-cards", async (AgreeRates command, Session session, IInvoicing invoicing, Organisation here, CommandEdge edge, Commands<SupportTerms> terms, CancellationToken stop) =>
        {
            var client = command.ClientId is { } id ? await invoicing.Client(session, id, stop) : null;
            if (command.ClientId is not null && client is null) return edge.Refused(ClientNo.Unknown);
            return await terms.DecideOrStart(SupportTerms.Id, now => (command with { ClientId = client?.Id }).Decide(now, client?.Currency ?? here.Currency), now => RatesPage.Of(now, here.Currency), stop);
        })
        .Produces<RatesPage>().Requires(Permission.ArrangeSupport).WithSummary("Agree what an hour of support costs from a day on, for a client or for all");

        app.MapDelete("/api/support/rate-cards/{from}", (DateOnly from, Organisation here, Commands<SupportTerms> terms, CancellationToken stop, Guid? clientId = null) =>
            terms.DecideOrStart<SupportTermsEvent>(SupportTerms.Id, now => now.Rates.Any(one => (one.ClientId, one.From) == (clientId, from)) ? new RatesWithdrawn(clientId, from) : Decision.Nothing, now => RatesPage.Of(now, here.Currency), stop))
        .Produces<RatesPage>().Requires(Permission.ArrangeSupport).WithSummary("Withdraw the rate card of a day; what was billed stays");
    }
}

/// <summary>Why a client cannot be meant.</summary>
internal static class ClientNo
{
    public static readonly Refusal Unknown = new("unknown-client", "There is no such client. Choose another one, or add it.");
}
