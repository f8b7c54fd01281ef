using System.Globalization;
using Billing.EventStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Web;

/// <summary>How any amount came about, whatever its module: what it is made of, down to the events, and all of it adds up.</summary>
public static class ExplainPages
{
    /// <summary>Maps <c>/api/explain</c>.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/explain", (Explanations explanations) => Answer.Of(new ExplainedKindList(explanations.Known)))
            .Produces<ExplainedKindList>().RequiresSignIn().WithTags("History").WithSummary("The kinds of things whose amounts can be explained to you");

        app.MapGet("/api/explain/{kind}/{id}", (string kind, string id, Explanations explanations, CancellationToken stop, string? amount = null, string? currency = null, int? after = null, string? sum = null) =>
                explanations.Of(kind, id, amount, currency, after ?? 0, sum, stop))
            .Produces<Explained>().RequiresSignIn().WithTags("History").WithSummary("How an amount came about: its parts add up to it, down to the events");
    }
}

/// <summary>What modules can explain, for whoever asks.</summary>
internal sealed class Explanations(IEnumerable<IExplained> all, Session session, Caller caller, ICallers callers, IHttpContextAccessor request)
{
    private readonly Dictionary<string, IExplained> _all = all.ToDictionary(one => one.Kind, StringComparer.Ordinal);

    /// <summary>Those that the caller may read, by name.</summary>
    public IReadOnlyList<ExplainedKind> Known => [.. _all.Values.Where(one => caller.May.Contains(one.Needed)).OrderBy(one => one.Kind, StringComparer.Ordinal).Select(one => new ExplainedKind(one.Kind, one.Amounts, one.PerCurrency))];

    /// <param name="sum">What the amount is expected to be.</param>
    public async Task<IResult> Of(string kind, string id, string? amount, string? currency, int after, string? sum, CancellationToken stop)
    {
        if (!_all.TryGetValue(kind, out var known)) return Problems.NotFound;
        if (!caller.May.Contains(known.Needed))
        {
            await callers.NoteRefusal(request.HttpContext!, caller, known.Needed);
            return Problems.NotPermitted(known.Needed);
        }
        Currency? unit = Currency.TryParse(currency, out var read) ? read : null;
        if (amount is not null && !known.Amounts.Contains(amount, StringComparer.Ordinal)) return Problems.BadRequest(new Fault("?amount", $"Of a thing of this kind these can be explained: {string.Join(", ", known.Amounts)}."));
        if (currency is not null && unit is null || known.PerCurrency && unit is null) return Problems.BadRequest(new Fault("?currency", "Say of which currency, in three letters such as EUR."));
        if (after < 0) return Problems.BadRequest(new Fault("?after", "Say how many parts to leave out: 0 or more. Addresses in 'open' have it right."));
        decimal? expected = null;
        if (sum is not null)
        {
            if (sum.Length > 40 || !decimal.TryParse(sum, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || Math.Abs(value) >= MoneyText.Limit) return Problems.BadRequest(new Fault("?sum", "Write what the amount is expected to be as 12.50, or leave it out."));
            expected = value;
        }
        var asked = new ExplainedPlace(kind, id.Replace('~', '/'), amount ?? known.Amounts[0], unit, after);
        if (await known.Explain(session, asked, stop) is not { } explained) return Problems.NotFound;
        return Answer.Of(Shown(expected is { } told && told != explained.Amount.Value ? Explained.Of(explained.Name, new ExactAmount(told, explained.Amount.Currency), [explained], ExplainedAs.ChangedSince) : explained));
    }

    /// <summary>With the addresses where parts are opened; of what the caller may not see there is none.</summary>
    private Explained Shown(Explained one)
    {
        var shown = one.With([.. one.Parts.Select(Shown)]);
        if (one.Place is not { } place || !_all.TryGetValue(place.Kind, out var known)) return shown;
        return caller.May.Contains(known.Needed) ? shown with { Open = Address(place with { Sum = one.Amount }) } : shown with { Needs = known.Needed.Name };
    }

    private static string Address(ExplainedPlace place)
    {
        List<string> query = [];
        if (place.Amount is { } amount) query.Add($"amount={Uri.EscapeDataString(amount)}");
        if (place.Currency is { } currency) query.Add($"currency={currency}");
        if (place.After > 0) query.Add(string.Create(CultureInfo.InvariantCulture, $"after={place.After}"));
        if (place.Sum is { } sum) query.Add($"sum={sum.ToAmountText()}");
        return $"/api/explain/{place.Kind}/{Uri.EscapeDataString(place.Id.Replace('/', '~'))}{(query.Count > 0 ? "?" : "")}{string.Join('&', query)}";
    }
}

/// <summary>The kinds of things whose amounts can be explained.</summary>
/// <param name="Items">By name.</param>
internal sealed record ExplainedKindList(IReadOnlyList<ExplainedKind> Items);

/// <summary>A kind of thing whose amounts can be explained.</summary>
/// <param name="Kind">As in addresses.</param>
/// <param name="Amounts">The amounts that it has; the first is meant where none is named.</param>
/// <param name="PerCurrency">Whether the currency must be named, too.</param>
internal sealed record ExplainedKind(string Kind, IReadOnlyList<string> Amounts, bool PerCurrency);
