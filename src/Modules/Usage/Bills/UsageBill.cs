using System.Collections.Immutable;
using Billing.EventStore;

namespace Billing.Usage;

/// <summary>What was billed of a period of a plan, in one step or several: each step charges what the period comes to by then, less what steps before charged.</summary>
/// <param name="Steps">How many there were.</param>
/// <param name="Lines">What each line comes to so far, by key.</param>
/// <param name="Taken">What wallets paid so far and were not given back, in the order in which it was taken.</param>
/// <param name="Refused">By how much a line would come to more, had nobody refused it.</param>
/// <param name="Held">What waits for somebody.</param>
internal sealed record UsageBill(
    Guid AssignmentId, string Subject, Guid PlanId, ClientId ClientId, Period Period, Period Covered, int Steps, ImmutableSortedDictionary<string, BillLine> Lines, ImmutableList<WalletPays> Taken, ImmutableSortedDictionary<string, Money> Refused, IReadOnlyList<HeldLine> Held) : IAggregate<UsageBill>
{
    public static string Alias => "usage.bill";

    public static UsageBill Initial { get; } = new(default, "", default, default, default, default, 0, ImmutableSortedDictionary.Create<string, BillLine>(StringComparer.Ordinal), [], ImmutableSortedDictionary.Create<string, Money>(StringComparer.Ordinal), []);

    /// <summary>The stream of a period: whoever bills it first begins it, and nobody else can.</summary>
    public static Guid Id(Guid assignment, Period period) => UsageHash.Of($"bill {assignment} {DateText.Write(period.From)}");

    /// <summary>What a line comes to so far.</summary>
    public Money Whole(string key, Currency currency) => Lines.TryGetValue(key, out var line) ? line.Whole : Money.Zero(currency);

    public UsageBill Apply(object happened) => happened switch
    {
        PeriodBilled e => this with { AssignmentId = e.AssignmentId, Subject = e.Subject, PlanId = e.PlanId, ClientId = e.ClientId, Period = e.Period, Covered = e.Covered, Steps = 1, Lines = With(e.Lines), Taken = AndTaken(e.Lines) },
        DifferenceBilled e => this with { Steps = Steps + 1, Lines = With(e.Lines), Taken = AndTaken(e.Lines) },
        LateUsageHeld e => this with { Held = e.Lines },
        LateUsageAccepted => this with { Held = [] },
        LateUsageRefused => this with { Held = [], Refused = Refused.SetItems(Held.Select(held => KeyValuePair.Create(held.Line.Key, Refused.TryGetValue(held.Line.Key, out var before) ? before + held.Line.Amount : held.Line.Amount))) },
        _ => throw new UnknownEventException(nameof(UsageBill), happened),
    };

    private ImmutableSortedDictionary<string, BillLine> With(IEnumerable<BillLine> lines) => Lines.SetItems(lines.Select(line => KeyValuePair.Create(line.Key, line)));

    // What goes back to a wallet is what was taken from it last.
    private ImmutableList<WalletPays> AndTaken(IEnumerable<BillLine> lines)
    {
        var taken = Taken;
        foreach (var line in lines.Where(line => line.Kind == BillLineKind.Credit))
        {
            var wallet = line.Key["credit/".Length..];
            if (line.Amount.IsNegative) taken = taken.Add(new WalletPays(wallet, null, -line.Amount));
            for (var back = line.Amount; back.IsPositive && taken.FindLastIndex(one => one.Wallet == wallet) is >= 0 and var last;)
            {
                var some = taken[last].Amount < back ? taken[last].Amount : back;
                taken = some == taken[last].Amount ? taken.RemoveAt(last) : taken.SetItem(last, taken[last] with { Amount = taken[last].Amount - some });
                back -= some;
            }
        }
        return taken;
    }
}
