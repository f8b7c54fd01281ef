using System.Text.RegularExpressions;
using Billing.Web;

namespace Billing.Notifications;

/// <summary>What is agreed on with an address, as it was typed or as it is kept.</summary>
/// <param name="Headers">Null: as they are kept.</param>
internal sealed partial record WebhookTerms(string Name, string Url, ValueList<string> Filters, IReadOnlyDictionary<string, string>? Headers, int? Rate)
{
    private const int MostFilters = 50, LongestFilter = 200, MostHeaders = 20, LongestHeader = 1000, HighestRate = 1000;

    /// <summary>The names of headers that a delivery has anyway, or that change what the others mean.</summary>
    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Connection", "Keep-Alive", "Transfer-Encoding", "TE", "Trailer", "Upgrade", "Expect", "User-Agent", "Content-Length", "Content-Type", "Content-Encoding", "Proxy-Authorization", "Proxy-Connection",
    };

    public override string ToString() => nameof(WebhookTerms); // never what headers say

    /// <summary>Checks what was typed.</summary>
    /// <param name="types">The names of all announced events.</param>
    public static Result<WebhookTerms> Check(string? name, string? url, IReadOnlyList<string>? filters, IReadOnlyDictionary<string, string>? headers, int? rate, IReadOnlyCollection<string> types, OutgoingRules outgoing)
    {
        if (!PlainText.Name(name, "A webhook").TryGet(out var called, out var refusal)) return refusal;
        if (!Uri.TryCreate(url?.Trim(), UriKind.Absolute, out var address)) return WebhookNo.Url("The address begins with https://.");
        if (outgoing.Against(address) is { } objection) return WebhookNo.Url(objection);
        if (address.Fragment.Length > 0) return WebhookNo.Url("What stands behind # reaches no server; leave it out.");
        ValueList<string> wanted = [.. (filters ?? ["*"]).Select(filter => (filter ?? "").Trim()).Distinct().Order(StringComparer.Ordinal)];
        if (wanted.Count is 0 or > MostFilters || wanted.Any(filter => filter.Length is 0 or > LongestFilter)) return WebhookNo.Filters;
        if (wanted.FirstOrDefault(filter => !types.Any(type => Matches(filter, type))) is { } idle) return WebhookNo.MatchesNothing(idle);
        if (headers is not null && Against(headers) is { } wrong) return wrong;
        if (rate is < 1 or > HighestRate) return WebhookNo.Rate;
        return new WebhookTerms(called, address.AbsoluteUri, wanted, headers, rate);
    }

    /// <summary>Whether a filter lets an event of a name through.</summary>
    public static bool Matches(string filter, string type) => Regex.IsMatch(type, $"^{string.Join(".*", filter.Split('*').Select(Regex.Escape))}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private static Refusal? Against(IReadOnlyDictionary<string, string> headers)
    {
        if (headers.Count > MostHeaders || headers.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() < headers.Count) return WebhookNo.Headers;
        foreach (var (name, value) in headers)
        {
            if (!Token().IsMatch(name) || name.Length > 100 || value is null || value.Length > LongestHeader || value.Any(letter => letter is < ' ' or > '~')) return WebhookNo.Header(name);
            if (Ours.Contains(name) || name.StartsWith("webhook-", StringComparison.OrdinalIgnoreCase)) return WebhookNo.HeaderIsOurs(name);
        }
        return null;
    }

    [GeneratedRegex("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$")]
    private static partial Regex Token();
}

/// <summary>Why something about addresses that are told of what happens is not done.</summary>
internal static class WebhookNo
{
    public static readonly Refusal Filters = new("webhook-filters-wrong", "Write 1 to 50 names of events, such as invoicing.* or invoicing.payment_received.");
    public static readonly Refusal Headers = new("webhook-headers-wrong", "There may be 20 headers of one's own, each name once.");
    public static readonly Refusal Rate = new("webhook-rate-wrong", "A rate is 1 to 1000 a second; leave it out for as fast as the address answers.");
    public static readonly Refusal NameTaken = new("webhook-name-taken", "There is a webhook of that name already. Choose another one.");
    public static readonly Refusal HeadersMissing = new("webhook-headers-missing", "Write the headers and their values again: what was kept is not sent to another host.");
    public static readonly Refusal NotActive = new("webhook-not-active", "This webhook is switched off. Switch it on, then send again.");
    public static readonly Refusal NoSecret = new("webhook-secret-missing", "The secret of this webhook is not kept here, as after an organisation has moved. Make a new one.");
    public static readonly Refusal RotatedAlready = new("webhook-rotated-already", "The secret before the present one is still good for a day. Wait until it is not, or withdraw it (\"withdraw\": true).");
    public static readonly Refusal TooMany = new("webhooks-too-many", "An organisation may have 100 webhooks. Remove one that nobody needs, or let one address hear of more.");
    public static readonly Refusal InTheFuture = new("webhook-replay-in-future", "Choose a moment that has been.");
    public static readonly Refusal TestStays = new("webhook-test-not-resent", "A test is not sent again; send another one.");

    public static Refusal Url(string sentence) => new("webhook-url-wrong", sentence);

    public static Refusal MatchesNothing(string filter) => new Refusal("webhook-filter-matches-nothing", $"No event has a name like {filter}. The list of event types shows which there are.").With("filter", filter);

    public static Refusal Header(string name) => new Refusal("webhook-header-wrong", $"The header {PlainText.Line(name)} cannot be sent: a name has letters, digits and hyphens, a value at most 1000 printable ASCII characters.").With("header", PlainText.Line(name));

    public static Refusal HeaderIsOurs(string name) => new Refusal("webhook-header-is-ours", $"The header {name} is written by the product. Leave it out.").With("header", name);

    public static Refusal TypeUnknown(string type) => new Refusal("webhook-type-unknown", $"No event is called {PlainText.Line(type)}. The list of event types shows which there are.").With("event", PlainText.Line(type));
}
