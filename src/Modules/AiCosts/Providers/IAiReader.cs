namespace Billing.AiCosts;

/// <summary>How one provider is read. Everything that is peculiar to it stays behind this: names, units, keys, pages, quirks.</summary>
internal interface IAiReader
{
    /// <summary>Whom it reads.</summary>
    AiProvider Provider { get; }

    /// <summary>What is read, in this order.</summary>
    IReadOnlyList<AiReport> Reports { get; }

    /// <summary>Makes the cheapest call that shows whether a credential opens the reports.</summary>
    /// <exception cref="AiReadStopped">It does not.</exception>
    Task Verify(AiConnection to, DateTimeOffset now, CancellationToken stop);

    /// <summary>Reads one page of a window.</summary>
    /// <param name="to">The account.</param>
    /// <param name="window">Which days of which report.</param>
    /// <param name="cursor">Where the page before ended; null for the first.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="AiReadStopped">The answer is none, or not whole: nothing of the window counts.</exception>
    Task<AiPage> Read(AiConnection to, AiWindow window, string? cursor, CancellationToken stop);
}

/// <summary>A report of a provider's.</summary>
/// <param name="Name">Its name in records and in the diary.</param>
/// <param name="TailDays">So many days before the last complete one are read again, because the provider still puts them right.</param>
/// <param name="MostDays">Most days that one question may ask for.</param>
/// <param name="IsOptional">Whether an account may lack it: the others are read all the same.</param>
/// <param name="HasToday">Whether it tells of the day that is not over.</param>
/// <param name="KeptDays">The provider forgets what is older; 0: it forgets nothing.</param>
/// <param name="IsAddedUp">Whether rows that nothing tells apart are parts of one, as where pages cut a day anywhere; else each is a row of its own.</param>
internal sealed record AiReport(string Name, int TailDays, int MostDays, bool IsOptional = false, bool HasToday = true, int KeptDays = 0, bool IsAddedUp = false)
{
    /// <summary>Whether it tells what whole months have cost so far: their days are what was new from reading to reading.</summary>
    public bool IsMonthSoFar { get; init; }

    /// <summary>What of its records is an estimate; null: nothing.</summary>
    public AiEstimate? Estimated { get; init; }
}

/// <summary>What of a report's records is an estimate.</summary>
internal enum AiEstimate
{
    /// <summary>On which day of the month something was spent; the month is exact.</summary>
    Days,

    /// <summary>How many tokens were used, and with them what they cost.</summary>
    Tokens,
}

/// <summary>Days of a report, UTC, that are asked for together.</summary>
/// <param name="From">The first.</param>
/// <param name="Until">The day behind the last.</param>
internal sealed record AiWindow(AiReport Report, DateOnly From, DateOnly Until)
{
    public DateTimeOffset Begins => new(From, default, TimeSpan.Zero);

    public DateTimeOffset Ends => new(Until, default, TimeSpan.Zero);

    /// <summary>The days of a report that are due, in questions that it answers: from a tail before what is complete, through today.</summary>
    /// <param name="readFrom">Nothing before it.</param>
    /// <param name="through">Up to where the report was read completely before; null: never.</param>
    /// <param name="today">In UTC.</param>
    public static IEnumerable<AiWindow> Due(AiReport report, DateOnly readFrom, DateOnly? through, DateOnly today)
    {
        var from = through is { } complete && complete.AddDays(-report.TailDays) is var tail && tail > readFrom ? tail : readFrom;
        if (report.KeptDays > 0 && today.AddDays(-report.KeptDays) is var kept && from < kept) from = kept;
        for (var until = report.HasToday ? today.AddDays(1) : today; from < until; from = from.AddDays(report.MostDays))
            yield return new AiWindow(report, from, from.AddDays(report.MostDays) is var end && end < until ? end : until);
    }
}

/// <summary>A page of a report.</summary>
/// <param name="Buckets">Stretches of time, each whole.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
internal sealed record AiPage(IReadOnlyList<AiBucket> Buckets, string? Next)
{
    /// <summary>What is left of what was paid before, where the provider tells it along the way.</summary>
    public IReadOnlyList<AiBalance> Balances { get; init; } = [];

    /// <summary>What it tells that could not be read and is not counted, as sentences for people.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>What is left of what was paid before.</summary>
/// <param name="Left">In units of the currency.</param>
internal sealed record AiBalance(decimal Left, string Currency);

/// <summary>All that a report tells of one stretch of time; it takes the place of all that it told before.</summary>
/// <param name="Start">Its first instant, UTC.</param>
/// <param name="Width">How long it is.</param>
internal sealed record AiBucket(DateTimeOffset Start, TimeSpan Width, IReadOnlyList<AiRecord> Records)
{
    /// <summary>A day.</summary>
    public static AiBucket Day(DateOnly day, IReadOnlyList<AiRecord> records) => new(new DateTimeOffset(day, default, TimeSpan.Zero), TimeSpan.FromDays(1), records);
}
