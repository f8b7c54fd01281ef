using System.Globalization;
using System.Text;
using Billing.Testing;

namespace Billing.Bench;

/// <summary>Writes docs/benchmarks.md.</summary>
internal static class Report
{
    private const string RenewalMethod = """
        Each subscription of a client of its own began 33 days ago and its second period is due; its message lies there when the product is started, as after a night in which it was off. Measured from its
        start until each is billed and has an invoice with a number, made by four handlers side by side, and until each invoice is printed.
        """;

    private static readonly (string Part, string Title, string Method)[] Parts =
    [
        ("append", "Append", """
            Each writer commits one command after another through `Streams.Decide`: session, decision, JSON, one transaction, durable before it is answered.
            *pgbench, same SQL* sends the store's own statements (`Database.SetTenantSql`, `AppendStatement.Start`, placeholders filled by pgbench's variables) with prepared statements, as the same
            role behind row-level security, in one pipeline and so in one round trip and one transaction. *pgbench, by hand* is the least that could do it: one `insert` into each
            of the two tables, by the owner, without tenant, wall or version check. The store can pass both because commits that wait at the same time share a transaction and a statement.
            """),
        ("decide", "Load, decide, append", """
            Streams of 20 events; each writer goes round its own, fresh ones for each turn. pgbench sends `EventReading.Stream` and then `AppendStatement.Continue` at the version it knows; the store remembers
            folded streams, safe under the version check. *Nothing remembered* drops the stream before each command, so that the store reads it, too.
            """),
        ("inline", "An inline projection", "The same append with a row of an inline projection (six typed columns) upserted in its transaction, beside the append alone."),
        ("bulk", "Bulk append", "What an import does: commits of 1,000 new streams through `Work`. Beside it the server alone makes as many rows from `generate_series`, past the wall."),
        ("replay", "Projections", """
            An async projection with one row of six columns a stream. Rebuild folds into a shadow table and swaps; catch-up is the daemon from position 0, measured from its start until its checkpoint stands at the last event.
            Lag: a command is answered, then the async row is asked for over and over until it is there; 50 ms pass between two commands.
            """),
        ("http", "Over HTTP", """
            The product as it is served, 32 connections of `wrk` on the same cores, 2,000 billing records picked at random, each answer checked to be a success. The bare endpoint is a minimal API on Npgsql
            with one statement on the same table: no tenant, wall, version, totals or events. One record and the page come with the edge's headers, permissions and joins; the first page also with count and totals, which
            the product remembers for as long as no transaction has ended anywhere. The command loads, decides, appends an event and writes the row; the bare one inserts one row.
            """),
        ("tokens", "Who asks, and may they", """
            In one process, without HTTP. A token is verified once on each node and then remembered, its standing (sessions, role, organisation) for at most four seconds. The wall: one row read as a tenant, beside the same
            statement of the table's owner past row-level security, both from a pool and prepared.
            """),
        ("sign-in", "Sign-in", """
            The product as it is served, each try from an address of its own, somebody known and nobody by turns. Then four ask for a page over and over, ten milliseconds between, while fifty sign in at once:
            few passwords are hashed at a time, the others wait.
            """),
        ("runs", "A billing run", """
            The product as it is served, over HTTP but for the work between: one run makes a draft of each client's open charges, then all drafts are approved at once. Measured from the request until the list of runs says that
            it is done, asked every 20 ms. Each draft and each invoice is the decision that a person's own is; fifty share a commit, with their numbers.
            """),
        ("listing", "A long list", """
            The product as it is served and 100,000 invoices of 500 clients in its list, drafts, open, partly paid, overdue, paid, voided and given up, over three years and in three currencies. Each asking differs, so that
            nothing is remembered; the answer brings fifty rows, the count, totals per currency and what each view holds. The file is read as fast as it comes.
            """),
        ("metering", "Usage that comes in", """
            The product as it is served; clients, product and server share the cores. Each batch is durable before its answer, its events are told apart by their ids for ever, and the sums per hour are kept in the same
            transaction. *Database alone*: binary COPY of 5,000 events into a temporary table and one insert with the key, two writers, without hours, meters, checks or HTTP.
            """),
        ("asking", "What is asked of usage", "The product as it is served, one question after the other; a million events of one client lie in the month before, a hard limit holds for it. What-if reads them and prices them; nothing is written."),
        ("grown", "After twenty million rows", "Made by SQL in the product's tables between two measurements; keys and indexes as the intake writes them."),
        ("renewals", "Renewals", RenewalMethod),
        ("renewals-whole", "100,000 renewals", RenewalMethod),
        ("telling", "Events of Stripe", "The product as it is served; each event is signed, judged by its bytes and durable before its answer, and handled behind it, which shares the cores."),
        ("hooks", "Webhooks", """
            The product as it is served and twenty addresses in the bench's own process, each on a port of its own; product, Postgres and addresses share the cores. By turns the fifteen that are well are told alone, as fast as
            they take it, and beside the five that are ill, whose switching on makes the product try them anew. Then events happen at half the pace that was reached. Every address that is well heard of each event in the
            order of the log, and nobody of anything that is not in the log, or else there are no figures.
            """),
        ("support", "Support", """
            The product as it is served, and a help desk in the bench's own process whose tickets are as long as recorded ones, a hundred a page. A pass is from asking for it until its diary says done. Files are answered when
            every line is kept. Each asking of the list differs, so that nothing is remembered; the answer brings fifty rows, the count, the hours and what each view holds.
            """),
        ("slider", "The past of a record", "The product as it is served and a billing record whose amount was replaced over and over. Each asking is for another version and folds the record's events until there anew; five moments are held against what was answered at each of them."),
        ("replaying-live", "Projections made anew beside commands", """
            The product as it is served; `replay --all` runs beside it as a process of its own on the same cores while fifty commands a second are sent, each at its time, whether or not those before it are answered.
            The log was made by SQL of events that the product wrote. At the end `replay --all --compare` holds every row against the log, or else there are no figures.
            """),
        ("audit", "The audit trail", "Two organisations; one pass over log and trail side by side, every hash made again. At the end one header of one event is changed, and found."),
        ("start", "Start and memory", "Processes are started anew for each turn, from `dotnet` to the first success of a list query, on a database that exists."),
        ("pdf", "Invoices as PDF", "One after the other on one thread, warmed up: text laid out, fonts cut down to what is used, everything compressed. Memory is all that was allocated for one, freed or not."),
    ];

    public static async Task Write(IReadOnlyList<Figure> figures, Options options, string versions)
    {
        var text = new StringBuilder("""
            # Benchmarks

            Written by `./dev bench --write`: this product's own store against `pgbench` on the same server in one run, the product over HTTP against a bare endpoint, start and memory.


            """);
        text.AppendLine(CultureInfo.InvariantCulture, $"- Machine: {Machine.Describe()}; {versions}.");
        text.AppendLine("- Durability: `fsync`, `synchronous_commit` and `full_page_writes` on, data on disk, the product's own server settings; checkpoints kept out of the turns.");
        text.AppendLine(CultureInfo.InvariantCulture, $"- Method: contenders take turns (A B C, C B A, …), {options.Turns} turns of {options.Seconds} s each. Values are medians; a ratio is the median of the ratios turn by turn, so that a busy machine slows both sides of it.");
        text.AppendLine(CultureInfo.InvariantCulture, $"- Client, server and load generator share the cores. Load average when it was written: {Machine.Load()}.{(Machine.IsBusy ? " **Others kept the machine busy: these are not the figures of a quiet one, and shares of the processor go by number of processes, of which pgbench has more.**" : "")}");
        foreach (var (part, title, method) in Parts.Where(p => figures.Any(f => f.Part == p.Part)))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"\n## {title}\n\n{method.Trim()}\n");
            text.AppendLine("| work | this product | beside it → ratio | bar | processor µs an operation |\n| --- | ---: | --- | --- | --- |");
            foreach (var f in figures.Where(f => f.Part == part)) text.AppendLine(CultureInfo.InvariantCulture, $"| {f.Work} | **{f.Value}** {f.Unit} | {f.Comparison} | {f.Verdict} | {f.Processor} |");
        }
        text.AppendLine("\nProcessor time is that of client and server together, ours first, then those beside it in their order.");
        await File.WriteAllTextAsync(Path.Combine(Repository.Root, "docs", "benchmarks.md"), text.ToString());
    }
}
