using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>
/// Reads an account: report by report, window by window, page by page. A window counts when its last page is there, in one transaction; the watermark moves with it and
/// never before. What interrupts it for a while is waited for with the pages that are there; what will not pass stops the reading, and nothing has moved.
/// </summary>
internal sealed class AiSync(EventStore.EventStore store, AiProviders providers, AiCredentials credentials, AiRejections rejections)
{
    private const int MostTries = 8; // some eight minutes: a provider that is down for five is found so within one reading
    private const int MostPages = 500;
    private static readonly TimeSpan AskedAgain = TimeSpan.FromDays(1);

    /// <summary>A step of a reading: to its end, or to where it has to wait.</summary>
    /// <param name="run">Which.</param>
    /// <param name="work">What it comes to commits with the mark that the step is done.</param>
    /// <param name="stop">Ends it where it is; the step is taken again.</param>
    public async Task Step(AiOpenRun run, Work work, CancellationToken stop)
    {
        var session = store.Open(work.Session.Tenant, Actor.System).InEverybodysTime;
        var account = (await session.Streams<AiAccount>().Load(run.Account, stop)).State;
        if (!account.IsRead || providers.Reader(account.Provider) is not { } reader)
        {
            work.Also(AiRuns.End(run.Id, session.Now, AiAccountNo.NothingToAsk.Code, AiAccountNo.NothingToAsk.Sentence));
            return;
        }
        if (await credentials.Open(session.Tenant, run.Account, account, stop) is not { } connection)
        {
            work.Also(AiRuns.End(run.Id, session.Now, AiTrouble.CredentialRejected, "The credential of this account is not kept here: write it anew."));
            await rejections.Tell(work, run.Account, AiTrouble.CredentialRejected, stop);
            return;
        }
        await session.Write(AiRuns.Running(run.Id));
        AiBudgetLooks.Ask(work); // of windows that are whole, too, when another is not
        var reading = new Reading(session, run, account, reader, connection);
        foreach (var report in reader.Reports)
            if (!await Read(reading, report, work, stop)) return;
        work.Also(AiRuns.End(run.Id, session.Now));
    }

    /// <summary>One report; false where the reading cannot go on now.</summary>
    private async Task<bool> Read(Reading reading, AiReport report, Work work, CancellationToken stop)
    {
        var (session, run, half) = (reading.Session, reading.Run, reading.Run.Half);
        if (run.Skipped.Contains(report.Name) || reading.IsBehind(report)) return true;
        var known = (await AiReportsRead.All(session, run.Account, stop)).GetValueOrDefault(report.Name, AiReportRead.Never);
        if (known.NotBefore > session.Now) return true;
        var today = DateOnly.FromDateTime(session.Now.UtcDateTime);
        var due = AiWindow.Due(report, reading.Account.ReadFrom, known.Through, today).ToList();
        if (half?.Report == report.Name) due = [new AiWindow(report, half.From, half.Until), .. due.Where(window => window.From >= half.Until)];
        foreach (var window in due)
        {
            var pages = new Pages(half?.Report == report.Name && half.From == window.From ? half : null);
            try
            {
                while (pages.HasMore) await Page(reading, window, pages, stop);
            }
            catch (AiReadStopped stopped)
            {
                return await Stopped(reading, window, pages, stopped, work, stop);
            }
            await Keep(reading, window, pages.Told, today, stop);
        }
        return true;
    }

    private static async Task Page(Reading reading, AiWindow window, Pages pages, CancellationToken stop)
    {
        if (pages.Seen.Count >= MostPages) throw new AiReadStopped(AiTrouble.IncompleteRead, $"The provider has more than {MostPages} pages of these days.");
        var page = await reading.Reader.Read(reading.Connection, window, pages.Cursor, stop);
        if (page.Next is { } next && (next == pages.Cursor || pages.Seen.Contains(next))) throw new AiReadStopped(AiTrouble.IncompleteRead, "The provider repeats a page.");
        pages.Take(page with { Buckets = (await AiForgotten.Of(reading.Session, stop)).Shown(page.Buckets) });
        await reading.Session.Write([AiRuns.Page(reading.Run.Id), AiOutages.Over(reading.Run.Account), .. page.Warnings.Count > 0 ? [AiRuns.Warn(reading.Run.Id, page.Warnings)] : Array.Empty<Statement>(), .. page.Balances.Where(balance => Currency.TryParse(balance.Currency, out _)).Select(balance => AiBalances.Keep(reading.Run.Account, balance, reading.Session.Now))]);
    }

    /// <summary>The window is whole: what it told takes the place of what was known, and the watermark moves.</summary>
    private static async Task Keep(Reading reading, AiWindow window, IReadOnlyList<AiBucket> told, DateOnly today, CancellationToken stop)
    {
        var (session, run, id) = (reading.Session, reading.Run, AiReadings.Id(reading.Run.Account));
        var work = session.Begin();
        await work.Load<AiReadings>(id, stop, fresh: true); // before anything is compared: who comes second writes nothing
        if (window.Report.IsMonthSoFar) told = await AiMonthSoFar.Days(session, run.Account, window.Report, told, today, stop);
        var news = await AiWindowDifference.Of(session, run.Account, window.Report, (await AiForgotten.Of(session, stop)).Shown(told), stop); // again: some may have been forgotten since their page came
        List<Statement> statements = [AiReportsRead.Through(run.Account, window.Report.Name, window.Until < today ? window.Until : today), AiRuns.Window(run.Id, news.Recorded, news.Restated, news.Withdraw.Count)];
        if (news.Keep.Count > 0)
        {
            var book = await AiPriceRows.Book(session, reading.Account.Provider, stop);
            statements.Add(AiUsageStatements.Keep(news.Keep.Select(row => row.Priced(reading.Account.Provider, book)), work.At));
        }
        if (news.Withdraw.Count > 0) statements.Add(AiUsageStatements.Withdraw(news.Withdraw, work.At));
        if (news.Buckets.Count > 0) statements.Add(AiUsageStatements.Read(run.Account, window.Report.Name, news.Buckets, work.At));
        if (!news.IsNews)
        {
            await session.Write(statements);
            return;
        }
        work.Decide<AiReadings, AiReadingsEvent>(id, _ => new AiWindowRead(run.Account, window.Report.Name, window.From, window.Until, news.Hash, news.Preliminary, news.Recorded, news.Restated, news.Withdraw.Count));
        foreach (var statement in statements) work.Also(statement);
        await work.Commit();
    }

    /// <summary>Whether the reading goes on with the next report all the same.</summary>
    private async Task<bool> Stopped(Reading reading, AiWindow window, Pages pages, AiReadStopped stopped, Work work, CancellationToken stop)
    {
        var (session, run) = (reading.Session, reading.Run);
        if (window.Report.IsOptional && stopped.Code is (AiTrouble.FeatureNotAvailable or AiTrouble.PermissionMissing or AiTrouble.QueryRefused))
        {
            await session.Write(AiReportsRead.Missing(run.Account, window.Report.Name, session.Now + AskedAgain), AiRuns.Skip(run.Id, window.Report.Name), AiOutages.Over(run.Account));
            return true;
        }
        work.Also(AiOutages.After(run.Account, stopped, session.Now));
        var tries = pages.IsFresh ? 0 : run.Tries;
        if (stopped.MayPass && tries < MostTries)
        {
            var until = session.Now + (stopped.Wait ?? Pause(run.Id, tries));
            work.Also(AiRuns.Wait(run.Id, until, tries + 1, stopped, pages.Half(window)));
            work.Send(AiRuns.Message, new AiRunDue(run.Id), until, $"{run.Id}/{run.Step + 1}");
            return false;
        }
        work.Also(AiRuns.End(run.Id, session.Now, stopped.Code, stopped.Message));
        if (stopped.Code is AiTrouble.CredentialRejected or AiTrouble.PermissionMissing) await rejections.Tell(work, run.Account, stopped.Code, stop);
        return false;
    }

    /// <summary>2, 4, 8 … seconds, and up to half as much again, which readings that were refused together do not share.</summary>
    private static TimeSpan Pause(Guid run, int tries) => TimeSpan.FromSeconds(Math.Pow(2, tries + 1) * (1 + (uint)run.GetHashCode() % 512 / 1024d));

    private sealed record Reading(Session Session, AiOpenRun Run, AiAccount Account, IAiReader Reader, AiConnection Connection)
    {
        /// <summary>Whether a report was read in this reading before it was interrupted.</summary>
        public bool IsBehind(AiReport report)
        {
            if (Run.Half is not { } half) return false;
            var names = Reader.Reports.Select(one => one.Name).ToList();
            return names.IndexOf(report.Name) < names.IndexOf(half.Report);
        }
    }

    /// <summary>The pages of a window, as far as they are there.</summary>
    private sealed class Pages(AiHalfWindow? half)
    {

        public string? Cursor { get; private set; } = half?.Cursor;

        public bool HasMore { get; private set; } = true;

        public List<string> Seen { get; } = [.. half?.Seen ?? []];

        public List<AiBucket> Told { get; } = [.. half?.Buckets ?? []];

        /// <summary>Whether a page came since the reading went on: trouble before it is over.</summary>
        public bool IsFresh { get; private set; }

        public void Take(AiPage page)
        {
            Told.AddRange(page.Buckets);
            if (Cursor is not null) Seen.Add(Cursor);
            (Cursor, HasMore, IsFresh) = (page.Next, page.Next is not null, true);
        }

        public AiHalfWindow Half(AiWindow window) => new(window.Report.Name, window.From, window.Until, Cursor, Seen, Told);
    }
}
