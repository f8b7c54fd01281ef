namespace Billing.Usage;

/// <summary>What a wallet pays in a step, or is given back of what it paid in steps before.</summary>
/// <param name="What">The meter or kind of charge; null of what is given back.</param>
/// <param name="Amount">Negative: is given back.</param>
internal sealed record WalletPays(string Wallet, string? What, Money Amount);

/// <summary>
/// What wallets pay of a step. A period that comes to less than they paid gives back what they paid too much, the last taking first; money that the client paid comes
/// back before, as it was asked for last. A wallet that pays certain things only keeps no more than these come to.
/// Paid 30 by one wallet, 20 by another, 10 in money; 25 are due now: 10 of money, 20 to the other, 5 to the one.
/// </summary>
/// <param name="ground">What is billed.</param>
/// <param name="lines">All lines but credit, as they come to now.</param>
internal sealed class BillCredit(PeriodGround ground, IReadOnlyList<BillLine> lines)
{
    private readonly List<WalletPays> _moves = [];

    // What is due after credit that was spent before, and what of that is not given back.
    private Money _due;

    private Money Nothing => Money.Zero(ground.Pricing.Currency);

    /// <summary>Each wallet once for each thing that it pays, and once for what it is given back.</summary>
    public static IReadOnlyList<WalletPays> Of(PeriodGround ground, IReadOnlyList<BillLine> lines)
    {
        var credit = new BillCredit(ground, lines);
        credit.GiveBack();
        credit.Pay();
        return [.. credit._moves.GroupBy(one => (one.Wallet, one.What)).Select(same => new WalletPays(same.Key.Wallet, same.Key.What, credit.Sum(same.Select(one => one.Amount))))];
    }

    private void GiveBack()
    {
        var taken = ground.Bill.Taken.Reverse().ToList();
        foreach (var wallet in ground.Wallets.Where(wallet => wallet.Scope.Count > 0))
        {
            var pays = Sum(lines.Where(line => wallet.Scope.Contains(What(line), StringComparer.Ordinal)).Select(line => line.Whole));
            Return(taken, Sum(taken.Where(one => one.Wallet == wallet.Id).Select(one => one.Amount)) - Positive(pays), wallet.Id);
        }
        var whole = Sum(lines.Select(line => line.Whole));
        Return(taken, Sum(taken.Select(one => one.Amount)) - Positive(whole));
        _due = whole - Sum(taken.Select(one => one.Amount));
    }

    // Takes what is too much off the last takings.
    private void Return(List<WalletPays> taken, Money tooMuch, string? wallet = null)
    {
        for (var i = 0; i < taken.Count && tooMuch.IsPositive; i++)
        {
            if (wallet is not null && taken[i].Wallet != wallet) continue;
            var back = taken[i].Amount < tooMuch ? taken[i].Amount : tooMuch;
            if (back.IsZero) continue;
            taken[i] = taken[i] with { Amount = taken[i].Amount - back };
            tooMuch -= back;
            _moves.Add(new WalletPays(taken[i].Wallet, null, -back));
        }
    }

    // Each line asks the wallets that pay its meter, and all together no more than is due.
    private void Pay()
    {
        var left = ground.Wallets.Where(wallet => _moves.All(move => move.Wallet != wallet.Id)).ToDictionary(wallet => wallet.Id, StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (!_due.IsPositive || !line.Amount.IsPositive) continue;
            foreach (var use in PrepaidCredit.Spend(left.Values, line.Amount < _due ? line.Amount : _due, What(line), ground.Today))
            {
                left[use.Id] = left[use.Id] with { Balance = left[use.Id].Balance - use.Amount };
                _due -= use.Amount;
                _moves.Add(new WalletPays(use.Id, What(line), use.Amount));
            }
        }
    }

    private static string What(BillLine line) => line.Meter ?? (line.Kind == BillLineKind.Charge ? line.Key["charge/".Length..] : line.Key);

    private Money Positive(Money amount) => amount.IsPositive ? amount : Nothing;

    private Money Sum(IEnumerable<Money> amounts) => amounts.Aggregate(Nothing, (sum, amount) => sum + amount);
}
