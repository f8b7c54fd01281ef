using System.Diagnostics;
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
        return await Look(opened, CheckoutForm.Of(opened.Asked), stop) is { } seen ? Html(CheckoutMarkup.Of(seen), 200) : Nothing(http);
    }

    private async Task<IResult> Press(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        var (entered, otherwise) = await Enter(secret, http, stop);
        if (entered is not { } opened) return otherwise!;
        if (opened.Checkout.Completed) return Back(secret, http);
        if (!http.Request.HasFormContentType) return Nothing(http);
        var form = CheckoutForm.Of(await http.Request.ReadFormAsync(stop));
        if (await Look(opened, form, stop) is not { } seen) return Nothing(http);
        if (form.Applies) return Html(CheckoutMarkup.Of(seen), 200);
        if (seen.Problem is not null || seen.Offer is not { } offer) return Html(CheckoutMarkup.Of(seen), 422);
        if (form.Seen != offer.Figures) return Html(CheckoutMarkup.Of(seen with { Problem = CheckoutWords.PriceMoved }), 422);
        if (opened.Asked.NewClient && form.Email.Length == 0) return Html(CheckoutMarkup.Of(seen with { Problem = "bad-email" }), 422); // Invoicing takes clients without one, and the first invoice would reach nobody
        var card = opened.Checkout.Card;
        if (seen.TestCards && form.Card.Length > 0)
        {
            var cards = (await opened.Session.Streams<PayingClient>().Load(PayingClient.Of(offer.Client), stop)).State;
            var kept = await providers.Of(opened.Session.Tenant).Keep(new CardOwner(offer.Client, form.Name, cards.PayerAt(TestProvider.Test)), form.Card, stop);
            if (!kept.TryGet(out var chosen, out var declined)) return Html(CheckoutMarkup.Of(seen with { Problem = declined.Code }), 422);
            card = new CheckoutCardLeft(TestProvider.Test, chosen);
        }
        else if (seen.NeedsCard)
        {
            return Html(CheckoutMarkup.Of(seen with { Problem = CheckoutWords.CardMissing }), 422);
        }
        var desk = Desk(opened);
        var came = await desk.Start(opened.Asked.SubscriptionId, offer.Named.Id, (_, at) => offer.Start.Decide(offer.Named, desk.Zone, at), stop, work => Complete(work, opened, offer, form, card, stop));
        return came is Problem problem && problem.Code != CheckoutNo.IsCompleted ? Html(CheckoutMarkup.Of(seen with { Problem = problem.Code }), 422) : Back(secret, http);
    }

    /// <summary>Everything that becomes true with the subscription: the session is used up, somebody new is a client, their card is kept.</summary>
    private async Task<Refusal?> Complete(Work work, OpenedCheckout opened, CheckoutOffer offer, CheckoutForm form, CheckoutCardLeft? card, CancellationToken stop)
    {
        await work.Load<CheckoutSession>(opened.Id, stop, fresh: true);
        if (work.Decide<CheckoutSession, CheckoutEvent>(opened.Id, now => now.Complete(work.At)) is { } closed) return closed;
        if (opened.Asked.NewClient && await invoicing.Add(work, offer.Client.Value, form.Client(offer.Currency, opened.Asked.Language), stop) is { } nobody) return nobody;
        if (card is null) return null;
        var stream = PayingClient.Of(offer.Client);
        var before = await work.Load<PayingClient>(stream, stop, fresh: true);
        if (work.Decide<PayingClient, PayingClientEvent>(stream, cards => cards.Keep(offer.Client, new CardId(work.Session.NewId()), card.Provider, card.Card, preferred: true)) is { } full) return full;
        if ((await work.Load<PayingClient>(stream, stop)).State.Default != before.State.Default) work.Send(CardIsThere.Message, new CardIsThere(offer.Client.Value));
        return null;
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
        return seen with { Offer = offer, LastFour = opened.Checkout.Card?.Card.LastFour ?? charged?.Card.LastFour, TestCards = provider == TestProvider.Test, CardAt = opened.Secret.At(Pages) + "/card" };
    }

    /// <summary>Sends whoever subscribes to a page of the provider's, where they leave a card.</summary>
    private async Task<IResult> Ask(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        var (entered, otherwise) = await Enter(secret, http, stop);
        if (entered is not { } opened) return otherwise!;
        if (opened.Checkout.Completed || await Look(opened, CheckoutForm.Of(opened.Asked), stop) is not { Offer: { } offer } seen) return Back(secret, http);
        var (provider, client) = (providers.Of(opened.Session.Tenant), offer.Client);
        var payer = opened.Checkout.CardAsked?.Payer ?? (await opened.Session.Streams<PayingClient>().Load(PayingClient.Of(client), stop)).State.PayerAt(provider.Name);
        var name = offer.Named.Client!.Name is { Length: > 0 } known ? known : offer.Terms.Name;
        try
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"checkout/{opened.Id}/{opened.Checkout.Asks}");
            if (await provider.AskForCard(new CardOwner(client, name, payer), address.Of(secret.At(Pages) + "/card/left"), address.Of(secret.At(Pages)), key, stop) is not { } page) return Back(secret, http);
            await opened.Session.Streams<CheckoutSession>().Decide<CheckoutEvent>(opened.Id, _ => new CheckoutCardAsked(provider.Name, page.Id, page.Payer), stop);
            return Results.Redirect(page.Address.AbsoluteUri);
        }
        catch (StripeException)
        {
            return Html(CheckoutMarkup.Of(seen with { Problem = CardNo.ProviderAway.Code }), 422);
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
                if (await provider.LeftOn(asked.Page, asked.Payer, stop) is { } card) await opened.Session.Streams<CheckoutSession>().Decide<CheckoutEvent>(opened.Id, now => now.Leave(new CheckoutCardLeft(asked.Provider, card)), stop);
            }
            catch (StripeException)
            {
                // the page asks for the card again, and finds the one that was left when they come back
            }
        }
        return Back(secret, http);
    }

    private SubscriptionDesk Desk(OpenedCheckout opened) => new(opened.Session, opened.Here, new CommandEdge(context, opened.Session, taken), usage, coupons);

    private static SummedLine Summed(SubscriptionLine line) => new(line.Quantity, line.UnitPrice, line.TaxCategory);

    private async Task<(OpenedCheckout? Opened, IResult? Otherwise)> Enter(LinkSecret secret, HttpContext http, CancellationToken stop)
    {
        Activity.Current?.SetTag("url.path", Pages + "…"); // the path is a secret, and traces are kept elsewhere
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ClientSheet.PolicyWithForms;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.CacheControl = "no-store";
        if (!turnstile.Pass(http.Connection.RemoteIpAddress))
        {
            headers.RetryAfter = "60";
            return (null, Html(CheckoutMarkup.Notice(Words(http), words => words.TooOften), 429));
        }
        return await door.Open(secret, http.Connection.RemoteIpAddress?.ToString(), stop) is { } opened ? (opened, null) : (null, Nothing(http));
    }

    /// <summary>The page itself, so that looking at it again does not press again.</summary>
    private static IResult Back(LinkSecret secret, HttpContext http)
    {
        http.Response.Headers.Location = secret.At(Pages);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The same for a link that has run out, was ended or never was one.</summary>
    private static IResult Nothing(HttpContext http) => Html(CheckoutMarkup.Notice(Words(http), words => words.AskForAnother), 404);

    private static CheckoutWords Words(HttpContext http) => CheckoutWords.In(http.Request.Headers.AcceptLanguage.ToString());

    private static IResult Html(string page, int status) => Results.Content(page, "text/html; charset=utf-8", statusCode: status);
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

    /// <summary>The end of the number of the card that is charged; null where there is none.</summary>
    public string? LastFour { get; init; }

    /// <summary>Where a card is left at the provider.</summary>
    public string CardAt { get; init; } = "";

    /// <summary>Whether cards are those of a provider that takes no money.</summary>
    public bool TestCards { get; init; }

    /// <summary>Whether a card is to be chosen before anybody subscribes.</summary>
    public bool NeedsCard => LastFour is null && Offer is { CostsNothing: false };
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
    public bool CostsNothing => !Due.Total.IsPositive && !Next.Total.IsPositive && !Terms.Components.Any(component => component.Kind == ComponentKind.Metered);

    /// <summary>The amounts as one text: nobody presses on others than they saw.</summary>
    public string Figures => string.Create(CultureInfo.InvariantCulture, $"{Due.Total.Amount}/{Next.Total.Amount}/{Currency}");
}
