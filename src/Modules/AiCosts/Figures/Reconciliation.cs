namespace Billing.AiCosts;

/// <summary>Money that was reported and money that usage comes to, for the same day and model or whatever both are told by.</summary>
/// <param name="Reported">Null: the money report has nothing.</param>
/// <param name="Computed">Null: there was no usage with a price.</param>
/// <param name="Unpriced">Usage without a price, how many records.</param>
/// <param name="Preliminary">The report is not closed yet.</param>
/// <param name="LeftOut">Usage of a kind that the money report never has: it stands by itself and is in no sum.</param>
internal sealed record ReconciledPair(string What, Cost? Reported, Cost? Computed, int Unpriced = 0, bool Preliminary = false, bool LeftOut = false);

/// <summary>Why the two differ, as far as the figures tell.</summary>
internal enum VarianceReason
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>By less than rounding makes.</summary>
    Rounding,

    /// <summary>The day is not closed; both still move.</summary>
    Preliminary,

    /// <summary>Some usage has no price.</summary>
    Unpriced,

    /// <summary>Money without tokens: searches, sessions, storage, seats.</summary>
    NotInUsage,

    /// <summary>Usage that the money report leaves out, as Anthropic's does with the priority tier; it is never added.</summary>
    NotInMoney,

    /// <summary>Less than list: a discount, credits, or the book is too dear.</summary>
    BelowList,

    /// <summary>More than list: a tax, a surcharge, or the book is too cheap.</summary>
    AboveList,
}

/// <summary>Reported money beside computed, never added: reported counts, the difference is shown and not repaired.</summary>
/// <param name="Variance">Reported less computed; negative: less was asked for than the book says.</param>
/// <param name="Share">Of the computed, in hundredths; null where there is none.</param>
internal sealed record ReconciledLine(ReconciledPair Of, Cost Variance, decimal? Share, VarianceReason Reason);

/// <summary>What was reported held against what was computed.</summary>
/// <param name="Computed">Without what the report leaves out.</param>
/// <param name="LeftOut">That alone.</param>
internal sealed record Reconciliation(IReadOnlyList<ReconciledLine> Lines, Cost Reported, Cost Computed, Cost LeftOut)
{
    // A report that rounds to a millionth of a dollar.
    private const decimal Rounding = 0.000001m;

    public Cost Variance => Reported - Computed;

    /// <param name="pairs">All in one currency.</param>
    public static Reconciliation Of(IReadOnlyList<ReconciledPair> pairs, Currency currency)
    {
        Cost Sum(Func<ReconciledPair, Cost?> part) => Cost.Sum(pairs.Select(part).OfType<Cost>(), currency);
        var zero = Cost.Zero(currency);
        return new Reconciliation(
            [.. pairs.Select(pair => Line(pair, pair.Reported ?? zero, pair.Computed ?? zero))],
            Sum(pair => pair.Reported), Sum(pair => pair.LeftOut ? null : pair.Computed), Sum(pair => pair.LeftOut ? pair.Computed : null));
    }

    private static ReconciledLine Line(ReconciledPair pair, Cost reported, Cost computed)
    {
        var variance = reported - computed;
        return new ReconciledLine(pair, variance, computed.IsZero ? null : decimal.Round(variance.Amount / computed.Amount * 100, 4, MidpointRounding.AwayFromZero), Reason(pair, variance));
    }

    private static VarianceReason Reason(ReconciledPair pair, Cost variance) => pair switch
    {
        { LeftOut: true } => VarianceReason.NotInMoney,
        { Unpriced: > 0 } => VarianceReason.Unpriced,
        _ when variance.IsZero => VarianceReason.None,
        _ when Math.Abs(variance.Amount) <= Rounding => VarianceReason.Rounding,
        { Preliminary: true } => VarianceReason.Preliminary,
        { Computed: null } => VarianceReason.NotInUsage,
        { Reported: null } => VarianceReason.NotInMoney,
        _ => variance.Amount < 0 ? VarianceReason.BelowList : VarianceReason.AboveList,
    };
}
