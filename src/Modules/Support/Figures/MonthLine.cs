namespace Billing.Support;

/// <summary>What a line of an invoice for a month is about.</summary>
internal enum MonthLineKind
{
    /// <summary>Hours of one urgency, in full.</summary>
    Hours,

    /// <summary>Free hours of one urgency.</summary>
    FreeHours,

    /// <summary>A project.</summary>
    Project,

    /// <summary>A project costs nothing.</summary>
    FreeProject,

    /// <summary>Sites at one fee, in full.</summary>
    Hosting,

    /// <summary>Days of a month on which a site was not hosted.</summary>
    Proration,

    /// <summary>Sites that cost nothing.</summary>
    FreeHosting,

    /// <summary>What makes up for a month that was billed before a fee or a day was known.</summary>
    HostingCorrection,
}

/// <summary>A line of an invoice for a month, with what it is made of.</summary>
/// <param name="Month">The first day of the month it is for.</param>
/// <param name="Urgency">Of lines for hours; else missing.</param>
/// <param name="Subject">The name of the project or site that it is for; empty where it is for several.</param>
/// <param name="Quantity">How much.</param>
/// <param name="UnitPrice">What one costs; below nothing for what is taken off.</param>
/// <param name="Sources">The requests, projects or sites behind it.</param>
internal sealed record MonthLine(MonthLineKind Kind, DateOnly Month, Urgency? Urgency, string Subject, Quantity Quantity, UnitPrice UnitPrice, ValueList<Guid> Sources)
{
    /// <summary>Rounded once.</summary>
    public Money Amount(Currency currency) => Money.Round(Quantity.Value * UnitPrice.Value, currency);
}

/// <summary>Makes lines of what a month comes to.</summary>
internal static class MonthLines
{
    /// <summary>Full hours per urgency and rate, then what is free of them, the most pressing first.</summary>
    public static IEnumerable<MonthLine> OfHours(DateOnly month, IEnumerable<SharedHours> shared)
    {
        var tiers = shared.GroupBy(one => (one.Of.Urgency, one.Of.Rate)).OrderByDescending(tier => tier.Key.Urgency).ThenByDescending(tier => tier.Key.Rate.Value).ToList();
        foreach (var tier in tiers)
            if (tier.Sum(one => one.Of.Hours.Value) is > 0 and var hours)
                yield return new(MonthLineKind.Hours, month, tier.Key.Urgency, "", new(hours), tier.Key.Rate, [.. tier.Select(one => one.Of.Id)]);
        foreach (var tier in tiers)
            if (tier.Sum(one => one.Free.Value) is > 0 and var free)
                yield return new(MonthLineKind.FreeHours, month, tier.Key.Urgency, "", new(free), new(-tier.Key.Rate.Value), [.. tier.Where(one => one.Free.Value > 0).Select(one => one.Of.Id)]);
    }

    /// <summary>Each project at its price, a free one with what is taken off.</summary>
    public static IEnumerable<MonthLine> OfProjects(DateOnly month, IEnumerable<ProjectMonth> projects) => projects.SelectMany(project =>
    {
        var priced = new MonthLine(MonthLineKind.Project, month, null, project.Name, Quantity.One, new(project.Price.Amount), [project.Id]);
        return project.Free ? [priced, priced with { Kind = MonthLineKind.FreeProject, UnitPrice = new(-project.Price.Amount) }] : new[] { priced };
    });

    /// <summary>Active sites by their fee, then the days on which one was not hosted, then the free ones.</summary>
    public static IEnumerable<MonthLine> OfHosting(DateOnly month, IEnumerable<SiteMonth> sites)
    {
        var active = sites.Where(site => site.State != HostingState.Inactive).ToList();
        foreach (var fee in active.GroupBy(site => site.Fee).OrderByDescending(fee => fee.Key.Amount))
            yield return new(MonthLineKind.Hosting, month, null, "", new(fee.Count()), new(fee.Key.Amount), [.. fee.Select(site => site.Id)]);
        foreach (var site in active.Where(site => site.Gross != site.Fee))
            yield return new(MonthLineKind.Proration, month, null, site.Name, Quantity.One, new(site.Gross.Amount - site.Fee.Amount), [site.Id]);
        foreach (var free in active.Where(site => site.Free).GroupBy(site => site.Gross).OrderByDescending(free => free.Key.Amount))
            yield return new(MonthLineKind.FreeHosting, month, null, "", new(free.Count()), new(-free.Key.Amount), [.. free.Select(site => site.Id)]);
    }
}
