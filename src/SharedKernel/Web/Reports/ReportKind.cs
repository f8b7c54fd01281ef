using Billing.EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Web;

/// <summary>
/// A report that a module tells, on its own tables and in its own words. It only reads, through the session that it is given: of that, the rows may be those that
/// stand, or those of any instant before.
/// </summary>
/// <param name="Name">In addresses: lower case, words joined by hyphens.</param>
/// <param name="Says">What it says, in a sentence.</param>
/// <param name="Needed">What one must be permitted to read it.</param>
/// <param name="Span">Whether it is asked for days.</param>
/// <param name="Columns">From left to right.</param>
/// <param name="Tell">Its rows, in their order; or why they cannot be told.</param>
public sealed record ReportKind(string Name, string Says, Permission Needed, ReportSpan Span, IReadOnlyList<ReportColumn> Columns, Func<ReportAsked, CancellationToken, Task<Result<List<ReportRow>>>> Tell);

/// <summary>What of time a report is about.</summary>
public enum ReportSpan
{
    /// <summary>How things stand at one instant.</summary>
    Instant,

    /// <summary>What was in some days.</summary>
    Days,

    /// <summary>What was in the months that some days touch.</summary>
    Months,
}

/// <summary>A column of a report.</summary>
/// <param name="Name">In JSON: camelCase.</param>
/// <param name="Title">In files.</param>
/// <param name="Holds">What its cells are.</param>
/// <param name="Summed">Whether its cells are added, those of one currency together.</param>
public sealed record ReportColumn(string Name, string Title, ReportCell Holds, bool Summed = false);

/// <summary>What a cell of a report is; any may be empty.</summary>
public enum ReportCell
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>Words that lead to what they name: a <see cref="ReportLink"/>.</summary>
    Link,

    /// <summary>A <see cref="ReportAmount"/>.</summary>
    Money,

    /// <summary>An exact number.</summary>
    Number,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>A month, as its first day; in a <see cref="ReportLink"/> where it leads somewhere.</summary>
    Month,
}

/// <summary>An amount in a report; it may be finer than money, such as a twelfth of a year's price.</summary>
/// <param name="Amount">In major units, at most 12 decimals.</param>
/// <param name="Currency">Its currency.</param>
public sealed record ReportAmount(decimal Amount, Currency Currency)
{
    /// <summary>Money as it is.</summary>
    public static ReportAmount Of(Money money) => new(money.Amount, money.Currency);
}

/// <summary>Words that lead to what a row is made of.</summary>
/// <param name="Text">The words; of a month, its first day.</param>
/// <param name="To">Which kind of page, such as <c>client</c> or <c>invoices</c>.</param>
/// <param name="Id">Of the record; null for a list.</param>
/// <param name="From">The first day of a list; null for all.</param>
/// <param name="Through">The last one.</param>
public sealed record ReportLink(string Text, string To, Guid? Id = null, DateOnly? From = null, DateOnly? Through = null);

/// <summary>A row of a report.</summary>
/// <param name="Key">Tells it from the others, and is the same whenever the report is told.</param>
/// <param name="Cells">As many as there are columns: text, <see cref="ReportLink"/>, <see cref="ReportAmount"/>, decimal, <see cref="DateOnly"/> or null.</param>
public sealed record ReportRow(string Key, params IReadOnlyList<object?> Cells);

/// <summary>What a report is asked.</summary>
/// <param name="Session">Reads the organisation as it stands, or as it stood; its time is the instant asked for.</param>
/// <param name="Here">The organisation.</param>
/// <param name="From">The first day.</param>
/// <param name="Through">The last day.</param>
/// <param name="Then">The instant that is looked back at, UTC; null where the report is of now.</param>
public sealed record ReportAsked(Session Session, Organisation Here, DateOnly From, DateOnly Through, DateTimeOffset? Then = null)
{
    /// <summary>The calendar day of the instant asked for, where the organisation is.</summary>
    public DateOnly On => LocalDay.Of(Session.Now, Here.TimeZone);

    /// <summary>The first days of the months that are asked for.</summary>
    public IReadOnlyList<DateOnly> Months
    {
        get
        {
            var months = new List<DateOnly>();
            for (var month = new DateOnly(From.Year, From.Month, 1); month <= Through; month = month.AddMonths(1)) months.Add(month);
            return months;
        }
    }
}

/// <summary>Words for modules.</summary>
public static class ReportKindWords
{
    /// <summary>Offers a report under <c>/api/reports</c>.</summary>
    public static IServiceCollection AddReport(this IServiceCollection services, ReportKind report) => services.AddSingleton(report);

    /// <summary>Offers one that asks other modules.</summary>
    public static IServiceCollection AddReport(this IServiceCollection services, Func<IServiceProvider, ReportKind> report) => services.AddSingleton(report);
}
