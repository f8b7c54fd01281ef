using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>A card of a client's is to be kept. Only its provider's token comes here, never its number.</summary>
/// <param name="Token">What the provider calls the card: <c>pm_…</c> of Stripe; without Stripe one of its test cards.</param>
/// <param name="Default">Whether it is the one that is charged from now on.</param>
internal sealed record AddPaymentMethod(string Token, bool Default = true);

/// <summary>A card of a client's.</summary>
/// <param name="Provider">Who keeps it: stripe; or test, which takes no money.</param>
/// <param name="LastFour">The end of its number.</param>
/// <param name="Default">Whether it is the one that is charged.</param>
internal sealed record PaymentMethodLine(CardId Id, string Provider, string Brand, string LastFour, int ExpiryMonth, int ExpiryYear, bool Default)
{
    public static Page<PaymentMethodLine> Of(PayingClient client) =>
        new([.. client.Cards.Select(card => new PaymentMethodLine(card.Id, card.Provider, card.Card.Brand, card.Card.LastFour, card.Card.ExpiryMonth, card.Card.ExpiryYear, card.Id == client.Default))], null);
}

/// <summary>The cards of a client over HTTP.</summary>
internal static class PaymentMethods
{
    private const string All = "/api/clients/{clientId}/payment-methods";
    private const string One = All + "/{id}";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(All, async (ClientId clientId, Session session, [FromServices] IInvoicing invoicing, CancellationToken stop) => await invoicing.Client(session, clientId.Value, stop) is { } client
                ? Answer.Of(PaymentMethodLine.Of((await session.Streams<PayingClient>().Load(PayingClient.Of(new(client.Id)), stop)).State)) : (IResult)Problems.NotFound)
            .Produces<Page<PaymentMethodLine>>().Requires(Permission.SeeSubscriptions).WithSummary("The cards of a client, as much of them as anybody may see");

        app.MapPost(All, (ClientId clientId, AddPaymentMethod command, CardDesk desk, CancellationToken stop) => desk.Add(clientId, command, stop))
            .Produces<Page<PaymentMethodLine>>(201).Requires(Permission.KeepSubscriptions).WithSummary("Keep a card for a client, by its provider's token; with it is collected at once what could not be, and what was issued before there was one");

        app.MapPost(One + "/default", (ClientId clientId, CardId id, CardDesk desk, CancellationToken stop) => desk.Decide(clientId, id, (cards, client) => cards.Prefer(client, id), stop))
            .Produces<Page<PaymentMethodLine>>().Requires(Permission.KeepSubscriptions).WithSummary("Charge this card from now on; with it is collected at once what could not be, and what was issued before there was one");

        app.MapDelete(One, (ClientId clientId, CardId id, CardDesk desk, CancellationToken stop) => desk.Decide(clientId, id, (cards, client) => cards.Remove(client, id), stop))
            .Produces<Page<PaymentMethodLine>>().Requires(Permission.KeepSubscriptions).WithSummary("Remove a card; the one that is charged only when it is the last");
    }
}

/// <summary>Decides on a client's cards; where another card is charged from now on, what could not be collected is tried with it.</summary>
internal sealed class CardDesk(Session session, IInvoicing invoicing, PaymentProviders providers, CommandEdge edge)
{
    /// <summary>Keeps a card. The provider is asked first: what it keeps twice is one card there.</summary>
    public async Task<IResult> Add(ClientId asked, AddPaymentMethod command, CancellationToken stop)
    {
        if (await invoicing.Client(session, asked.Value, stop) is not { } client) return Problems.NotFound;
        var (id, provider) = (new ClientId(client.Id), providers.Of(session.Tenant));
        if (command.Token is not { Length: > 0 and <= 200 } token || token.Any(sign => !char.IsAsciiLetterOrDigit(sign) && sign is not ('_' or '-'))) return edge.Refused(CardNo.UnknownToken);
        var cards = (await session.Streams<PayingClient>().Load(PayingClient.Of(id), stop)).State;
        CardAtProvider kept;
        try
        {
            if (!(await provider.Keep(new CardOwner(id, client.Name, cards.PayerAt(provider.Name)), token, stop)).TryGet(out kept!, out var refused)) return edge.Refused(refused);
        }
        catch (StripeException)
        {
            return edge.Refused(CardNo.ProviderAway);
        }
        return await Commit(id, 201, cards => cards.Keep(id, new CardId(session.NewId()), provider.Name, kept, command.Default), stop);
    }

    /// <summary>Decides on a card that is there.</summary>
    public async Task<IResult> Decide(ClientId asked, CardId card, Func<PayingClient, ClientId, Decision<PayingClientEvent>> decide, CancellationToken stop)
    {
        if (await invoicing.Client(session, asked.Value, stop) is not { } client) return Problems.NotFound;
        var id = new ClientId(client.Id);
        if (!(await session.Streams<PayingClient>().Load(PayingClient.Of(id), stop)).State.Has(card)) return Problems.NotFound;
        return await Commit(id, 200, cards => decide(cards, id), stop);
    }

    /// <summary>Keeps a card as the one that is charged from now on if, and only if, the work commits.</summary>
    /// <returns>Why it cannot be, or null.</returns>
    public static async Task<Refusal?> Keep(Work work, ClientId client, string provider, CardAtProvider card, CancellationToken stop)
    {
        var stream = PayingClient.Of(client);
        var before = await work.Load<PayingClient>(stream, stop, fresh: true);
        if (work.Decide<PayingClient, PayingClientEvent>(stream, cards => cards.Keep(client, new CardId(work.Session.NewId()), provider, card, preferred: true)) is { } full) return full;
        await Tell(work, client, before, stop);
        return null;
    }

    /// <summary>Where another card is charged from now on, what could not be collected is tried with it.</summary>
    private static async Task<Versioned<PayingClient>> Tell(Work work, ClientId client, Versioned<PayingClient> before, CancellationToken stop)
    {
        var now = await work.Load<PayingClient>(PayingClient.Of(client), stop);
        if (now.State.Default is { } charged && charged != before.State.Default) work.Send(CardIsThere.Message, new CardIsThere(client.Value));
        return now;
    }

    private async Task<IResult> Commit(ClientId client, int status, Func<PayingClient, Decision<PayingClientEvent>> decide, CancellationToken stop)
    {
        var stream = PayingClient.Of(client);
        using var turn = await session.Turn(stream, stop);
        var work = session.Begin();
        var before = await work.Load<PayingClient>(stream, stop, fresh: true);
        if (work.Decide(stream, decide) is { } refused) return edge.Refused(refused);
        var now = await Tell(work, client, before, stop);
        return await edge.Commit(work, Answer.Of(PaymentMethodLine.Of(now.State), now.Version, status, status == 201 ? $"/api/clients/{client}/payment-methods" : null), stop);
    }
}
