using System.Diagnostics;
using Billing.Faults;

namespace Billing.Faults;

/// <summary>Breaks the running product while clients command it, and looks whether anything that was acknowledged is lost.</summary>
internal static class Faults
{
    private static async Task<int> Main(string[] args)
    {
        if (Options.Parse(args, Random.Shared.Next(1_000_000)) is not { } options)
        {
            Console.Error.WriteLine(Options.Help);
            return 2;
        }
        (string Name, Func<Trial, Task> Run)[] parts =
        [
            ("process", trial => new ProcessKills(options).Run(trial)),
            ("server", trial => new ServerKills(options).Run(trial)),
            ("import", trial => new ImportKills(options).Run(trial)),
            ("runs", trial => new RunKills(options).Run(trial)),
            ("mails", trial => new MailKills(options).Run(trial)),
            ("usage", trial => new UsageKills(options).Run(trial)),
            ("renewals", trial => new RenewalKills(options).Run(trial)),
            ("billing", trial => new BillingKills(options).Run(trial)),
            ("hooks", trial => new HookKills(options).Run(trial)),
            ("disk", trial => new FullDisk(options).Run(trial)),
        ];
        if (options.Only.Except(parts.Select(p => p.Name)).Any())
        {
            Console.Error.WriteLine(Options.Help);
            return 2;
        }
        var begun = Stopwatch.GetTimestamp();
        Console.WriteLine($"Seed {options.Seed}");
        Console.WriteLine(Trial.Head);
        var whole = true;
        foreach (var (name, run) in parts.Where(p => options.Only.Length == 0 || options.Only.Contains(p.Name)))
        {
            var trial = new Trial(name);
            try
            {
                await run(trial);
            }
            catch (Exception failed)
            {
                trial.Lose($"The trial itself failed: {failed}");
            }
            Console.WriteLine(trial.Line);
            foreach (var loss in trial.Losses.Take(20)) Console.WriteLine($"    LOST: {loss}");
            whole &= trial.Losses.Count == 0;
        }
        Console.WriteLine($"{(whole ? "Nothing was lost" : "Something was lost")}, {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s");
        return whole ? 0 : 1;
    }
}
