using System.Net;
using Billing.Documents;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>The page of a client as HTML: what is due, how to pay it, and how each amount came about. Nothing stands on it that is not the client's.</summary>
internal static class ClientMarkup
{
    /// <summary>An invoice.</summary>
    public static string Of(SeenInvoice seen)
    {
        var words = ClientWords.In(seen.Invoice.Addressee?.Language);
        var write = new PaperFormats(Documents.Paper.LanguageOf(words.Language), seen.Settings.Paper == Paper.Letter ? PaperFormat.Letter : PaperFormat.A4);
        var title = $"{words.Invoice} {seen.Invoice.Number}";
        return Page(words, title, $"""
            <section class="sheet"><p class="soft">{Safe(seen.Sender.Name)}</p><h1>{Safe(title)}</h1>
            {(seen.IsTest ? $"""<p class="warn">{words.IsTest}</p>""" : "")}
            {Due(seen, words, write)}
            <p class="presses">{(seen.PayAt is { } page ? $"""<a class="press" href="{Safe(page)}" rel="noopener noreferrer">{words.PayOnline}</a>""" : "")}<a class="{(seen.PayAt is null ? "press" : "press quiet")}" href="{Safe(seen.Pdf)}">{words.DownloadPdf}</a></p>
            {Parties(seen, words, write)}</section>
            {Paying(seen, words)}
            <section class="sheet"><h2>{words.HowItCameAbout}</h2>{Amounts(seen, words, write)}</section>
            """);
    }

    /// <summary>A page that says one thing, and not of what.</summary>
    public static string Notice(ClientWords words, Func<ClientWords, string> say) =>
        Page(words, words.NothingHere, $"""<section class="sheet"><h1>{words.NothingHere}</h1><p>{say(words)}</p></section>""");

    private static string Page(ClientWords words, string title, string body) => $"""
        <!doctype html>
        <html lang="{words.Language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow"><meta name="referrer" content="no-referrer"><title>{Safe(title)}</title><style>{ClientSheet.Css}</style></head>
        <body><main>{body}</main></body></html>
        """;

    private static string Due(SeenInvoice seen, ClientWords words, PaperFormats write)
    {
        var invoice = seen.Invoice;
        if (invoice.Standing == InvoiceStanding.Voided) return $"""<p class="warn">{words.IsVoided}</p>""";
        var paid = (invoice.Paid.IsZero ? "" : $"""<p class="soft">{words.Paid}: {write.Money(invoice.Paid)}</p>""") + (invoice.Credited.IsZero ? "" : $"""<p class="soft">{words.Credited}: {write.Money(invoice.Credited)}</p>""");
        if (!invoice.Outstanding.IsPositive) return $"""<p class="amount">{write.Money(invoice.Total!.Value)}</p><p>{(invoice.Paid.IsZero && !invoice.Credited.IsZero ? words.Credited : words.IsPaid)}</p>{paid}""";
        var late = invoice.DueDate < seen.Today ? $""" <span class="warn">{words.IsOverdue}</span>""" : "";
        return $"""<p class="soft">{words.AmountDue}</p><p class="amount">{write.Money(invoice.Outstanding)}</p><p>{words.Due} {write.Date(invoice.DueDate!.Value)}{late}</p>{paid}""";
    }

    private static string Parties(SeenInvoice seen, ClientWords words, PaperFormats write)
    {
        var (invoice, sender) = (seen.Invoice, seen.Sender);
        var from = string.Join('\n', [sender.Name, .. sender.Address, .. sender.Contact]);
        var to = string.Join('\n', new[] { invoice.Addressee?.Name.Shown, invoice.Addressee?.Address?.Shown }.OfType<string>());
        var period = invoice.Period is { } days ? $"""<div><p class="soft">{words.Period}</p><p>{write.Days(days)}</p></div>""" : "";
        return $"""<div class="parties"><div><p class="soft">{words.From}</p><p>{Safe(from)}</p></div><div><p class="soft">{words.For}</p><p>{Safe(to)}</p></div><div><p class="soft">{words.IssuedOn}</p><p>{write.Date(invoice.IssueDate!.Value)}</p></div>{period}</div>""";
    }

    private static string Paying(SeenInvoice seen, ClientWords words)
    {
        var (invoice, bank) = (seen.Invoice, seen.Settings.Bank);
        if (!invoice.Outstanding.IsPositive || (bank.Iban ?? bank.Holder) is null) return "";
        var holder = bank.Holder ?? seen.Sender.Name;
        (string Name, string? Value)[] facts = [(words.Holder, holder), ("IBAN", bank.Iban is { } number ? EpcPayment.Grouped(number) : null), ("BIC", bank.Bic), (words.Bank, bank.Bank), (words.Reference, invoice.Number)];
        var code = !seen.IsTest && bank.Iban is { } iban && new EpcPayment(holder, iban, bank.Bic, invoice.Outstanding, invoice.Number!).Text().TryGet(out var text, out _)
            ? $"""<div class="code" role="img" aria-label="{words.ScanToPay}">{QrPicture.Svg(text, utf8: true)}</div>"""
            : "";
        var rows = string.Concat(facts.Where(fact => fact.Value is not null).Select(fact => $"<dt>{fact.Name}</dt><dd>{Safe(fact.Value!)}</dd>"));
        return $"""<section class="sheet"><h2>{words.HowToPay}</h2><div class="pay"><dl>{rows}</dl>{code}</div>{(code.Length == 0 ? "" : $"""<p class="soft">{words.ScanToPay}</p>""")}</section>""";
    }

    private static string Amounts(SeenInvoice seen, ClientWords words, PaperFormats write)
    {
        var totals = seen.Invoice.Totals().Value;
        var included = seen.Invoice.Rules.PricesIncludeTax ? string.Concat(totals.Taxes.Select(tax => Row($"{Safe(tax.Tax.Name)} {write.Percent(tax.Tax.Rate)} ({words.Included})", write.Money(tax.Amount)))) : "";
        return $"""<ul>{string.Concat(seen.Trace.Parts.Select(part => Part(part, words, write)))}{included}<li class="sum">{Sides(words.Total, write.Money(seen.Trace.Amount))}</li></ul>""";
    }

    private static string Part(TraceNode node, ClientWords words, PaperFormats write)
    {
        var label = node.Kind switch
        {
            "byHand" => words.ChangedByHand,
            "lineDiscount" or "discount" => words.Discount,
            "tax" when node.Tax is { } of => $"{Safe(of.Name)} {write.Percent(of.Rate)}",
            _ => Safe(node.Label),
        };
        var count = node switch
        {
            { Quantity: { } quantity, UnitPrice: { } price } => Soft($"{write.Quantity(quantity.Value)} × {write.Price(price.Value, node.Amount.Currency)}"),
            { Tax: { } of } => Soft($"{write.Money(of.On)} × {write.Percent(of.Rate)}"),
            _ => "",
        };
        var parts = node.Parts.Where(part => part.Kind != "fact").ToList(); // where a fact lies within is nobody's business outside
        return $"""<li>{Sides($"""<span class="words">{label}</span>{count}""", write.Money(node.Amount))}{(parts.Count == 0 ? "" : $"<ul>{string.Concat(parts.Select(part => Part(part, words, write)))}</ul>")}</li>""";
    }

    private static string Soft(string text) => $"""<br><span class="soft">{text}</span>""";

    private static string Row(string left, string right) => $"<li>{Sides(left, right)}</li>";

    private static string Sides(string left, string right) => $"""<div class="row"><span>{left}</span><span>{right}</span></div>""";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
