using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Billing.EventStore;

namespace Billing.Support;

/// <summary>Something that happened to what was billed of a client's support.</summary>
internal abstract record SupportLedgerEvent;

/// <summary>What a month came to, and what came late of months closed before, was billed: it never changes.</summary>
/// <param name="ClientId">Whom it was billed to.</param>
/// <param name="Month">The first day of the month.</param>
/// <param name="Number">1 for the first close of that month.</param>
/// <param name="ClosedOn">The day, in the organisation's zone.</param>
/// <param name="Currency">Of all amounts.</param>
/// <param name="Lines">What was charged, in the order of the invoice.</param>
/// <param name="Requests">The requests behind it.</param>
/// <param name="Projects">The projects behind it.</param>
/// <param name="Hosting">The months of hosting behind it, as they then were.</param>
[Event("support.month_closed"), Announced]
internal sealed record MonthClosed(
    Guid ClientId, DateOnly Month, int Number, DateOnly ClosedOn, Currency Currency, ValueList<MonthLine> Lines, ValueList<ClosedRequest> Requests, ValueList<ClosedProject> Projects, ValueList<ClosedHosting> Hosting) : SupportLedgerEvent
{
    /// <summary>What the invoice of it is wanted under.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Reference => $"{ClientId}/{Months.Write(Month)}/{Number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>What Invoicing calls a line of it.</summary>
    /// <param name="line">From 0.</param>
    public string Fact(int line) => $"{Reference}/{line.ToString(CultureInfo.InvariantCulture)}";
}

/// <summary>What was billed to a double is what was billed to the client that stays: no month of it is billed again.</summary>
/// <param name="Closes">Those of the double.</param>
[Event("support.ledger_taken_over")]
internal sealed record LedgerTakenOver(ValueList<MonthClosed> Closes) : SupportLedgerEvent;

/// <summary>A request as it was billed.</summary>
/// <param name="Month">The first day of the month whose free hours it took from.</param>
/// <param name="Rate">What an hour cost.</param>
/// <param name="Free">So many of its hours cost nothing.</param>
internal sealed record ClosedRequest(Guid Id, DateOnly Month, Urgency Urgency, Quantity Hours, UnitPrice Rate, Quantity Free);

/// <summary>A project as it was billed.</summary>
/// <param name="Month">The first day of the month in which it was completed.</param>
/// <param name="Free">Whether it cost nothing.</param>
internal sealed record ClosedProject(Guid Id, DateOnly Month, string Category, Money Price, bool Free);

/// <summary>A month of hosting as it was billed, or put right.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Sites">Those that were hosted.</param>
/// <param name="Net">What was charged for it; of one that puts right, the difference.</param>
internal sealed record ClosedHosting(DateOnly Month, ValueList<SiteMonth> Sites, Money Net);

/// <summary>What was billed of a client's support, month by month.</summary>
internal sealed record SupportLedger(ValueList<MonthClosed> Closes) : IAggregate<SupportLedger>
{
    public static string Alias => "support.ledger";

    public static SupportLedger Initial { get; } = new([]);

    /// <summary>The first days of the months that were closed, each once.</summary>
    public IEnumerable<DateOnly> Months => Closes.Select(one => one.Month).Distinct().Order();

    /// <summary>A month of hosting as it was last billed, with what was charged for it in all; null when it was not.</summary>
    public ClosedHosting? HostingOf(DateOnly month)
    {
        var all = Closes.SelectMany(close => close.Hosting.Where(one => one.Month == month).Select(one => (close.ClientId, Hosting: one))).ToList();
        if (all.Count == 0) return null;
        if (all.Select(one => one.Hosting.Net.Currency).Distinct().Count() > 1) return all[^1].Hosting; // a client's currency changed between: nothing is added up
        // Clients that were merged have each its own sites; of one site, what was billed last is shown.
        var sites = all.GroupBy(one => one.ClientId).SelectMany(one => one.Last().Hosting.Sites).GroupBy(site => site.Id).Select(site => site.Last());
        return new ClosedHosting(month, [.. sites], all.Select(one => one.Hosting.Net).Aggregate((sum, one) => sum + one));
    }

    /// <summary>The stream of a client's: it follows from the client. UUID version 8, from SHA-256.</summary>
    public static Guid Id(Guid client)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"support.ledger\0{client}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    public SupportLedger Apply(object happened) => happened switch
    {
        MonthClosed e => this with { Closes = [.. Closes, e] },
        LedgerTakenOver e => this with { Closes = [.. Closes, .. e.Closes] },
        _ => throw new UnknownEventException(nameof(SupportLedger), happened),
    };
}
