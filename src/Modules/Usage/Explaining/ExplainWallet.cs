using Billing.EventStore;
using Billing.Web;

namespace Billing.Usage;

/// <summary>Explains what is left in a wallet: everything that came in and went out, in order.</summary>
internal sealed class ExplainWallet : IExplained
{
    public const string Name = "wallet";

    public string Kind => Name;

    public Permission Needed => Permission.SeeUsage;

    public IReadOnlyList<string> Amounts => ["balance"];

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (asked.Guid() is not { } id) return null;
        var past = await session.Past<Wallet>(id, Name, stop);
        if (past.Events.Count == 0) return null;
        var (wallet, parts) = (Wallet.Initial, new List<Explained>());
        foreach (var one in past.Events)
        {
            var after = wallet.Apply(one.Data);
            if (Moved(one.Data) is { } name && wallet.Currency != default && after.Balance - wallet.Balance is { IsZero: false } moved)
                parts.Add(Explained.Leaf(name, moved) with { Text = Source(one.Data), Event = one.Event, Rule = name == ExplainedAs.WalletGranted ? new(ExplainedBy.Entered, "") : null });
            wallet = after;
        }
        return asked.After > 0 ? ExplainedWiring.SumPaged(ExplainedAs.Wallet, wallet.Currency, parts, asked)
            : Explained.Of(ExplainedAs.Wallet, wallet.Balance, parts.Paged(wallet.Currency, asked)) with { Text = wallet.Name, Event = past.Last<WalletOpened>(), Record = new(Name, id.ToString()) };
    }

    private static ExplainedAs? Moved(object happened) => happened switch
    {
        WalletToppedUp or WalletToppedUpByRule => ExplainedAs.WalletGranted,
        WalletUsed => ExplainedAs.WalletUsed,
        WalletGivenBack => ExplainedAs.WalletReturned,
        WalletVoided => ExplainedAs.WalletEnded,
        _ => null,
    };

    private static string? Source(object happened) => happened switch { WalletToppedUp e => e.Source, WalletUsed e => e.Source, WalletGivenBack e => e.Source, WalletVoided e => e.Reason, _ => null };
}

/// <summary>Explains a top-up that was charged.</summary>
internal sealed class ExplainTopUp : IExplained
{
    public string Kind => "usage.top-up";

    public Permission Needed => Permission.SeeUsage;

    public IReadOnlyList<string> Amounts => ["amount"];

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (asked.Id.Split('/', 2) is not [var wallet, var source] || !Guid.TryParse(wallet, out var id)) return null;
        var past = await session.Past<Wallet>(id, ExplainWallet.Name, stop);
        foreach (var one in past.Events)
        {
            var amount = one.Data switch { WalletToppedUp e when e.Source == source => e.Amount, WalletToppedUpByRule e when $"rule/{e.UseSource}" == source => e.Amount, _ => (Money?)null };
            if (amount is { } found) return Explained.Leaf(ExplainedAs.WalletGranted, found) with { Text = past.State.Name, Event = one.Event, Record = new(ExplainWallet.Name, wallet), Rule = new(ExplainedBy.Entered, "") };
        }
        return null;
    }
}
