using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>How the numbers of one kind look and where counting goes on. It never goes back: a number that was taken stays used.</summary>
/// <param name="Pattern">Such as INV-{yyyy}-{0000}.</param>
/// <param name="Next">The number that comes next in the period that is running; null to go on.</param>
internal sealed record ArrangeNumbers(string Pattern, long? Next = null)
{
    private const long Most = 1_000_000_000;

    public Decision<NumberSeriesEvent> Decide(NumberSeries series, NumberKind kind, DateOnly today)
    {
        if (!NumberPattern.Of(Pattern).TryGet(out var pattern, out var refused)) return refused;
        var period = pattern.PeriodOf(today);
        var coming = series.NextIn(period);
        if (Next is < 1 or > Most) return No.OutOfRange;
        if (Next < coming) return No.Used(pattern.Write(coming, today), coming);

        List<NumberSeriesEvent> happened = [];
        if (pattern != series.PatternOf(kind)) happened.Add(new NumberPatternChosen(pattern.Text));
        if (Next is { } next && next != coming) happened.Add(new NumberingMovedOn(period, next));
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/invoicing/numbers", async (Streams<NumberSeries> series, Today today, CancellationToken stop) =>
        {
            var pages = new List<NumbersPage>();
            foreach (var (name, kind) in NumberKinds.ByName) pages.Add(NumbersPage.Of(name, kind, await series.Load(kind.Stream(), stop), today.Date));
            return Answer.Of(new AllNumbers(pages));
        })
        .Produces<AllNumbers>().Requires(Permission.SeeInvoicing).WithSummary("How invoices, credit notes and quotes are numbered");

        app.MapPut("/api/invoicing/numbers/{kind}", async (string kind, ArrangeNumbers command, Commands<NumberSeries> series, Today today, CancellationToken stop) =>
            NumberKinds.ByName.TryGetValue(kind, out var known)
                ? await series.DecideOrStart(known.Stream(), s => command.Decide(s, known, today.Date), now => NumbersPage.Of(kind, known, now, today.Date), stop)
                : Problems.NotFound)
        .Produces<NumbersPage>().Requires(Permission.ArrangeInvoicing).WithSummary("Choose how documents of a kind are numbered");
    }

    private static class No
    {
        public static readonly Refusal OutOfRange = new("number-out-of-range", "The next number is from 1 to 1,000,000,000.");
        public static Refusal Used(string coming, long next) => new Refusal("number-used", $"Numbers before {coming} are used, or were left out. Choose {next} or more.").With("least", next);
    }
}

/// <summary>How each kind of document is numbered.</summary>
internal sealed record AllNumbers(IReadOnlyList<NumbersPage> Items);

/// <summary>How one kind of document is numbered.</summary>
/// <param name="Kind">invoice, credit-note or quote.</param>
/// <param name="Next">The counter that comes next, in the period that is running.</param>
/// <param name="NextNumber">As it will be printed.</param>
/// <param name="TakenThisMonth">Issued since the first of this month.</param>
internal sealed record NumbersPage(string Kind, string Pattern, long Next, string NextNumber, long TakenThisMonth, long Version)
{
    public static NumbersPage Of(string name, NumberKind kind, Versioned<NumberSeries> series, DateOnly today)
    {
        var pattern = series.State.PatternOf(kind);
        var next = series.State.NextIn(pattern.PeriodOf(today));
        return new NumbersPage(name, pattern.Text, next, pattern.Write(next, today), series.State.TakenInMonthOf(today), series.Version);
    }
}
