using System.Text.Json.Serialization;

namespace Billing.Support;

/// <summary>How much of a month a site was hosted.</summary>
internal enum HostingState
{
    /// <summary>All of it.</summary>
    Full,

    /// <summary>From a day of it on.</summary>
    ProratedStart,

    /// <summary>Up to a day of it.</summary>
    ProratedEnd,

    /// <summary>Not at all.</summary>
    Inactive,
}

/// <summary>A monthly fee, from a month on.</summary>
/// <param name="From">The first day of that month.</param>
/// <param name="Fee">For a whole month; nothing is really nothing.</param>
internal sealed record HostingFee(DateOnly From, Money Fee);

/// <summary>A site and what is known of its hosting.</summary>
/// <param name="Start">The first day, included.</param>
/// <param name="End">The last day, included; null while nobody knows one.</param>
/// <param name="Fees">From the earliest on; the first one holds for months before it, too.</param>
internal sealed record HostedSite(Guid Id, string Name, DateOnly Start, DateOnly? End, IReadOnlyList<HostingFee> Fees)
{
    /// <summary>The fee known for a month.</summary>
    /// <param name="month">Its first day.</param>
    public Money FeeOf(DateOnly month) => (Fees.LastOrDefault(fee => fee.From <= month) ?? Fees[0]).Fee;

    /// <summary>What a month of it comes to: days hosted ÷ days of the month × fee, rounded once. Both border days count.</summary>
    /// <param name="month">Its first day.</param>
    public SiteMonth Of(DateOnly month)
    {
        var (first, last) = (month, month.AddMonths(1).AddDays(-1));
        var (from, through) = (Start > first ? Start : first, End is { } end && end < last ? end : last);
        var (days, all, fee) = (Math.Max(0, through.DayNumber - from.DayNumber + 1), last.Day, FeeOf(month));
        var state = days == 0 ? HostingState.Inactive : days == all ? HostingState.Full : from > first ? HostingState.ProratedStart : HostingState.ProratedEnd;
        return new SiteMonth(Id, Name, state, days, fee, Money.Round(fee.Amount * days / all, fee.Currency), false);
    }
}

/// <summary>What a month of a site comes to.</summary>
/// <param name="Days">Hosted in the month.</param>
/// <param name="Fee">For a whole month.</param>
/// <param name="Gross">For the days.</param>
/// <param name="Free">Whether it costs nothing.</param>
internal sealed record SiteMonth(Guid Id, string Name, HostingState State, int Days, Money Fee, Money Gross, bool Free)
{
    /// <summary>What it costs.</summary>
    [JsonIgnore]
    public Money Net => Free ? Money.Zero(Gross.Currency) : Gross;
}

/// <summary>What hosting comes to in a month.</summary>
internal static class Hosting
{
    /// <summary>All sites of a client in a month: of every so many active ones, one is free, those hosted all month first, then those that cost most, then by name.</summary>
    /// <param name="month">Its first day.</param>
    /// <param name="sitesPer">One free site for so many active ones; 0: none.</param>
    /// <returns>By name.</returns>
    public static IReadOnlyList<SiteMonth> Of(IEnumerable<HostedSite> sites, DateOnly month, int sitesPer)
    {
        var all = sites.Select(site => site.Of(month)).ToList();
        var active = all.Where(site => site.State != HostingState.Inactive).ToList();
        var free = active.OrderBy(site => site.State != HostingState.Full).ThenByDescending(site => site.Gross.Amount).ThenBy(site => PlainText.Key(site.Name), StringComparer.Ordinal).ThenBy(site => site.Id)
            .Take(sitesPer > 0 ? active.Count / sitesPer : 0).Select(site => site.Id).ToHashSet();
        return [.. all.Select(site => site with { Free = free.Contains(site.Id) }).OrderBy(site => PlainText.Key(site.Name), StringComparer.Ordinal).ThenBy(site => site.Id)];
    }
}
