using System.Diagnostics;
using Billing.Bench;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Help);
    return 2;
}
var begun = Stopwatch.GetTimestamp();
await using var scratch = await Scratch.Start();
var pgbench = await PgBench.Find(scratch);
Console.WriteLine($"{pgbench.Version}; server {scratch.Version}; {options.Turns} turns of {options.Seconds} s");

var contest = new Contest(scratch);
var appending = new Appending(scratch, contest, pgbench, options);
(string Name, Func<IAsyncEnumerable<Figure>> Run)[] parts =
[
    ("append", appending.ToNewStreams),
    ("decide", new Deciding(scratch, contest, pgbench, options).Run),
    ("inline", appending.WithARow),
    ("bulk", new Bulk(scratch, contest, pgbench, options).Run),
];
var figures = new List<Figure>();
foreach (var part in parts.Where(p => options.Only.Length == 0 || options.Only.Contains(p.Name)))
{
    await foreach (var figure in part.Run())
    {
        figures.Add(figure);
        Console.WriteLine($"{figure.Work}: {figure.Value} {figure.Unit}   {figure.Comparison}   {figure.Verdict}   µs {figure.Processor}");
    }
}
Console.WriteLine($"{Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s");
return figures.Any(f => f.Reached == false) ? 1 : 0;
