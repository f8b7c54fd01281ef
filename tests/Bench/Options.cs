using System.Globalization;

namespace Billing.Bench;

/// <summary>How long to measure, what, and where to put it.</summary>
/// <param name="Turns">Turns of each contender.</param>
/// <param name="Seconds">Length of one turn.</param>
/// <param name="Enough">After so long each contender gets a single turn.</param>
/// <param name="Write">Write docs/benchmarks.md.</param>
/// <param name="Only">Parts to run; empty for all.</param>
internal sealed record Options(int Turns, int Seconds, TimeSpan Enough, bool Write, string[] Only)
{
    public const string Help = """
        ./dev bench [--quick] [--write] [--only append,decide,…] [--turns N] [--seconds N]
          --quick    shorter turns and fewer of them: under 90 seconds instead of 6 minutes
          --write    writes docs/benchmarks.md
          --only     some parts: append, decide, inline, bulk, replay, http, start, tokens, sign-in,
                     audit, pdf, runs, listing, metering, asking, renewals, telling, hooks,
                     support, slider; and grown, which fills 20 million rows first, renewals-whole with 100,000
                     subscriptions, and replaying-live, which rebuilds over a million events while commands go on
        """;

    public TimeSpan Time => TimeSpan.FromSeconds(Seconds);

    public static Options? Parse(string[] args)
    {
        var options = args.Contains("--quick") ? new Options(2, 1, TimeSpan.FromSeconds(45), false, []) : new Options(5, 2, TimeSpan.FromSeconds(240), false, []);
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--quick": break;
                case "--write": options = options with { Write = true }; break;
                case "--only" when i + 1 < args.Length: options = options with { Only = args[++i].Split(',') }; break;
                case "--turns" when i + 1 < args.Length: options = options with { Turns = int.Parse(args[++i], CultureInfo.InvariantCulture) }; break;
                case "--seconds" when i + 1 < args.Length: options = options with { Seconds = int.Parse(args[++i], CultureInfo.InvariantCulture) }; break;
                default: return null;
            }
        }
        return options;
    }
}
