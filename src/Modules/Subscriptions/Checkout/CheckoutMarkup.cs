using System.Net;
using Billing.Documents;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Subscriptions;

/// <summary>The page of a checkout link as HTML, with forms and without scripts.</summary>
internal static class CheckoutMarkup
{
    public static string Of(SeenCheckout seen)
    {
        var words = seen.Words;
        var head = $"""<p class="soft">{Safe(seen.Here.Name)}</p>""";
        if (seen.Completed) return Page(words, words.Done, $"""<section class="sheet">{head}<h1>{words.Done}</h1><p>{Safe(seen.Plan)}</p><p>{words.DoneMore}</p>{Press(seen.Asked.SuccessUrl, words.GoOn, "press")}</section>""");
        var write = new PaperFormats(Paper.LanguageOf(words.Language), PaperFormat.A4);
        var wrong = seen.Problem is { } code ? $"""<p class="warn" role="alert">{words.ProblemOf(code)}</p>""" : "";
        if (seen.Offer is not { } offer) return Page(words, words.Title, $"""<section class="sheet">{head}<h1>{Safe(seen.Plan)}</h1>{wrong}{Press(seen.Asked.CancelUrl, words.Cancel, "press quiet")}</section>""");
        return Page(words, $"{words.Title}: {seen.Plan}", $"""
            <section class="sheet">{head}<h1>{Safe(offer.Terms.Name)}</h1>{(offer.Terms.Description is { } more ? $"""<p class="words">{Safe(more)}</p>""" : "")}
            {Costs(seen, offer, write)}</section>
            <form method="post" class="sheet" autocomplete="on">{wrong}
            <input type="hidden" name="seen" value="{Safe(offer.Figures)}">
            <div class="beside"><label><span>{words.Coupon}</span><input name="coupon" value="{Safe(seen.Form.Coupon)}" maxlength="100" autocomplete="off"></label><button class="press quiet" name="do" value="{CheckoutForm.ApplyCoupon}" formnovalidate>{words.Apply}</button></div>
            {(seen.Asked.NewClient ? Details(seen) : "")}
            {Cards(seen)}
            <p class="soft">{words.Renews}</p>
            <p class="presses"><button class="press" name="do" value="subscribe">{words.Subscribe}</button>{Press(seen.Asked.CancelUrl, words.Cancel, "press quiet")}</p></form>
            """);
    }

    /// <summary>A page that says one thing, and not of what.</summary>
    public static string Notice(CheckoutWords words, Func<CheckoutWords, string> say) =>
        Page(words, words.NothingHere, $"""<section class="sheet"><h1>{words.NothingHere}</h1><p>{say(words)}</p></section>""");

    /// <summary>A page as a whole.</summary>
    public static string Page(CheckoutWords words, string title, string body) => $"""
        <!doctype html>
        <html lang="{words.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer"><title>{Safe(title)}</title><style>{ClientSheet.Css}</style></head>
        <body><main>{body}</main></body></html>
        """;

    private static string Costs(SeenCheckout seen, CheckoutOffer offer, PaperFormats write)
    {
        var (words, terms, preview) = (seen.Words, offer.Terms, offer.Preview);
        var used = terms.Components.Any(component => component.Kind == ComponentKind.Metered) ? $""" <span class="soft">{words.PlusUsage}</span>""" : "";
        var price = $"""<p>{write.Money(terms.Recurring(offer.Currency, seen.Asked.Quantity))} {words.Every(terms.Interval)}{used}</p>""";
        var seats = terms.HasSeats() ? $"""<p class="soft">{words.Seats}: {write.Quantity(seen.Asked.Quantity)}</p>""" : "";
        var trial = seen.Asked.TrialDays ?? terms.TrialDays;
        var free = trial > 0 ? $"<p>{words.FreeUntil} {write.Date(offer.Today.AddDays(trial))}</p>" : "";
        var today = $"""<p class="soft">{words.DueToday}</p><p class="amount">{write.Money(offer.Due.Total)}</p>{Lines(words, write, preview.Lines, offer.Due)}""";
        var next = preview.NextInvoiceOn is { } day ? $"<h2>{words.NextInvoice} {write.Date(day)}</h2>{Lines(words, write, preview.NextLines, offer.Next)}" : "";
        return price + seats + free + today + next;
    }

    /// <summary>Lines with their taxes and what they come to.</summary>
    public static string Lines(CheckoutWords words, PaperFormats write, IReadOnlyList<SubscriptionLine> lines, InvoiceSum sum)
    {
        if (lines.Count == 0) return "";
        var items = lines.Select(line => Row($"""<span class="words">{Safe(line.Description)}</span>""", write.Money(line.Amount)));
        var taxes = sum.Taxes.Select(tax => Row($"{Safe(tax.Name)} {write.Percent(tax.Rate)}{(sum.TaxIncluded ? $" ({words.Included})" : "")}", write.Money(tax.Amount)));
        return $"""<ul>{string.Concat(items)}{string.Concat(taxes)}<li class="sum">{Sides(words.Total, write.Money(sum.Total))}</li></ul>""";
    }

    private static string Details(SeenCheckout seen)
    {
        var (words, form) = (seen.Words, seen.Form);
        return $"""
            <fieldset><legend>{words.YourDetails}</legend><div class="fields">
            {Field("name", words.Name, form.Name, "organization", "required maxlength=\"200\"")}{Field("email", words.Email, form.Email, "email", "required type=\"email\" maxlength=\"254\"")}
            {Field("line1", words.Line1, form.Line1, "address-line1", "maxlength=\"200\"")}{Field("line2", words.Line2, form.Line2, "address-line2", "maxlength=\"200\"")}
            {Field("postalCode", words.PostalCode, form.PostalCode, "postal-code", "maxlength=\"50\"")}{Field("city", words.City, form.City, "address-level2", "maxlength=\"200\"")}
            {Field("state", words.State, form.State, "address-level1", "maxlength=\"200\"")}{Field("country", words.Country, form.Country, "country", "maxlength=\"2\" pattern=\"[A-Za-z][A-Za-z]\"")}
            {Field("taxId", words.TaxId, form.TaxId, "off", "maxlength=\"50\"")}</div></fieldset>
            """;
    }

    private static string Field(string name, string label, string value, string fills, string more) => $"""<label><span>{label}</span><input name="{name}" value="{Safe(value)}" autocomplete="{fills}" {more}></label>""";

    private static string Cards(SeenCheckout seen)
    {
        var words = seen.Words;
        if (seen.Offer is { CostsNothing: true }) return "";
        if (!seen.TestCards) return $"""<p>{(seen.LastFour is { } charged ? $"{words.WeCharge} {Safe(charged)} " : "")}{Press(seen.CardAt, words.EnterCard, "press quiet")}</p>""";
        var kept = seen.LastFour is { } last ? Choice("", $"{words.WeCharge} {Safe(last)}", seen.Form.Card) : "";
        var cards = string.Concat(TestProvider.Offered.Select(card => Choice(card.Token, $"{Safe(card.Brand)} … {Safe(card.LastFour)}: {words.CardOf(card.Declines)}", seen.Form.Card)));
        return $"""<fieldset class="test"><legend>{words.Card}</legend><p class="warn">{words.TestMode}</p>{kept}{cards}</fieldset>""";
    }

    private static string Choice(string value, string label, string chosen) => $"""<label class="choice"><input type="radio" name="card" value="{Safe(value)}"{(value == chosen ? " checked" : "")}> <b>{label}</b></label>""";

    /// <summary>A link that looks like a button.</summary>
    public static string Press(string to, string label, string look) => $"""<a class="{look}" href="{Safe(to)}" rel="noopener noreferrer">{label}</a>""";

    private static string Row(string left, string right) => $"<li>{Sides(left, right)}</li>";

    private static string Sides(string left, string right) => $"""<div class="row"><span>{left}</span><span>{right}</span></div>""";

    /// <summary>Text as it may stand in HTML.</summary>
    public static string Safe(string text) => WebUtility.HtmlEncode(text);
}
