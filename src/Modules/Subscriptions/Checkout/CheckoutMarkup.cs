using System.Globalization;
using System.Net;
using Billing.Documents;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Subscriptions;

/// <summary>The page of a checkout link as HTML, with a form and without scripts.</summary>
internal static class CheckoutMarkup
{
    // Fields that stand beside the form are of it by its name.
    private const string Form = "subscribe";

    public static string Of(SeenCheckout seen)
    {
        var words = seen.Words;
        if (seen.Completed) return Page(words, words.Done, $"""<section class="sheet">{From(seen.Here.Name)}<p class="done" aria-hidden="true">✓</p><h1>{words.Done}</h1><p>{Safe(seen.Plan)}</p><p class="soft">{words.DoneMore}</p><p class="presses">{Press(seen.Asked.SuccessUrl, words.GoOn, "press")}</p></section>""");
        var write = new PaperFormats(Paper.LanguageOf(words.Language), PaperFormat.A4);
        var wrong = Wrong(seen.Problem is { } code ? words.ProblemOf(code) : null);
        if (seen.Offer is not { } offer) return Page(words, words.Title, $"""<section class="sheet">{From(seen.Here.Name)}<h1>{Safe(seen.Plan)}</h1>{wrong}<p class="presses">{Press(seen.Asked.CancelUrl, words.Cancel, "press quiet")}</p></section>""");
        return Page(words, $"{words.Title}: {seen.Plan}", $"""
            <div class="two"><section class="sheet">{From(seen.Here.Name)}<h1>{Safe(offer.Terms.Name)}</h1>{(offer.Terms.Description is { } more ? $"""<p class="words soft">{Safe(more)}</p>""" : "")}
            {Costs(seen, offer, write)}
            <div class="beside"><label><span>{words.Coupon}</span><input name="coupon" value="{Safe(seen.Form.Coupon)}" form="{Form}" maxlength="100" autocomplete="off"></label><button class="press quiet" form="{Form}" name="do" value="{CheckoutForm.ApplyCoupon}" formnovalidate>{words.Apply}</button></div></section>
            <form method="post" id="{Form}" class="sheet" autocomplete="on">{wrong}
            <input type="hidden" name="seen" value="{Safe(offer.Figures)}">
            {(seen.AsksForCard ? Step(seen) : (seen.Asked.NewClient ? Details(seen) : "") + Cards(seen) + $"""<button class="press whole" name="do" value="subscribe">{words.Subscribe}</button><p class="soft aside">{words.Renews}</p>""")}
            <p class="aside">{Press(seen.Asked.CancelUrl, words.Cancel, "")}</p></form></div>
            """, "wide");
    }

    /// <summary>A page that says one thing, and not of what.</summary>
    public static string Notice(CheckoutWords words, Func<CheckoutWords, string> say) =>
        Page(words, words.NothingHere, $"""<section class="sheet"><h1>{words.NothingHere}</h1><p>{say(words)}</p></section>""");

    /// <summary>A page as a whole.</summary>
    public static string Page(CheckoutWords words, string title, string body, string look = "") => $"""
        <!doctype html>
        <html lang="{words.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer"><title>{Safe(title)}</title><style>{ClientSheet.Css}</style></head>
        <body><main{(look.Length == 0 ? "" : $" class=\"{look}\"")}>{body}</main></body></html>
        """;

    /// <summary>Whose page it is.</summary>
    public static string From(string name) => $"""<p class="from"><b aria-hidden="true">{Safe(StringInfo.GetNextTextElement(name).ToUpperInvariant())}</b>{Safe(name)}</p>""";

    /// <summary>What stands in the way, said before anything else; null for nothing.</summary>
    public static string Wrong(string? problem) => problem is null ? "" : $"""<p class="warn" role="alert">{problem}</p>""";

    /// <summary>A card as people know it.</summary>
    public static string Named(string brand, string lastFour) => Safe($"{brand switch { "amex" => "American Express", "unionpay" => "UnionPay", "jcb" => "JCB", { Length: > 0 } => char.ToUpperInvariant(brand[0]) + brand[1..], _ => brand }} … {lastFour}");

    private static string Costs(SeenCheckout seen, CheckoutOffer offer, PaperFormats write)
    {
        var (words, terms, preview) = (seen.Words, offer.Terms, offer.Preview);
        var used = terms.Components.Any(component => component.Kind == ComponentKind.Metered) ? $" {words.PlusUsage}" : "";
        var seats = terms.HasSeats() ? $" · {words.Seats}: {write.Quantity(seen.Asked.Quantity)}" : "";
        var price = $"""<p>{write.Money(terms.Recurring(offer.Currency, seen.Asked.Quantity))} <span class="soft">{words.Every(terms.Interval)}{used}{seats}</span></p>""";
        var trial = seen.Asked.TrialDays ?? terms.TrialDays;
        var free = trial > 0 ? $"""<p><span class="pill good">{words.FreeUntil} {write.Date(offer.Today.AddDays(trial))}</span></p>""" : "";
        return $"""{price}{free}<p class="soft">{words.DueToday}</p><p class="amount">{write.Money(offer.Due.Total)}</p>{Lines(words, write, preview.Lines, offer.Due)}{Next(words, write, preview, offer.Next)}""";
    }

    /// <summary>The next invoice, whose lines somebody may look at.</summary>
    public static string Next(CheckoutWords words, PaperFormats write, SubscriptionPreview preview, InvoiceSum sum) =>
        preview.NextInvoiceOn is { } day ? $"""<details><summary>{words.NextInvoice} {write.Date(day)}: {write.Money(sum.Total)}</summary>{Lines(words, write, preview.NextLines, sum)}</details>""" : "";

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

    /// <summary>The card comes first where it is entered elsewhere: whoever goes there loses nothing that they wrote here.</summary>
    private static string Step(SeenCheckout seen) => $"""<h2>{seen.Words.Card}</h2><p class="soft">{seen.Words.CardFirst}</p>{Press(seen.CardAt, seen.Words.EnterCard, "press whole")}""";

    private static string Cards(SeenCheckout seen)
    {
        var words = seen.Words;
        if (seen.Offer is { CostsNothing: true }) return "";
        if (!seen.TakesCards) return "";
        if (!seen.TestCards) return seen.Card is { } card ? $"""<fieldset><legend>{words.Card}</legend><p>{Named(card.Brand, card.LastFour)} · {Press(seen.CardAt, words.EnterAnother, "")}</p></fieldset>""" : "";
        var kept = seen.Card is { } charged ? Choice("", Named(charged.Brand, charged.LastFour), words.CardKept, seen.Form.Card) : "";
        return $"""<fieldset><legend>{words.Card}</legend><p class="test">{words.TestMode}</p>{kept}{TestCards(words, seen.Form.Card)}</fieldset>""";
    }

    /// <summary>The test cards to choose from.</summary>
    public static string TestCards(CheckoutWords words, string chosen) => string.Concat(TestProvider.Offered.Select(card => Choice(card.Token, Named(card.Brand, card.LastFour), words.CardOf(card.Declines), chosen)));

    private static string Choice(string value, string label, string does, string chosen) => $"""<label class="choice"><input type="radio" name="card" value="{Safe(value)}" required{(value == chosen ? " checked" : "")}> <b>{label}</b> <span>{does}</span></label>""";

    /// <summary>A link that looks like a button.</summary>
    public static string Press(string to, string label, string look) => $"""<a class="{look}" href="{Safe(to)}" rel="noopener noreferrer">{label}</a>""";

    private static string Row(string left, string right) => $"<li>{Sides(left, right)}</li>";

    private static string Sides(string left, string right) => $"""<div class="row"><span>{left}</span><span>{right}</span></div>""";

    /// <summary>Text as it may stand in HTML.</summary>
    public static string Safe(string text) => WebUtility.HtmlEncode(text);
}
