using System.Globalization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Usage.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>The page of a checkout link: what a plan costs, what is due today, and one button. Pressing it again, or in two browsers at once, makes one subscription.</summary>
internal sealed class CheckoutPage(CheckoutDoor door, Turnstile turnstile, IInvoicing invoicing, ICoupons coupons, IMeteredUsage usage, PaymentProviders providers, PublicAddress address, IHttpContextAccessor context, IEnumerable<TakenRow> taken)
{
    /// <summary>Where the pages are.</summary>
    public const string Pages = "/c/";

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Pages + "{token}", (string token, HttpContext http, CheckoutPage page, CancellationToken stop) => page.Show(new LinkSecret(token), http, stop)).ExcludeFromDescription().OpenToAnybody();
        app.MapPost(Pages + "{token}", (string token, HttpContext http, CheckoutPage page, CancellationToken stop) => page.Press(new LinkSecret(token), http, stop)).WithMetadata(new KeepsNoAnswer()).ExcludeFromDescription().OpenToAnybody();
        app.MapGet(Pages + "{token}/card", (string token, HttpContext http, CheckoutPage page, CancellationToken stop) => page.Ask(new LinkSecret(token), http, stop)).ExcludeFromDescription().OpenToAnybody();
        app.MapGet(Pages + "{token}/card/left", (string token, HttpContext http, CheckoutPage page, CancellationToken stop) => page.Take(new LinkSecret(token), http, stop)).ExcludeFromDescription().OpenToAnybody();
    }

    private async Task<IResult> Show(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        var (entered, otherwise) = await Enter(secret, http, stop);
        if (entered is not { } opened) return otherwise!;
        return await Look(opened, CheckoutForm.Of(opened.Asked, http.Request.Query), stop) is { } seen ? LinkPage.Html(CheckoutMarkup.Of(seen), 200) : Nothing(http);
    }

    private async Task<IResult> Press(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        var (entered, otherwise) = await Enter(secret, http, stop);
        if (entered is not { } opened) return otherwise!;
        if (opened.Checkout.Completed) return Back(opened, http);
        if (!http.Request.HasFormContentType) return Nothing(http);
        var form = CheckoutForm.Of(await http.Request.ReadFormAsync(stop));
        if (await Look(opened, form, stop) is not { } seen) return Nothing(http);
        if (form.Applies) return LinkPage.Html(CheckoutMarkup.Of(seen), 200);
        if (seen.Problem is not null || seen.Offer is not { } offer) return LinkPage.Html(CheckoutMarkup.Of(seen), 422);
        if (form.Seen != offer.Figures) return LinkPage.Html(CheckoutMarkup.Of(seen with { Problem = CheckoutWords.PriceMoved }), 422);
        if (opened.Asked.NewClient && form.Email.Length == 0) return LinkPage.Html(CheckoutMarkup.Of(seen with { Problem = "bad-email" }), 422); // Invoicing takes clients without one, and the first invoice would reach nobody
        var card = seen.Left;
        if (seen is { TakesCards: true, TestCards: true } && form.Card.Length > 0)
        {
            var cards = (await opened.Session.Streams<PayingClient>().Load(PayingClient.Of(offer.Client), stop)).State;
            var kept = await providers.Find(opened.Session.Tenant, TestProvider.Test)!.Keep(new CardOwner(offer.Client, form.Name, cards.PayerAt(TestProvider.Test)), form.Card, stop);
            if (!kept.TryGet(out var chosen, out var declined)) return LinkPage.Html(CheckoutMarkup.Of(seen with { Problem = declined.Code }), 422);
            card = new CheckoutCardLeft(TestProvider.Test, chosen);
        }
        else if (seen.NeedsCard)
        {
            return LinkPage.Html(CheckoutMarkup.Of(seen with { Problem = CheckoutWords.CardMissing }), 422);
        }
        var desk = Desk(opened);
        var came = await desk.Start(opened.Asked.SubscriptionId, offer.Named.Id, (_, at) => offer.Start.Decide(offer.Named, desk.Zone, at), stop, work => Complete(work, opened, offer, form, card, stop));
        return came is Problem problem && problem.Code != CheckoutNo.IsCompleted ? LinkPage.Html(CheckoutMarkup.Of(seen with { Problem = problem.Code }), 422) : Back(opened, http);
    }

    /// <summary>Everything that becomes true with the subscription: the session is used up, somebody new is a client, their card is kept.</summary>
    private async Task<Refusal?> Complete(Work work, OpenedCheckout opened, CheckoutOffer offer, CheckoutForm form, CheckoutCardLeft? card, CancellationToken stop)
    {
        await work.Load<CheckoutSession>(opened.Id, stop, fresh: true);
        if (work.Decide<CheckoutSession, CheckoutSessionEvent>(opened.Id, now => now.Complete(work.At)) is { } closed) return closed;
        if (opened.Asked.NewClient && await invoicing.Add(work, offer.Client.Value, form.Client(offer.Currency, opened.Asked.Language), stop) is { } nobody) return nobody;
        return card is null ? null : await CardDesk.Keep(work, offer.Client, card.Provider, card.Card, stop);
    }

    /// <summary>What the page shows for what was written so far; null where the client is there no more.</summary>
    private async Task<SeenCheckout?> Look(OpenedCheckout opened, CheckoutForm form, CancellationToken stop)
    {
        var (session, asked) = (opened.Session, opened.Asked);
        var known = asked.NewClient && !opened.Checkout.Completed ? new BilledClient(asked.ClientId.Value, form.Name, asked.Currency ?? opened.Here.Currency, true) { Language = asked.Language } : await invoicing.Client(session, asked.ClientId.Value, stop);
        if (known is not { } client) return null;
        var seen = new SeenCheckout(CheckoutWords.In(client.Language ?? opened.Here.Locale), opened.Here, asked, form, opened.Checkout.Completed);
        var start = new StartSubscription(new ClientId(client.Id), asked.PlanCode, asked.Quantity, TrialDays: asked.TrialDays, Currency: asked.Currency, Coupon: form.Coupon.Length == 0 ? null : form.Coupon);
        if (await start.Wanted(session, invoicing, coupons, stop, client) is not { } named) return null;
        seen = seen with { Plan = named.Plan.Newest.Terms.Name };
        if (opened.Checkout.Completed) return seen;
        var desk = Desk(opened);
        var foreseen = await desk.ForeseeStart(named.Id, at => start.Decide(named, desk.Zone, at), stop);
        if (foreseen.Refusal is { } refused)
        {
            seen = seen with { Problem = refused.Code };
            if (start.Coupon is null) return seen;
            // Most often it is the coupon: the page shows what it costs without, and says so.
            (start, named) = (start with { Coupon = null }, named with { Coupon = null });
            foreseen = await desk.ForeseeStart(named.Id, at => start.Decide(named, desk.Zone, at), stop);
        }
        if (!foreseen.TryGet(out var preview, out _)) return seen;
        var (currency, owes) = (start.Currency ?? client.Currency, asked.NewClient ? (Guid?)null : client.Id);
        var offer = new CheckoutOffer(
            start, named, currency, preview,
            await invoicing.Sum(session, owes, currency, [.. preview.Lines.Select(Summed)], stop), await invoicing.Sum(session, owes, currency, [.. preview.NextLines.Select(Summed)], stop), LocalDay.Of(session.Now, opened.Here.TimeZone));
        var provider = providers.Of(session.Tenant).Name;
        var charged = (await session.Streams<PayingClient>().Load(PayingClient.Of(offer.Client), stop)).State.ChargedAt(provider);
        return seen with { Offer = offer, Left = opened.Checkout.Card is { } left && left.Provider == provider ? left : null, Charged = charged?.Card, TakesCards = providers.LetClients(session), TestCards = provider == TestProvider.Test, CardAt = opened.Secret.At(Pages) + "/card" + Kept(form, asked) };
    }

    /// <summary>Sends whoever subscribes to a page of the provider's, where they leave a card.</summary>
    private async Task<IResult> Ask(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        var (entered, otherwise) = await Enter(secret, http, stop);
        if (entered is not { } opened) return otherwise!;
        var form = CheckoutForm.Of(opened.Asked, http.Request.Query);
        if (opened.Checkout.Asks >= CheckoutNo.MostAsks || opened.Checkout.Completed || await Look(opened, form, stop) is not { Offer: { } offer } seen) return Back(opened, http);
        var (provider, client) = (providers.Of(opened.Session.Tenant), offer.Client);
        var payer = opened.Checkout.CardAsked is { } before && before.Provider == provider.Name ? before.Payer : (await opened.Session.Streams<PayingClient>().Load(PayingClient.Of(client), stop)).State.PayerAt(provider.Name);
        var name = offer.Named.Client!.Name is { Length: > 0 } known ? known : offer.Terms.Name;
        try
        {
            var (path, kept) = (secret.At(Pages), Kept(form with { Coupon = offer.Start.Coupon ?? "" }, opened.Asked));
            var key = string.Create(CultureInfo.InvariantCulture, $"checkout/{opened.Id}/{opened.Checkout.Asks}{kept}");
            if (await provider.AskForCard(new CardOwner(client, name, payer), address.Of(path + "/card/left" + kept), address.Of(path + kept), key, stop) is not { } page) return Back(opened, http);
            await opened.Session.Streams<CheckoutSession>().Decide<CheckoutSessionEvent>(opened.Id, now => now.Ask(new CheckoutCardAsked(provider.Name, page.Id, page.Payer)), stop);
            return Results.Redirect(page.Address.AbsoluteUri);
        }
        catch (StripeException)
        {
            return LinkPage.Html(CheckoutMarkup.Of(seen with { Problem = CardNo.ProviderAway.Code }), 422);
        }
    }

    /// <summary>Takes the card that was left there; without one the page asks again.</summary>
    private async Task<IResult> Take(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        var (entered, otherwise) = await Enter(secret, http, stop);
        if (entered is not { } opened) return otherwise!;
        if (opened.Checkout is { Completed: false, CardAsked: { } asked } && providers.Find(opened.Session.Tenant, asked.Provider) is { } provider)
        {
            try
            {
                if (await provider.LeftOn(asked.Page, asked.Payer, stop) is { } card) await opened.Session.Streams<CheckoutSession>().Decide<CheckoutSessionEvent>(opened.Id, now => now.Leave(new CheckoutCardLeft(asked.Provider, card)), stop);
            }
            catch (StripeException)
            {
                // whoever loads this address once more has the card taken
                return await Look(opened, CheckoutForm.Of(opened.Asked, http.Request.Query), stop) is { } seen ? LinkPage.Html(CheckoutMarkup.Of(seen with { Problem = CardNo.ProviderAway.Code }), 422) : Nothing(http);
            }
        }
        return Back(opened, http);
    }

    private SubscriptionDesk Desk(OpenedCheckout opened) => new(opened.Session, opened.Here, new CommandEdge(context, opened.Session, taken), usage, coupons);

    private static SummedLine Summed(SubscriptionLine line) => new(line.Quantity, line.UnitPrice, line.TaxCategory);

    private async Task<(OpenedCheckout? Opened, IResult? Otherwise)> Enter(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        if (!LinkPage.Enters(http, Pages, ClientSheet.PolicyWithForms, turnstile)) return (null, LinkPage.Html(CheckoutMarkup.Notice(Words(http), words => words.TooOften), 429));
        return await door.Open(secret, http.Connection.RemoteIpAddress?.ToString(), stop) is { } opened ? (opened, null) : (null, Nothing(http));
    }

    /// <summary>The page itself, with the coupon that was written on it.</summary>
    private static IResult Back(OpenedCheckout opened, HttpContext http) =>
        LinkPage.Back(http, opened.Secret.At(Pages) + (http.Request.Query.ContainsKey(CheckoutForm.ApplyCoupon) ? Kept(CheckoutForm.Of(opened.Asked, http.Request.Query), opened.Asked) : ""));

    /// <summary>What an address says of a form that goes by another page: its coupon, where it is another one than the link's.</summary>
    private static string Kept(CheckoutForm form, CheckoutOpened asked) => form.Coupon == (asked.Coupon ?? "") ? "" : $"?{CheckoutForm.ApplyCoupon}={Uri.EscapeDataString(form.Coupon)}";

    /// <summary>The same for a link that has run out, was ended or never was one.</summary>
    private static IResult Nothing(HttpContext http) => LinkPage.Html(CheckoutMarkup.Notice(Words(http), words => words.AskForAnother), 404);

    private static CheckoutWords Words(HttpContext http) => CheckoutWords.In(LinkPage.Languages(http));
}

/// <summary>What the page of a checkout link shows.</summary>
/// <param name="Form">What was written so far.</param>
/// <param name="Completed">Whether somebody has subscribed.</param>
internal sealed record SeenCheckout(CheckoutWords Words, Organisation Here, CheckoutOpened Asked, CheckoutForm Form, bool Completed)
{
    /// <summary>The plan's name.</summary>
    public string Plan { get; init; } = "";

    /// <summary>What is offered; null where nobody can subscribe.</summary>
    public CheckoutOffer? Offer { get; init; }

    /// <summary>The code of what stands in the way; null for nothing.</summary>
    public string? Problem { get; init; }

    /// <summary>The card that was left at the provider; null where there is none.</summary>
    public CheckoutCardLeft? Left { get; init; }

    /// <summary>The card of the client's that is charged by now; null where there is none.</summary>
    public CardAtProvider? Charged { get; init; }

    /// <summary>The card that will be charged unless another one is chosen; null where there is none.</summary>
    public CardAtProvider? Card => Left?.Card ?? Charged;

    /// <summary>Where a card is left at the provider.</summary>
    public string CardAt { get; init; } = "";

    /// <summary>Whether a card can be left here; else its invoices are paid like any other.</summary>
    public bool TakesCards { get; init; }

    /// <summary>Whether cards are those of a provider that takes no money.</summary>
    public bool TestCards { get; init; }

    /// <summary>Whether a card is to be chosen before anybody subscribes.</summary>
    public bool NeedsCard => TakesCards && Card is null && Offer is { CostsNothing: false };

    /// <summary>Whether that card is entered on another page.</summary>
    public bool AsksForCard => NeedsCard && !TestCards;
}

/// <summary>What somebody can subscribe to, and what it comes to.</summary>
/// <param name="Start">The command that the button is.</param>
/// <param name="Due">What is billed at once, with taxes.</param>
/// <param name="Next">What the next invoice comes to as things are, with taxes.</param>
/// <param name="Today">Where the organisation is.</param>
internal sealed record CheckoutOffer(StartSubscription Start, StartSubscription.Named Named, Currency Currency, SubscriptionPreview Preview, InvoiceSum Due, InvoiceSum Next, DateOnly Today)
{
    public PlanOffer Terms => Named.Plan.Newest.Terms;

    /// <summary>Who subscribes; of a client that was merged, the one that stays.</summary>
    public ClientId Client => new(Named.Client!.Id);

    /// <summary>Whether it asks for nothing, whatever is used.</summary>
    public bool CostsNothing => !Due.Total.IsPositive && !Next.Total.IsPositive && Named.Coupon is not { Periods: not null } && !Terms.Components.Any(component => component.Kind == ComponentKind.Metered);

    /// <summary>The amounts as one text: nobody presses on others than they saw.</summary>
    public string Figures => string.Create(CultureInfo.InvariantCulture, $"{Due.Total.Amount}/{Next.Total.Amount}/{Currency}/{Named.Plan.Newest.Number}");
}
