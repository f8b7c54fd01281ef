using System.Diagnostics;
using Billing.Bench;

if (args is ["bare", var port, var database])
{
    await Bare.Run(port, database);
    return 0;
}
if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Help);
    return 2;
}
var begun = Stopwatch.GetTimestamp();
await using var scratch = await Scratch.Start();
await using var bed = await scratch.Bed("bench", new TrackedAccountRows());
await using var log = await scratch.Bed("replay", new AccountBalances());
var pgbench = await PgBench.Find(scratch);
bool Late() => Stopwatch.GetElapsedTime(begun) > options.Enough;
var contest = new Contest(Late, () => Cpu.Used(scratch));
var versions = $"PostgreSQL {await bed.Ask<string>("show server_version")}, {pgbench.Version}";
Console.WriteLine($"{Machine.Describe()}; {versions}; {options.Turns} turns of {options.Seconds} s");

var appending = new Appending(bed, contest, pgbench, options);
var http = new OverHttp(scratch, new Contest(Late), options);
(string Name, Func<IAsyncEnumerable<Figure>> Run)[] parts =
[
    ("append", appending.ToNewStreams),
    ("decide", new Deciding(bed, contest, pgbench, options).Run),
    ("inline", appending.WithARow),
    ("bulk", new Bulk(bed, contest, pgbench, options).Run),
    ("replay", new Replaying(log, contest, pgbench, options).Run),
    ("http", http.Requests),
    ("start", http.Starts),
    ("pdf", () => Printing.Run(options).ToAsyncEnumerable()),
    ("tokens", new Guarding(scratch, new Contest(Late), options).Run),
    ("sign-in", new SigningIn(scratch, options).Run),
    ("runs", new Running(scratch, options).Run),
    ("listing", new Listing(scratch, options).Run),
    ("metering", new Metering(scratch, options).Run),
    ("asking", new Asking(scratch, options).Run),
    ("renewals", new Renewing(scratch, options).Run),
    ("telling", new Telling(scratch, options).Run),
    ("hooks", new Hooking(scratch, options).Run),
    ("support", new Supporting(scratch, options).Run),
    ("slider", new Sliding(scratch, options).Run),
    ("audit", new Auditing(scratch, new Contest(Late), options).Run),
];
var figures = new List<Figure>();
// Twenty million rows, 100,000 subscriptions and a million events take some minutes: only where they are asked for.
if (options.Only.Contains("grown")) parts = [.. parts, ("grown", new Metering(scratch, options).Grown)];
if (options.Only.Contains("renewals-whole")) parts = [.. parts, ("renewals-whole", new Renewing(scratch, options).Whole)];
if (options.Only.Contains("replaying-live")) parts = [.. parts, ("replaying-live", new Rebuilding(scratch, options).Run)];
foreach (var part in parts.Where(p => options.Only.Length == 0 || options.Only.Contains(p.Name)))
{
    await foreach (var figure in part.Run())
    {
        figures.Add(figure);
        Console.WriteLine($"{figure.Work}: {figure.Value} {figure.Unit}\n    {figure.Comparison}  {figure.Verdict}");
    }
}
if (options.Write) await Report.Write(figures, options, versions);
Console.WriteLine($"{Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s");
return figures.Any(f => f.Reached == false) ? 1 : 0;
