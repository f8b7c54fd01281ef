using System.Globalization;
using Billing.Documents;
using static Billing.Subscriptions.CheckoutMarkup;

namespace Billing.Subscriptions;

/// <summary>The page of a portal link as HTML, with forms and without scripts.</summary>
internal static class PortalMarkup
{
    public static string Of(SeenPortal seen)
    {
        var words = seen.Words;
        var write = new PaperFormats(Paper.LanguageOf(words.Shared.Language), PaperFormat.A4);
        var wrong = Wrong(seen.Problem is { } code ? words.ProblemOf(code) : null);
        return Page(words.Shared, words.Title, $"""
            <section class="sheet">{From(seen.Opened.Here.Name)}<h1>{words.Title}</h1><p class="soft">{Safe(seen.Opened.Client.Name)}</p>{wrong}<p class="presses">{Press(seen.Opened.Asked.ReturnUrl, words.Back, "press quiet small")}</p></section>
            {Subscriptions(seen, write)}
            <section class="sheet"><h2>{words.Cards}</h2>{Cards(seen)}</section>
            <section class="sheet"><h2>{words.Invoices}</h2>{Invoices(seen, write)}</section>
            """);
    }

    /// <summary>Those that we bill; nothing is said of none where Stripe bills one.</summary>
    private static string Subscriptions(SeenPortal seen, PaperFormats write)
    {
        if (seen.Subscriptions.Count == 0 && seen.HasMirrored) return "";
        var shown = seen.Subscriptions.Count == 0 ? $"""<p class="soft">{seen.Words.NoSubscription}</p>""" : $"<ul>{string.Concat(seen.Subscriptions.Select(one => Subscription(seen, one, write)))}</ul>";
        return $"""<section class="sheet"><h2>{seen.Words.Subscriptions}</h2>{shown}</section>""";
    }

    private static string Subscription(SeenPortal seen, PortalSubscription one, PaperFormats write)
    {
        var (words, card) = (seen.Words, one.Card);
        var goes = card.CanceledAt is null;
        var seats = one.Terms.HasSeats() ? $" × {write.Quantity(card.Quantity)}" : "";
        var price = goes ? $"""{write.Money(one.Terms.Recurring(card.Currency, card.Quantity))} <span class="soft">{words.Shared.Every(one.Terms.Interval)}</span>""" : "";
        var when = goes ? $"""<p class="soft">{(card.CancelAtPeriodEnd ? words.EndsOn : words.RenewsOn)} {write.Date(card.NextFrom)}</p>""" : "";
        var agreed = card.Next is { } next ? $"""<p class="soft">{words.BecomesOn} {Safe(next.Plan)} × {write.Quantity(next.Quantity)}</p>""" : "";
        var upcoming = one.Upcoming is { } invoice ? Next(words.Shared, write, invoice.Preview, invoice.Sum) : "";
        return $"""<li><div class="row"><span><b>{Safe(card.PlanName)}</b>{seats} {Status(words, card.Status)}</span><span>{price}</span></div>{when}{agreed}{upcoming}{(goes ? Changes(seen, one, write) + Ends(seen, card) : "")}</li>""";
    }

    private static string Status(PortalWords words, SubscriptionStatus status) => $"""<span class="{(status switch { SubscriptionStatus.Active or SubscriptionStatus.Trialing => "pill good", SubscriptionStatus.PastDue or SubscriptionStatus.Unpaid => "pill late", _ => "pill" })}">{words.Statuses[(int)status]}</span>""";

    /// <summary>What it would come to, once somebody has asked; and the form that asks.</summary>
    private static string Changes(SeenPortal seen, PortalSubscription one, PaperFormats write)
    {
        var words = seen.Words;
        var plans = seen.Plans.Where(plan => plan.Terms.Family == one.Terms.Family && plan.Terms.IsPricedIn(one.Card.Currency)).ToList();
        if (plans.Count == 0) return "";
        var (wish, mine) = (seen.Wish, seen.Wish.Id == one.Card.Id.Value);
        var chosen = mine ? wish.Plan : one.Card.Plan;
        var quantity = mine && wish.Quantity is { } many ? many : one.Card.Quantity;
        var options = string.Concat(plans.Select(plan =>
        {
            var terms = plan.Code == one.Card.Plan ? one.Terms : plan.Terms; // who has an earlier version keeps it
            return $"""<option value="{Safe(plan.Code)}"{(plan.Code == chosen ? " selected" : "")}>{Safe(terms.Name)} – {write.Money(terms.Recurring(one.Card.Currency, terms.HasSeats() ? quantity : 1))} {words.Shared.Every(terms.Interval)}</option>""";
        }));
        var seats = plans.Exists(plan => plan.Terms.HasSeats()) ? $"""<label><span>{words.Shared.Seats}</span><input name="quantity" inputmode="numeric" value="{Number(quantity)}" maxlength="7"></label>""" : "";
        var form = $"""<form method="post"><input type="hidden" name="id" value="{one.Card.Id}"><div class="beside"><label><span>{words.ChangeTo}</span><select name="plan">{options}</select></label>{seats}<button class="press quiet" name="do" value="{PortalWish.Preview}">{words.Look}</button></div></form>""";
        return $"""<details{(mine && wish.IsOfPlan ? " open" : "")}><summary>{words.ChangePlan}</summary>{form}{(mine && seen.Offer is { } offer ? Offered(seen, one, offer, quantity, write) : "")}</details>""";
    }

    private static string Offered(SeenPortal seen, PortalSubscription one, PortalOffer offer, int quantity, PaperFormats write)
    {
        var words = seen.Words;
        var holds = offer.Preview.HoldsFrom is { } day ? $"""<p class="soft">{words.HoldsFrom} {write.Date(day)}</p>""" : "";
        return $"""
            <div class="offer"><div role="status"><h2>{Safe(offer.Name)}</h2>{holds}<p class="soft">{words.Shared.DueToday}</p><p class="amount">{write.Money(offer.Due.Total)}</p>{Lines(words.Shared, write, offer.Preview.Lines, offer.Due)}{Next(words.Shared, write, offer.Preview, offer.Next)}</div>
            <form method="post"><input type="hidden" name="id" value="{one.Card.Id}"><input type="hidden" name="plan" value="{Safe(offer.Command.PlanCode!)}"><input type="hidden" name="quantity" value="{Number(quantity)}"><input type="hidden" name="seen" value="{Safe(offer.Figures)}"><p class="presses"><button class="press" name="do" value="{PortalWish.Change}">{words.Change}</button></p></form></div>
            """;
    }

    private static string Ends(SeenPortal seen, SubscriptionCard card)
    {
        var (words, cancel) = (seen.Words, seen.Terms.Cancel);
        if (cancel == PortalCancel.No) return "";
        var first = card.CancelAtPeriodEnd ? Button(PortalWish.GoOn, words.GoOn) : Button(PortalWish.Cancel, words.Cancel);
        // What cannot be taken back is two presses away.
        var end = cancel == PortalCancel.AtOnce ? $"""<details><summary>{words.End}</summary><p class="soft">{words.EndMore}</p><form method="post"><input type="hidden" name="id" value="{card.Id}"><p class="presses">{Button(PortalWish.End, words.EndNow)}</p></form></details>""" : "";
        return $"""<form method="post"><input type="hidden" name="id" value="{card.Id}"><p class="presses">{first}</p></form>{end}""";
    }

    private static string Cards(SeenPortal seen)
    {
        var words = seen.Words;
        var cards = string.Concat(seen.Cards.Select(card =>
        {
            var name = Named(card.Brand, card.LastFour);
            // The one that is charged goes last.
            var presses = (card.Default ? "" : Button(PortalWish.PreferCard, words.Prefer)) + (!card.Default || (seen.Cards.Count == 1 && !seen.KeepsLastCard) ? Button(PortalWish.RemoveCard, words.Remove) : "");
            var form = presses.Length == 0 ? "" : $"""<form method="post" aria-label="{name}"><input type="hidden" name="id" value="{card.Id}"><p class="presses">{presses}</p></form>""";
            return $"""<li><b>{name}</b> <span class="soft">{Number(card.ExpiryMonth).PadLeft(2, '0')}/{Number(card.ExpiryYear)}</span>{(card.Default ? $""" <span class="pill good">{words.IsCharged}</span>""" : "")}{form}</li>""";
        }));
        return (seen.Cards.Count == 0 ? $"""<p class="soft">{words.NoCard}</p>""" : $"<ul>{cards}</ul>") + AddCard(seen);
    }

    private static string AddCard(SeenPortal seen)
    {
        var words = seen.Words;
        if (!seen.TakesCards) return "";
        if (!seen.TestCards) return $"""<p class="presses">{Press(seen.Opened.Secret.At(PortalPage.Pages) + "/card", words.Add, "press quiet small")}</p>""";
        return $"""<details{(seen.Wish.Do == PortalWish.AddCard ? " open" : "")}><summary>{words.Add}</summary><form method="post"><fieldset><legend>{words.Shared.Card}</legend><p class="test">{words.Shared.TestMode}</p>{TestCards(words.Shared, seen.Wish.Card)}</fieldset><p class="presses">{Button(PortalWish.AddCard, words.Keep)}</p></form></details>""";
    }

    private static string Invoices(SeenPortal seen, PaperFormats write)
    {
        if (seen.Invoices.Count == 0) return $"""<p class="soft">{seen.Words.NoInvoice}</p>""";
        var rows = seen.Invoices.Select(one =>
        {
            var state = one.Outstanding.IsPositive ? $"""<span class="pill late">{(one.Outstanding == one.Total ? "" : write.Money(one.Outstanding) + " ")}{seen.Words.Outstanding}</span>""" : $"""<span class="pill good">{seen.Words.Paid}</span>""";
            return $"""<li><div class="row"><span>{(one.Page is { } page ? $"""<a href="{Safe(page)}" rel="noreferrer">{Safe(one.Number)}</a>""" : one.IsOurs ? $"""<a href="{Safe(seen.Opened.Secret.At(PortalPage.Pages))}/invoices/{one.Id}">{Safe(one.Number)}</a>""" : Safe(one.Number))} <span class="soft">{write.Date(one.IssuedOn)}</span> {state}</span><span>{write.Money(one.Total)}</span></div></li>""";
        });
        return $"<ul>{string.Concat(rows)}</ul>";
    }

    private static string Button(string wish, string label) => $"""<button class="press quiet small" name="do" value="{wish}">{label}</button>""";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
