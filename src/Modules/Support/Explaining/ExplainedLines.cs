using Billing.EventStore;
using Billing.Web;

namespace Billing.Support;

/// <summary>What lines of a month are made of: as it was billed, or as it is worked out now.</summary>
internal sealed record LineGround(IReadOnlyList<ClosedRequest> Requests, IReadOnlyList<SiteMonth> Sites)
{
    /// <summary>As it was billed.</summary>
    public static LineGround Of(MonthClosed close, DateOnly month) => new([.. close.Requests.Where(one => one.Month == month)], [.. close.Hosting.Where(one => one.Month == month).SelectMany(one => one.Sites)]);

    /// <summary>As it is worked out now.</summary>
    public static LineGround Of(MonthFigures figures) => new([.. figures.Open.Select(one => new ClosedRequest(one.Of.Id, figures.Month, one.Of.Urgency, one.Of.Hours, one.Of.Rate, one.Free))], figures.Sites);
}

/// <summary>Explains lines of months: hours request by request, projects, sites with the days on which they were hosted.</summary>
/// <param name="ground">What they are made of.</param>
/// <param name="happened">That billed them; null while they are open.</param>
internal sealed class ExplainedLines(Currency currency, LineGround ground, ExplainedEvent? happened)
{
    public Explained Of(MonthLine line)
    {
        var parts = Parts(line).ToList();
        var whole = parts.Count == 0 ? Single(line) : Explained.Of(Name(line.Kind), line.Amount(currency), parts) with { Rule = Times(line) };
        return whole with { Text = LineWords.Of(line, null), Event = happened, Record = line.Sources is [var one] ? Record(line.Kind, one) : null };
    }

    private IEnumerable<Explained> Parts(MonthLine line) => line.Kind switch
    {
        MonthLineKind.Hours => Requests(line).Select(one => Hours(ExplainedAs.Request, one, one.Hours.Value, ExplainedBy.Hours, 1)),
        MonthLineKind.FreeHours => Requests(line).Where(one => one.Free.Value > 0).Select(one => Hours(ExplainedAs.FreeHours, one, one.Free.Value, ExplainedBy.Free, -1)),
        MonthLineKind.Hosting => Sites(line, site => site.Fee.Amount == line.UnitPrice.Value).Select(site => Site(ExplainedAs.Site, site, site.Fee, ExplainedBy.Flat)),
        MonthLineKind.FreeHosting => Sites(line, site => site.Free && site.Gross.Amount == -line.UnitPrice.Value).Select(site => Site(ExplainedAs.FreeSite, site, -site.Gross, ExplainedBy.Free)),
        _ => [],
    };

    private Explained Single(MonthLine line)
    {
        var amount = line.Amount(currency);
        if (line.Kind == MonthLineKind.Proration && Sites(line, _ => true).FirstOrDefault() is { } site)
        {
            var days = Months.Last(line.Month).Day;
            return Explained.Rounded(ExplainedAs.Prorated, amount, new(site.Fee.Amount * site.Days / days - site.Fee.Amount, currency), new(ExplainedBy.Days, FormattableString.Invariant($"{site.Days} / {days} × {site.Fee} - {site.Fee}")));
        }
        var rule = line.Kind switch { MonthLineKind.FreeProject => ExplainedBy.Free, MonthLineKind.HostingCorrection => ExplainedBy.Difference, _ => ExplainedBy.Entered };
        return Explained.Leaf(Name(line.Kind), amount) with { Rule = new(rule, "") };
    }

    private Explained Hours(ExplainedAs name, ClosedRequest one, decimal hours, ExplainedBy rule, int sign) => Explained.Leaf(name, new(sign * hours * one.Rate.Value, currency)) with
    {
        Rule = new(rule, $"{new Quantity(hours)} × {new ExactAmount(sign * one.Rate.Value, currency)}"), Event = happened, Record = new("support-request", one.Id.ToString()),
    };

    private Explained Site(ExplainedAs name, SiteMonth site, Money amount, ExplainedBy rule) => Explained.Leaf(name, amount) with { Text = site.Name, Rule = new(rule, amount.ToString()), Event = happened, Record = new("support-site", site.Id.ToString()) };

    private IEnumerable<ClosedRequest> Requests(MonthLine line) => ground.Requests.Where(one => line.Sources.Contains(one.Id) && one.Urgency == line.Urgency && one.Rate.Value == Math.Abs(line.UnitPrice.Value));

    private IEnumerable<SiteMonth> Sites(MonthLine line, Func<SiteMonth, bool> which) => ground.Sites.Where(site => line.Sources.Contains(site.Id) && which(site));

    private ExplainedRule Times(MonthLine line) => new(ExplainedBy.Times, $"{line.Quantity} × {new ExactAmount(line.UnitPrice.Value, currency)}");

    private static ExplainedAs Name(MonthLineKind kind) => kind switch
    {
        MonthLineKind.FreeHours => ExplainedAs.FreeHours,
        MonthLineKind.Project => ExplainedAs.Project,
        MonthLineKind.FreeProject => ExplainedAs.FreeProject,
        MonthLineKind.Hosting => ExplainedAs.Site,
        MonthLineKind.Proration => ExplainedAs.Prorated,
        MonthLineKind.FreeHosting => ExplainedAs.FreeSite,
        MonthLineKind.HostingCorrection => ExplainedAs.Correction,
        _ => ExplainedAs.Request,
    };

    private static ExplainedRecord Record(MonthLineKind kind, Guid id) => new(kind switch
    {
        MonthLineKind.Hours or MonthLineKind.FreeHours => "support-request",
        MonthLineKind.Project or MonthLineKind.FreeProject => "support-project",
        _ => "support-site",
    }, id.ToString());
}
