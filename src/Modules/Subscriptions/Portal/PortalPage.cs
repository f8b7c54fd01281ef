using System.Globalization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Usage.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Subscriptions;

/// <summary>The page of a portal link: a client's subscriptions, cards and invoices, and what the organisation lets it do with them. Every button is the command that the API has.</summary>
internal sealed class PortalPage(
    PortalDoor door, Turnstile turnstile, IInvoicing invoicing, IClientPapers papers, ICoupons coupons, IMeteredUsage usage, PaymentProviders providers, PublicAddress address, IHttpContextAccessor context, IEnumerable<TakenRow> taken)
{
    /// <summary>Where the pages are.</summary>
    public const string Pages = "/portal/";

    private const string Subscribed = "select id from subscriptions_subscriptions where tenant_id = $1 and client_id = any ($2) order by canceled_at nulls first, start_at, id limit 100";

    private const string Mirrored = "select exists (select from subscriptions_mirrored where tenant_id = $1 and client_id = any ($2))";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Pages + "{token}", (string token, HttpContext http, PortalPage page, CancellationToken stop) => page.Show(new LinkSecret(token), http, stop)).ExcludeFromDescription().OpenToAnybody();
        app.MapPost(Pages + "{token}", (string token, HttpContext http, PortalPage page, CancellationToken stop) => page.Press(new LinkSecret(token), http, stop)).WithMetadata(new KeepsNoAnswer()).ExcludeFromDescription().OpenToAnybody();
        app.MapGet(Pages + "{token}/card", (string token, HttpContext http, PortalPage page, CancellationToken stop) => page.Ask(new LinkSecret(token), http, stop)).ExcludeFromDescription().OpenToAnybody();
        app.MapGet(Pages + "{token}/card/left", (string token, HttpContext http, PortalPage page, CancellationToken stop) => page.Take(new LinkSecret(token), http, stop)).ExcludeFromDescription().OpenToAnybody();
        app.MapGet(Pages + "{token}/invoices/{invoice:guid}", (string token, Guid invoice, HttpContext http, PortalPage page, CancellationToken stop) => page.Print(new LinkSecret(token), invoice, http, stop)).ExcludeFromDescription().OpenToAnybody();
    }

    private async Task<IResult> Show(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        var (entered, otherwise) = await Enter(secret, http, stop);
        return entered is not { } opened ? otherwise! : LinkPage.Html(PortalMarkup.Of(await Look(opened, PortalWish.None, null, stop)), 200);
    }

    private async Task<IResult> Print(LinkSecret secret, Guid invoice, HttpContext http, CancellationToken stop)
    {
        var (entered, otherwise) = await Enter(secret, http, stop);
        if (entered is not { } opened) return otherwise!;
        return await papers.Print(opened.Session, opened.Here, opened.Client.Id, invoice, stop) is { } paper ? Results.File(paper.Bytes, "application/pdf", paper.Name) : Nothing(http);
    }

    private async Task<IResult> Press(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        var (entered, otherwise) = await Enter(secret, http, stop);
        if (entered is not { } opened) return otherwise!;
        if (!http.Request.HasFormContentType) return Nothing(http);
        var wish = PortalWish.Of(await http.Request.ReadFormAsync(stop));
        var seen = await Look(opened, wish, null, stop);
        if (wish.Do == PortalWish.Preview) return LinkPage.Html(PortalMarkup.Of(seen), seen.Problem is null ? 200 : 422);
        var came = wish.IsOfCard ? await Card(opened, seen, wish, stop) : await Subscription(opened, seen, wish, stop);
        if (came is not Problem problem) return LinkPage.Back(http, secret.At(Pages));
        return problem.Status == StatusCodes.Status404NotFound ? Nothing(http) : LinkPage.Html(PortalMarkup.Of(seen with { Problem = problem.Code }), 422);
    }

    private Task<IResult> Card(OpenedPortal opened, SeenPortal seen, PortalWish wish, CancellationToken stop)
    {
        var desk = new CardDesk(opened.Session, invoicing, providers, Edge(opened));
        var card = new CardId(wish.Id);
        return wish.Do switch
        {
            PortalWish.AddCard when !TakesTestCards(opened) => Task.FromResult<IResult>(Edge(opened).Refused(NotLet)), // a card of the provider's is left at the provider: a token says nothing of whose it is
            PortalWish.AddCard => desk.Add(opened.ClientId, new AddPaymentMethod(wish.Card), stop),
            PortalWish.PreferCard => desk.Decide(opened.ClientId, card, (cards, client) => cards.Prefer(client, card), stop),
            PortalWish.RemoveCard when seen.KeepsLastCard => Task.FromResult<IResult>(Edge(opened).Refused(NotLet)), // nothing would collect what goes on
            _ => desk.Decide(opened.ClientId, card, (cards, client) => cards.Remove(client, card), stop),
        };
    }

    /// <summary>Decides on a subscription of the client's own, as far as the organisation lets it.</summary>
    private async Task<IResult> Subscription(OpenedPortal opened, SeenPortal seen, PortalWish wish, CancellationToken stop)
    {
        if (seen.Subscriptions.FirstOrDefault(one => one.Card.Id.Value == wish.Id) is not { } mine) return Problems.NotFound;
        var (id, edge, cancel) = (mine.Card.Id, Edge(opened), seen.Terms.Cancel);
        var desk = Desk(opened);
        switch (wish.Do)
        {
            case PortalWish.Change:
                if (seen.Problem is { } wrong) return edge.Refused(new Refusal(wrong, "Look at the page once more."));
                if (seen.Offer is not { } offer || offer.Figures != wish.Seen) return edge.Refused(new Refusal(CheckoutWords.PriceMoved, "The amounts are different by now. Look at them once more."));
                return await desk.Decide(id, offer.Plan, (subscription, ground, at) => offer.Command.Decide(subscription, offer.Plan, ground, at), stop);
            case PortalWish.Cancel when cancel != PortalCancel.No:
                return await desk.Decide(id, null, (subscription, ground, at) => new ChangeSubscription(CancelAtPeriodEnd: true).Decide(subscription, null, ground, at), stop);
            case PortalWish.GoOn when cancel != PortalCancel.No:
                return await desk.Decide(id, null, (subscription, ground, at) => new ChangeSubscription(CancelAtPeriodEnd: false).Decide(subscription, null, ground, at), stop);
            case PortalWish.End when cancel == PortalCancel.AtOnce:
                return await desk.Decide(id, null, (subscription, ground, at) => EndSubscription.Now(subscription, Unused.Credit, ground, at), stop);
            default:
                return edge.Refused(NotLet);
        }
    }

    /// <summary>Everything that the page shows, with what a change would come to that somebody asks for.</summary>
    private async Task<SeenPortal> Look(OpenedPortal opened, PortalWish wish, string? problem, CancellationToken stop)
    {
        var (session, client) = (opened.Session, opened.Client);
        Guid[] all = [client.Id, .. (await invoicing.Merged(session, stop)).Where(merged => merged.Value == client.Id).Select(merged => merged.Key)];
        var ids = await session.Read(Subscribed, [new NpgsqlParameter<Guid[]> { TypedValue = all }], async row =>
        {
            var found = new List<Guid>();
            while (await row.ReadAsync(stop)) found.Add(row.GetGuid(0));
            return found;
        }, stop);
        var mirrored = await session.Read(Mirrored, [new NpgsqlParameter<Guid[]> { TypedValue = all }], async row => await row.ReadAsync(stop) && row.GetBoolean(0), stop);
        var work = session.Begin();
        var terms = (await work.Load<SubscriptionSettings>(SubscriptionSettings.Id, stop, fresh: true)).State.Portal;
        var subscriptions = new List<PortalSubscription>();
        foreach (var id in ids)
        {
            var now = await work.Load<Subscription>(id, stop, fresh: true);
            var ground = await SubscriptionDesk.Ground(work, [now.State.Has.PlanId, now.State.Next?.PlanId], stop);
            var card = SubscriptionCard.Of(new SubscriptionId(id), now, ground, work.At);
            subscriptions.Add(new PortalSubscription(card, ground.Terms(now.State.Has), await Upcoming(opened, card, stop)));
        }
        var plans = new List<PortalPlan>();
        foreach (var code in terms.Plans)
            if (await ListPlans.Find(session, code, stop) is { } plan && (await work.Load<Plan>(plan.Value, stop, fresh: true)).State is { IsArchived: false } offered) plans.Add(new PortalPlan(plan, code, offered.Newest.Number, offered.Newest.Terms));
        var seen = new SeenPortal(
            PortalWords.In(client.Language ?? opened.Here.Locale), opened, terms, subscriptions, plans, PaymentMethodLine.Of((await session.Streams<PayingClient>().Load(PayingClient.Of(opened.ClientId), stop)).State).Items,
            await papers.Of(session, client.Id, stop), TakesTestCards(opened), wish) { Problem = problem, TakesCards = providers.LetClients(session), HasMirrored = mirrored };
        return wish.Do is PortalWish.Preview or PortalWish.Change ? await Offered(seen, stop) : seen;
    }

    private async Task<SeenPortal> Offered(SeenPortal seen, CancellationToken stop)
    {
        var wish = seen.Wish;
        if (seen.Subscriptions.FirstOrDefault(one => one.Card.Id.Value == wish.Id) is not { } mine || seen.Plans.FirstOrDefault(one => one.Code == wish.Plan) is not { } plan || wish.Quantity is not { } quantity) return seen with { Problem = NotLet.Code };
        var command = new ChangeSubscription(plan.Code, plan.Terms.HasSeats() ? quantity : null);
        var foreseen = await Desk(seen.Opened).Foresee(mine.Card.Id, plan.Id, (subscription, ground, at) => command.Decide(subscription, plan.Id, ground, at), stop);
        if (!foreseen.TryGet(out var preview, out var refused)) return seen with { Problem = refused.Code };
        return seen with { Offer = new PortalOffer(command, plan.Id, plan.Version, plan.Terms.Name, preview, await Sum(seen.Opened, mine.Card.Currency, preview.Lines, stop), await Sum(seen.Opened, mine.Card.Currency, preview.NextLines, stop)) };
    }

    /// <summary>The next invoice as things are now, with what was used so far; null where none is to come or something has no price.</summary>
    private async Task<UpcomingInvoice?> Upcoming(OpenedPortal opened, SubscriptionCard card, CancellationToken stop)
    {
        if (card.RenewsAt is null) return null;
        var foreseen = await Desk(opened).Foresee(card.Id, null, (_, _, _) => Decision.Nothing, stop);
        return foreseen.TryGet(out var preview, out _) ? new UpcomingInvoice(preview, await Sum(opened, card.Currency, preview.NextLines, stop)) : null;
    }

    private Task<InvoiceSum> Sum(OpenedPortal opened, Currency currency, IReadOnlyList<SubscriptionLine> lines, CancellationToken stop) =>
        invoicing.Sum(opened.Session, opened.Client.Id, currency, [.. lines.Select(line => new SummedLine(line.Quantity, line.UnitPrice, line.TaxCategory))], stop);

    private CommandEdge Edge(OpenedPortal opened) => new(context, opened.Session, taken);

    private SubscriptionDesk Desk(OpenedPortal opened) => new(opened.Session, opened.Here, Edge(opened), usage, coupons);

    /// <summary>Sends the client to a page of the provider's, where they leave a card.</summary>
    private async Task<IResult> Ask(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        var (entered, otherwise) = await Enter(secret, http, stop);
        if (entered is not { } opened) return otherwise!;
        if (opened.Portal.Asks >= CheckoutNo.MostAsks) return LinkPage.Back(http, secret.At(Pages));
        var (provider, asked) = (providers.Of(opened.Session.Tenant), opened.Portal.CardAsked);
        var payer = asked?.Provider == provider.Name ? asked.Payer : (await opened.Session.Streams<PayingClient>().Load(PayingClient.Of(opened.ClientId), stop)).State.PayerAt(provider.Name);
        try
        {
            var (path, key) = (secret.At(Pages), string.Create(CultureInfo.InvariantCulture, $"portal/{opened.Id}/{opened.Portal.Asks}"));
            if (await provider.AskForCard(new CardOwner(opened.ClientId, opened.Client.Name, payer), address.Of(path + "/card/left"), address.Of(path), key, stop) is not { } page) return LinkPage.Back(http, path);
            await opened.Session.Streams<PortalSession>().Decide<PortalSessionEvent>(opened.Id, now => now.Ask(new PortalCardAsked(provider.Name, page.Id, page.Payer)), stop);
            return Results.Redirect(page.Address.AbsoluteUri);
        }
        catch (StripeException)
        {
            return LinkPage.Html(PortalMarkup.Of(await Look(opened, PortalWish.None, CardNo.ProviderAway.Code, stop)), 422);
        }
    }

    /// <summary>Takes the card that was left there, once: the same address again does not charge it anew when another one was preferred since.</summary>
    private async Task<IResult> Take(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        var (entered, otherwise) = await Enter(secret, http, stop);
        if (entered is not { } opened) return otherwise!;
        if (opened.Portal.CardAsked is { } asked && providers.Find(opened.Session.Tenant, asked.Provider) is { } provider)
        {
            try
            {
                if (await provider.LeftOn(asked.Page, asked.Payer, stop) is { } card && await Keep(opened, asked, card, stop) is { } full) return LinkPage.Html(PortalMarkup.Of(await Look(opened, PortalWish.None, full.Code, stop)), 422);
            }
            catch (StripeException)
            {
                return LinkPage.Html(PortalMarkup.Of(await Look(opened, PortalWish.None, CardNo.ProviderAway.Code, stop)), 422);
            }
            catch (ConcurrencyException)
            {
                // the other one who came back with it has kept it
            }
        }
        return LinkPage.Back(http, secret.At(Pages));
    }

    private static async Task<Refusal?> Keep(OpenedPortal opened, PortalCardAsked asked, CardAtProvider card, CancellationToken stop)
    {
        var work = opened.Session.Begin();
        var now = (await work.Load<PortalSession>(opened.Id, stop, fresh: true)).State;
        if (now.CardAsked?.Page != asked.Page) return null;
        if (work.Decide<PortalSession, PortalSessionEvent>(opened.Id, portal => portal.Leave(asked.Page)) is { } refused) return refused;
        if (await CardDesk.Keep(work, opened.ClientId, asked.Provider, card, stop) is { } full) return full;
        await work.Commit();
        return null;
    }

    private bool TakesTestCards(OpenedPortal opened) => providers.Of(opened.Session.Tenant).Name == TestProvider.Test && providers.LetClients(opened.Session);

    private async Task<(OpenedPortal? Opened, IResult? Otherwise)> Enter(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        if (!LinkPage.Enters(http, Pages, ClientSheet.PolicyWithForms, turnstile)) return (null, LinkPage.Html(CheckoutMarkup.Notice(Words(http), words => words.TooOften), 429));
        return await door.Open(secret, http.Connection.RemoteIpAddress?.ToString(), stop) is { } opened ? (opened, null) : (null, Nothing(http));
    }

    /// <summary>The same for a link that has run out, was closed or never was one.</summary>
    private static IResult Nothing(HttpContext http) => LinkPage.Html(CheckoutMarkup.Notice(Words(http), words => words.AskForAnother), 404);

    private static CheckoutWords Words(HttpContext http) => CheckoutWords.In(LinkPage.Languages(http));

    private static readonly Refusal NotLet = new("portal-not-let", "The organisation does not let clients do this by themselves. Ask it to.");
}

/// <summary>What somebody pressed on the page of a portal link.</summary>
/// <param name="Id">The subscription or card.</param>
/// <param name="Plan">The code of the plan that is wanted.</param>
/// <param name="Quantity">How many seats; null where it is no number.</param>
/// <param name="Card">The token of a test card.</param>
/// <param name="Seen">The amounts that stood on the page.</param>
internal sealed record PortalWish(string Do, Guid Id, string Plan, int? Quantity, string Card, string Seen)
{
    public const string Preview = "preview", Change = "change", Cancel = "cancel", GoOn = "goOn", End = "end", AddCard = "addCard", PreferCard = "preferCard", RemoveCard = "removeCard";

    public static PortalWish None { get; } = new("", default, "", null, "", "");

    public bool IsOfPlan => Do is Preview or Change;

    public bool IsOfCard => Do is AddCard or PreferCard or RemoveCard;

    public static PortalWish Of(IFormCollection form)
    {
        string Field(string name) => PlainText.Line(form[name].ToString(), 100);
        return new PortalWish(Field("do"), Guid.TryParse(Field("id"), out var id) ? id : default, Field("plan"), Field("quantity") is { Length: > 0 } typed ? (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : (int?)null) : 1, Field("card"), Field("seen"));
    }
}

/// <summary>What the page of a portal link shows.</summary>
internal sealed record SeenPortal(
    PortalWords Words, OpenedPortal Opened, PortalTerms Terms, IReadOnlyList<PortalSubscription> Subscriptions, IReadOnlyList<PortalPlan> Plans, IReadOnlyList<PaymentMethodLine> Cards, IReadOnlyList<ClientInvoice> Invoices, bool TestCards, PortalWish Wish)
{
    /// <summary>Whether it has or had a subscription that Stripe bills, which is not shown here.</summary>
    public bool HasMirrored { get; init; }

    /// <summary>Whether a card can be left here.</summary>
    public bool TakesCards { get; init; }

    /// <summary>Whether the last card stays, because something goes on that it pays.</summary>
    public bool KeepsLastCard => Cards.Count == 1 && Subscriptions.Any(one => one.Card.CanceledAt is null);

    /// <summary>What a change would come to; null where nobody asked.</summary>
    public PortalOffer? Offer { get; init; }

    /// <summary>The code of what stands in the way; null for nothing.</summary>
    public string? Problem { get; init; }
}

/// <summary>A subscription of the client's.</summary>
/// <param name="Upcoming">Its next invoice as things are now; null where none is to come.</param>
internal sealed record PortalSubscription(SubscriptionCard Card, PlanOffer Terms, UpcomingInvoice? Upcoming);

/// <summary>An invoice that is to come.</summary>
/// <param name="Sum">What its lines come to, with taxes.</param>
internal sealed record UpcomingInvoice(SubscriptionPreview Preview, InvoiceSum Sum);

/// <summary>A plan that the client may change to.</summary>
internal sealed record PortalPlan(PlanId Id, string Code, int Version, PlanOffer Terms);

/// <summary>A change as somebody may make it.</summary>
/// <param name="Command">That the button is.</param>
/// <param name="Version">Of the plan.</param>
/// <param name="Due">What is billed at once, with taxes.</param>
/// <param name="Next">What the next invoice comes to, with taxes.</param>
internal sealed record PortalOffer(ChangeSubscription Command, PlanId Plan, int Version, string Name, SubscriptionPreview Preview, InvoiceSum Due, InvoiceSum Next)
{
    // What is used so far moves while somebody reads.
    private decimal Flat => Preview.NextLines.Where(line => line.Metered is null).Sum(line => line.Amount.Amount);

    /// <summary>The amounts as one text: nobody presses on others than they saw.</summary>
    public string Figures => string.Create(CultureInfo.InvariantCulture, $"{Due.Total.Amount}/{Flat}/{Preview.HoldsFrom:yyyy-MM-dd}/{Version}");
}
