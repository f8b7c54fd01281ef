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
        var wrong = seen.Problem is { } code ? $"""<p class="warn" role="alert">{words.ProblemOf(code)}</p>""" : "";
        return Page(words.Shared, words.Title, $"""
            <section class="sheet"><p class="soft">{Safe(seen.Opened.Here.Name)}</p><h1>{words.Title}</h1><p>{Safe(seen.Opened.Client.Name)}</p>{wrong}<p class="presses">{Press(seen.Opened.Asked.ReturnUrl, words.Back, "press quiet")}</p></section>
            <section class="sheet"><h2>{words.Subscriptions}</h2>{(seen.Subscriptions.Count == 0 ? $"<p>{words.NoSubscription}</p>" : $"<ul>{string.Concat(seen.Subscriptions.Select(one => Subscription(seen, one, write)))}</ul>")}</section>
            <section class="sheet"><h2>{words.Cards}</h2>{Cards(seen)}</section>
            <section class="sheet"><h2>{words.Invoices}</h2>{Invoices(seen, write)}</section>
            """);
    }

    private static string Subscription(SeenPortal seen, PortalSubscription one, PaperFormats write)
    {
        var (words, card) = (seen.Words, one.Card);
        var seats = one.Terms.HasSeats() ? $" × {write.Quantity(card.Quantity)}" : "";
        var when = card.CanceledAt is not null ? words.Ended : $"{(card.CancelAtPeriodEnd ? words.EndsOn : words.RenewsOn)} {write.Date(card.NextFrom)}";
        var next = card.Next is { } agreed ? $"""<p class="soft">{words.BecomesOn} {Safe(agreed.Plan)} × {write.Quantity(agreed.Quantity)}</p>""" : "";
        var price = $"{write.Money(one.Terms.Recurring(card.Currency, card.Quantity))} {words.Shared.Every(one.Terms.Interval)}";
        return $"""<li><div class="row"><span>{Safe(card.PlanName)}{seats}<br><span class="soft">{when}</span></span><span>{price}</span></div>{next}{(card.CanceledAt is null ? Changes(seen, one, write) + Ends(seen, card) : "")}</li>""";
    }

    /// <summary>What it would come to, once somebody has asked; and the form that asks.</summary>
    private static string Changes(SeenPortal seen, PortalSubscription one, PaperFormats write)
    {
        var words = seen.Words;
        var plans = seen.Plans.Where(plan => plan.Terms.Family == one.Terms.Family && plan.Terms.IsPricedIn(one.Card.Currency)).ToList();
        if (plans.Count == 0) return "";
        var (wish, mine) = (seen.Wish, seen.Wish.Id == one.Card.Id.Value);
        var chosen = mine ? wish.Plan : one.Card.Plan;
        var quantity = mine && wish.Quantity is { } many ? many : one.Card.Quantity;
        var options = string.Concat(plans.Select(plan => $"""<option value="{Safe(plan.Code)}"{(plan.Code == chosen ? " selected" : "")}>{Safe(plan.Terms.Name)} – {write.Money(plan.Terms.Recurring(one.Card.Currency, plan.Terms.HasSeats() ? quantity : 1))} {words.Shared.Every(plan.Terms.Interval)}</option>"""));
        var seats = plans.Exists(plan => plan.Terms.HasSeats()) ? $"""<label><span>{words.Shared.Seats}</span><input name="quantity" inputmode="numeric" value="{Number(quantity)}" maxlength="7"></label>""" : "";
        var form = $"""<form method="post"><input type="hidden" name="id" value="{one.Card.Id}"><div class="beside"><label><span>{words.ChangeTo}</span><select name="plan">{options}</select></label>{seats}<button class="press quiet" name="do" value="{PortalWish.Preview}">{words.Look}</button></div></form>""";
        return form + (mine && seen.Offer is { } offer ? Offered(seen, one, offer, quantity, write) : "");
    }

    private static string Offered(SeenPortal seen, PortalSubscription one, PortalOffer offer, int quantity, PaperFormats write)
    {
        var words = seen.Words;
        var holds = offer.Preview.HoldsFrom is { } day ? $"<p>{words.HoldsFrom} {write.Date(day)}</p>" : "";
        var next = offer.Preview.NextInvoiceOn is { } on ? $"""<p class="soft">{words.Shared.NextInvoice} {write.Date(on)}</p>{Lines(words.Shared, write, offer.Preview.NextLines, offer.Next)}""" : "";
        return $"""
            <div role="status"><h2>{Safe(offer.Name)}</h2>{holds}<p class="soft">{words.Shared.DueToday}</p><p class="amount">{write.Money(offer.Due.Total)}</p>{Lines(words.Shared, write, offer.Preview.Lines, offer.Due)}{next}</div>
            <form method="post"><input type="hidden" name="id" value="{one.Card.Id}"><input type="hidden" name="plan" value="{Safe(offer.Command.PlanCode!)}"><input type="hidden" name="quantity" value="{Number(quantity)}"><input type="hidden" name="seen" value="{Safe(offer.Figures)}"><p class="presses"><button class="press" name="do" value="{PortalWish.Change}">{words.Change}</button></p></form>
            """;
    }

    private static string Ends(SeenPortal seen, SubscriptionCard card)
    {
        var (words, cancel) = (seen.Words, seen.Terms.Cancel);
        if (cancel == PortalCancel.No) return "";
        var first = card.CancelAtPeriodEnd ? Button(PortalWish.GoOn, words.GoOn) : Button(PortalWish.Cancel, words.Cancel);
        return $"""<form method="post"><input type="hidden" name="id" value="{card.Id}"><p class="presses">{first}{(cancel == PortalCancel.AtOnce ? Button(PortalWish.End, words.End) : "")}</p></form>""";
    }

    private static string Cards(SeenPortal seen)
    {
        var words = seen.Words;
        var cards = string.Concat(seen.Cards.Select(card =>
        {
            var name = $"{Safe(card.Brand)} … {Safe(card.LastFour)}";
            // The one that is charged goes last.
            var presses = (card.Default ? "" : Button(PortalWish.PreferCard, words.Prefer)) + (!card.Default || seen.Cards.Count == 1 ? Button(PortalWish.RemoveCard, words.Remove) : "");
            return $"""<li>{name}{(card.Default ? $""" <span class="soft">{words.IsCharged}</span>""" : "")}<form method="post" aria-label="{name}"><input type="hidden" name="id" value="{card.Id}"><p class="presses">{presses}</p></form></li>""";
        }));
        var add = seen.TestCards
            ? $"""<form method="post"><fieldset class="test"><legend>{words.Shared.Card}</legend><p class="warn">{words.Shared.TestMode}</p>{string.Concat(TestProvider.Offered.Select(card => $"""<label class="choice"><input type="radio" name="card" value="{Safe(card.Token)}" required> <b>{Safe(card.Brand)} … {Safe(card.LastFour)}: {words.Shared.CardOf(card.Declines)}</b></label>"""))}</fieldset><p class="presses">{Button(PortalWish.AddCard, words.Add)}</p></form>"""
            : "";
        return (seen.Cards.Count == 0 ? $"<p>{words.NoCard}</p>" : $"<ul>{cards}</ul>") + add;
    }

    private static string Invoices(SeenPortal seen, PaperFormats write)
    {
        if (seen.Invoices.Count == 0) return $"<p>{seen.Words.NoInvoice}</p>";
        var rows = seen.Invoices.Select(one =>
        {
            var state = one.Outstanding.IsPositive ? $"{write.Money(one.Outstanding)} {seen.Words.Outstanding}" : seen.Words.Paid;
            return $"""<li><div class="row"><span><a href="{Safe(seen.Opened.Secret.At(PortalPage.Pages))}/invoices/{one.Id}">{Safe(one.Number)}</a> <span class="soft">{write.Date(one.IssuedOn)}, {state}</span></span><span>{write.Money(one.Total)}</span></div></li>""";
        });
        return $"<ul>{string.Concat(rows)}</ul>";
    }

    private static string Button(string wish, string label) => $"""<button class="press quiet" name="do" value="{wish}">{label}</button>""";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
