using Billing.Invoicing.Contracts;

namespace Billing.Support;

/// <summary>What a month of a client comes to, with every line.</summary>
/// <param name="Month">Such as 2025-06.</param>
/// <param name="Total">What it comes to in all: what was billed of it, what is open, and projects invoiced elsewhere.</param>
/// <param name="Open">What closing the month would bill of it.</param>
/// <param name="Lines">Those that were billed, then those that are open.</param>
/// <param name="Closes">The closes of this month, the first one first.</param>
internal sealed record MonthPage(Guid ClientId, string ClientName, string Month, Currency Currency, MonthHours Requests, MonthProjects Projects, MonthHosting Hosting, Money Total, Money Open, IReadOnlyList<LineFigure> Lines, IReadOnlyList<CloseFigure> Closes)
{
    /// <param name="rows">The requests of the month as lists show them, by id; those that are not there are not shown one by one.</param>
    /// <param name="projects">Those of the month, and those of which nobody knows when they were completed.</param>
    /// <param name="invoices">What became of the closes of the month, by their references.</param>
    public static MonthPage Of(BilledClient client, MonthGround ground, DateOnly month, IReadOnlyDictionary<Guid, RequestCard> rows, IReadOnlyList<ProjectCard> projects, IReadOnlyDictionary<string, WantedInvoiceAnswer> invoices)
    {
        var (figures, currency) = (MonthFigures.Of(ground, month), ground.Currency);
        var billed = ground.Closes.SelectMany(close => close.Lines.Where(line => line.Month == month).Select(line => (Line: line, Close: (string?)close.Reference))).ToList();
        var all = billed.Concat(figures.Lines.Select(line => (Line: line, Close: (string?)null))).ToList();
        Money Sum(params MonthLineKind[] kinds) => all.Where(one => kinds.Contains(one.Line.Kind)).Aggregate(Money.Zero(currency), (sum, one) => sum + one.Line.Amount(currency));
        var hours = MonthHours.Of(ground, figures, rows, Sum(MonthLineKind.Hours), -Sum(MonthLineKind.FreeHours));
        var elsewhere = figures.Projects.Where(one => figures.Elsewhere.Contains(one.Id)).Aggregate(Money.Zero(currency), (sum, one) => sum + one.Net);
        return new MonthPage(
            client.Id, client.Name, Months.Write(month), currency, hours, MonthProjects.Of(ground, figures, projects), MonthHosting.Of(figures, Sum(MonthLineKind.HostingCorrection)),
            all.Aggregate(elsewhere, (sum, one) => sum + one.Line.Amount(currency)), figures.Lines.Aggregate(Money.Zero(currency), (sum, line) => sum + line.Amount(currency)),
            [.. all.Select(one => LineFigure.Of(one.Line, currency, client.Language, one.Close))], [.. ground.Ledger.Closes.Where(one => one.Month == month).Select(one => CloseFigure.Of(one, invoices))]);
    }
}

/// <summary>The hours of a month.</summary>
/// <param name="Hours">Of all billable requests.</param>
/// <param name="FreeHours">So many of them cost nothing.</param>
/// <param name="Allowed">So many may cost nothing.</param>
internal sealed record MonthHours(Quantity Hours, Quantity FreeHours, Quantity Allowed, Money Gross, Money Savings, Money Net, IReadOnlyList<TierFigure> Tiers, IReadOnlyList<RequestFigure> Items)
{
    public static MonthHours Of(MonthGround ground, MonthFigures figures, IReadOnlyDictionary<Guid, RequestCard> rows, Money gross, Money savings)
    {
        var billed = ground.Closes.SelectMany(close => close.Requests.Where(one => one.Month == figures.Month).Select(one => (one.Id, one.Urgency, one.Hours, one.Rate, one.Free, Close: (string?)close.Reference)));
        var open = figures.Open.Select(one => (one.Of.Id, one.Of.Urgency, one.Of.Hours, one.Of.Rate, one.Free, Close: (string?)null));
        var all = billed.Concat(open).OrderBy(one => one.Id).GroupBy(one => (one.Close, one.Urgency, one.Rate))
            .SelectMany(line => line.Zip(Parts(line.Select(one => one.Hours), line.Key.Rate, ground.Currency), Parts(line.Select(one => one.Free), line.Key.Rate, ground.Currency)))
            .Select(one => Item(one.First, one.Second, one.Third, rows.GetValueOrDefault(one.First.Id)))
            .OrderBy(one => one.ResolvedOn).ThenBy(one => one.ResolvedAt).ThenBy(one => one.Id.Value).ToList();
        return new MonthHours(
            new(all.Sum(one => one.Hours.Value)), new(all.Sum(one => one.Free.Value)), figures.Allowance.Hours, gross, savings, gross - savings,
            [.. all.GroupBy(one => one.Urgency).OrderByDescending(tier => tier.Key).Select(tier => new TierFigure(
                tier.Key, tier.Count(), new(tier.Sum(one => one.Hours.Value)), new(tier.Sum(one => one.Free.Value)), Sum(tier.Select(one => one.Gross)), Sum(tier.Select(one => one.Savings)), Sum(tier.Select(one => one.Net))))], all);
        RequestFigure Item((Guid Id, Urgency Urgency, Quantity Hours, UnitPrice Rate, Quantity Free, string? Close) of, Money gross, Money savings, RequestCard? row) =>
            new(new(of.Id), row?.ResolvedOn, row?.ResolvedAt, row?.Type, row?.Category, row?.Description, of.Urgency, of.Hours, of.Free, of.Rate, gross, savings, gross - savings, of.Close);
        Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero(ground.Currency), (sum, one) => sum + one);
    }

    /// <summary>A line is rounded once: each request comes to what it adds to the line, and all of them to the line.</summary>
    private static IEnumerable<Money> Parts(IEnumerable<Quantity> hours, UnitPrice rate, Currency currency)
    {
        var (sum, before) = (0m, Money.Zero(currency));
        foreach (var more in hours)
        {
            var now = Money.Round((sum += more.Value) * rate.Value, currency);
            yield return now - before;
            before = now;
        }
    }
}

/// <summary>The hours of one urgency in a month.</summary>
internal sealed record TierFigure(Urgency Urgency, int Requests, Quantity Hours, Quantity FreeHours, Money Gross, Money Savings, Money Net);

/// <summary>What a request comes to in its month.</summary>
/// <param name="Free">So many of its hours cost nothing.</param>
/// <param name="Rate">What an hour costs.</param>
/// <param name="Close">The close that it went into; null while it is open.</param>
internal sealed record RequestFigure(
    RequestId Id, DateOnly? ResolvedOn, TimeOnly? ResolvedAt, string? Type, string? Category, string? Description, Urgency Urgency, Quantity Hours, Quantity Free, UnitPrice Rate, Money Gross, Money Savings, Money Net, string? Close);

/// <summary>The projects of a month.</summary>
/// <param name="Undated">Those that may be invoiced and of which nobody knows when they were completed: they belong to no month yet.</param>
internal sealed record MonthProjects(Money Gross, Money Savings, Money Net, IReadOnlyList<ProjectFigure> Items, IReadOnlyList<ProjectCard> Undated)
{
    public static MonthProjects Of(MonthGround ground, MonthFigures figures, IReadOnlyList<ProjectCard> cards)
    {
        var known = cards.ToDictionary(one => one.Id.Value);
        var billed = ground.Closes.SelectMany(close => close.Projects.Where(one => one.Month == figures.Month).Select(one => (one.Id, Name: known.GetValueOrDefault(one.Id)?.Name ?? "", one.Category, On: known.GetValueOrDefault(one.Id)?.CompletedOn, one.Price, one.Free, Close: (string?)close.Reference)));
        var open = figures.Projects.Select(one => (one.Id, one.Name, one.Category, On: (DateOnly?)one.On, one.Price, one.Free, Close: (string?)null));
        var all = billed.Concat(open).OrderBy(one => one.On).ThenBy(one => PlainText.Key(one.Name), StringComparer.Ordinal).ToList();
        var (gross, savings) = (Sum(all.Select(one => one.Price)), Sum(all.Where(one => one.Free).Select(one => one.Price)));
        return new MonthProjects(
            gross, savings, gross - savings,
            [.. all.Select(one => new ProjectFigure(new(one.Id), one.Name, one.Category, one.On, one.Price, one.Free, one.Free ? Money.Zero(ground.Currency) : one.Price, known.GetValueOrDefault(one.Id)?.Status ?? ProjectStatus.Ready, one.Close))],
            [.. cards.Where(one => one.CompletedOn is null)]);
        Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero(ground.Currency), (sum, one) => sum + one);
    }
}

/// <summary>What a project comes to in its month.</summary>
/// <param name="Free">Whether it costs nothing.</param>
/// <param name="Close">The close that it went into; null before, and for one that was invoiced elsewhere.</param>
internal sealed record ProjectFigure(ProjectId Id, string Name, string Category, DateOnly? CompletedOn, Money Price, bool Free, Money Net, ProjectStatus Status, string? Close);

/// <summary>The hosting of a month: as it was billed, or else as it is worked out now.</summary>
/// <param name="Active">Sites hosted in it.</param>
/// <param name="Free">So many of them cost nothing.</param>
/// <param name="ToNextFree">So many active sites more, and another one is free; null where none ever is.</param>
/// <param name="Credit">What free sites would cost.</param>
/// <param name="Corrected">What was billed since to make up for a fee or a day that was not known.</param>
internal sealed record MonthHosting(int Active, int Free, int? ToNextFree, Money Gross, Money Credit, Money Net, Money Corrected, bool Billed, IReadOnlyList<SiteFigure> Sites)
{
    public static MonthHosting Of(MonthFigures figures, Money corrected)
    {
        var sites = figures.Billed is { } billed ? [.. billed.Sites] : figures.Sites.Where(site => site.State != HostingState.Inactive).ToList();
        var currency = sites.Count > 0 ? sites[0].Fee.Currency : figures.Currency; // a month billed before the client's currency changed stays in the one before
        var (gross, credit) = (Sum(sites.Select(site => site.Gross)), Sum(sites.Where(site => site.Free).Select(site => site.Gross)));
        var per = figures.Allowance.SitesPer;
        return new MonthHosting(sites.Count, sites.Count(site => site.Free), per == 0 ? null : per - sites.Count % per, gross, credit, gross - credit, corrected, figures.Billed is not null,
            [.. sites.Select(site => new SiteFigure(new(site.Id), site.Name, site.State, site.Days, site.Fee, site.Gross, site.Free, site.Net))]);
        Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero(currency), (sum, one) => sum + one);
    }
}

/// <summary>What a site comes to in a month.</summary>
/// <param name="Days">On which it was hosted.</param>
/// <param name="Fee">For a whole month.</param>
internal sealed record SiteFigure(SiteId Id, string Name, HostingState State, int Days, Money Fee, Money Gross, bool Free, Money Net);

/// <summary>A line as it stands, or will stand, on an invoice.</summary>
/// <param name="Month">The month it is for, such as 2025-06.</param>
/// <param name="Sources">The requests, projects or sites behind it.</param>
/// <param name="Close">The close that it went into; null while it is open.</param>
internal sealed record LineFigure(MonthLineKind Kind, string Month, Urgency? Urgency, string Description, Quantity Quantity, UnitPrice UnitPrice, Money Amount, IReadOnlyList<Guid> Sources, string? Close)
{
    public static LineFigure Of(MonthLine line, Currency currency, string? language, string? close) => new(line.Kind, Months.Write(line.Month), line.Urgency, LineWords.Of(line, language), line.Quantity, line.UnitPrice, line.Amount(currency), line.Sources, close);
}

/// <summary>A close of a month, and the invoice of it.</summary>
/// <param name="Close">What its invoice was wanted under.</param>
/// <param name="Amount">What it billed, with what came late of earlier months.</param>
/// <param name="State">How far the invoice is: wanted, made, carried onto the next one, or parked; null where it billed nothing.</param>
/// <param name="InvoiceId">The invoice, be it a draft.</param>
/// <param name="InvoiceNumber">Its number; null for a draft.</param>
/// <param name="Code">Why it is parked.</param>
internal sealed record CloseFigure(string Close, DateOnly ClosedOn, Money Amount, WantedInvoiceState? State, Guid? InvoiceId, string? InvoiceNumber, string? Code)
{
    public static CloseFigure Of(MonthClosed close, IReadOnlyDictionary<string, WantedInvoiceAnswer> invoices)
    {
        var invoice = invoices.GetValueOrDefault(close.Reference);
        return new(close.Reference, close.ClosedOn, close.Lines.Aggregate(Money.Zero(close.Currency), (sum, line) => sum + line.Amount(close.Currency)), invoice?.State ?? (close.Lines.Count > 0 ? WantedInvoiceState.Wanted : null), invoice?.InvoiceId, invoice?.InvoiceNumber, invoice?.Code);
    }
}
