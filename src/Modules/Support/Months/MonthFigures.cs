namespace Billing.Support;

/// <summary>What a month of a client comes to: what was billed of it stays, what is open is worked out from what is known now.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Open">Requests that were not billed, with what is left of the free hours.</param>
/// <param name="Projects">Projects that were not billed here, with what is left of the free ones; those invoiced elsewhere among them.</param>
/// <param name="Elsewhere">Those of them that were invoiced elsewhere.</param>
/// <param name="Sites">Hosting, worked out now.</param>
/// <param name="Billed">Hosting, as it was billed; null when it was not.</param>
internal sealed record MonthFigures(DateOnly Month, Currency Currency, FreeAllowance Allowance, IReadOnlyList<SharedHours> Open, IReadOnlyList<ProjectMonth> Projects, IReadOnlySet<Guid> Elsewhere, IReadOnlyList<SiteMonth> Sites, ClosedHosting? Billed)
{
    public static MonthFigures Of(MonthGround ground, DateOnly month)
    {
        var allowance = ground.AllowanceOf(month);
        var used = ground.Ledger.Closes.SelectMany(one => one.Requests).Where(one => one.Month == month).Sum(one => one.Free.Value);
        var open = ground.Requests.Where(one => one.Close is null && Months.Of(one.On) == month).Select(one => new BillableHours(one.Id, one.On, one.At, one.Urgency, one.Hours, ground.RatesOn(one.On).Of(one.Urgency)));
        var given = ground.Ledger.Closes.SelectMany(one => one.Projects).Where(one => one.Month == month && one.Free).CountBy(one => one.Category).ToDictionary();
        var projects = ground.Projects.Where(one => one.Close is null && Months.Of(one.On) == month).ToList();
        return new MonthFigures(
            month, ground.Currency, allowance, FreeHours.Share(open, new Quantity(allowance.Hours.Value - used), ground.Terms.Order),
            ProjectMonth.Share(projects.Select(one => new ProjectMonth(one.Id, one.Name, one.Category, one.On, one.Price, false)), allowance, given), projects.Where(one => one.Elsewhere).Select(one => one.Id).ToHashSet(),
            Hosting.Of(ground.Sites, month, allowance.SitesPer), ground.Ledger.HostingOf(month));
    }

    /// <summary>What hosting comes to now.</summary>
    public Money HostingNet => Sites.Aggregate(Money.Zero(Currency), (sum, site) => sum + site.Net);

    /// <summary>Hosting that is to be billed, or put right; null when there is nothing to do.</summary>
    public ClosedHosting? HostingToBill => HostingNet is var net && (Billed is null ? Sites.Any(site => site.State != HostingState.Inactive) : net.Currency == Billed.Net.Currency && net != Billed.Net)
        ? new ClosedHosting(Month, [.. Sites.Where(site => site.State != HostingState.Inactive)], Billed is null ? net : net - Billed.Net) : null;

    /// <summary>What is to be billed of the month; lines that come to nothing are left out.</summary>
    public IReadOnlyList<MonthLine> Lines =>
    [
        .. MonthLines.OfHours(Month, Open)
            .Concat(MonthLines.OfProjects(Month, Projects.Where(one => !Elsewhere.Contains(one.Id))))
            .Concat(HostingToBill is not { } hosting ? [] : Billed is null ? MonthLines.OfHosting(Month, Sites)
                : [new MonthLine(MonthLineKind.HostingCorrection, Month, null, "", Quantity.One, new(hosting.Net.Amount), [.. hosting.Sites.Select(site => site.Id)])])
            .Where(line => !line.Amount(Currency).IsZero),
    ];
}
