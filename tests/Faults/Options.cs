using System.Globalization;

namespace Billing.Faults;

/// <summary>What to break, how often, and under which seed.</summary>
/// <param name="Kills">Kills of the product's process; the other parts take their share of it.</param>
/// <param name="Seed">Of every choice that is left to chance.</param>
/// <param name="Port">Where the product listens.</param>
/// <param name="Only">Parts to run; empty for all.</param>
internal sealed record Options(int Kills, int Seed, int Port, string[] Only)
{
    public const string Help = """
        ./dev faults [--kills N] [--seed N] [--port N] [--only process,server,import,runs,mails,usage,renewals,billing,hooks,disk]
          --kills    kills of the product's process (25); the parts are
                       process   kill -9 of the product while clients command it
                       server    kill -9 of its Postgres, which it must start again
                       import    kill -9 of either in the middle of an import of 20,000 lines
                       runs      kill -9 of the product while a billing run drafts, and while it and fifty others issue
                       mails     kill -9 of the product while it issues, prints and mails
                       usage     kill -9 of the product and of its Postgres while usage comes in
                       renewals  kill -9 of one of three processes while they renew fifty subscriptions
                       billing   kill -9 of the product while periods of usage are billed, and of its Postgres while differences are
                       hooks     kill -9 of the product while twenty addresses are told of what clerks do, five of them ill
                       disk      a full disk, and one that has room again (as root, on Linux)
          --seed     of all that is left to chance; a run says its own
        """;

    /// <summary>How often another part breaks something when the process is killed 25 times: at least once.</summary>
    public int Share(int of25) => Math.Max(1, of25 * Kills / 25);

    public static Options? Parse(string[] args, int seed)
    {
        var options = new Options(25, seed, 5292, []);
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            switch (args[i])
            {
                case "--kills" when Number(args[i + 1]) is { } kills: options = options with { Kills = kills }; break;
                case "--seed" when Number(args[i + 1]) is { } chosen: options = options with { Seed = chosen }; break;
                case "--port" when Number(args[i + 1]) is { } port: options = options with { Port = port }; break;
                case "--only": options = options with { Only = args[i + 1].Split(',') }; break;
                default: return null;
            }
        }
        return args.Length % 2 == 0 ? options : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
