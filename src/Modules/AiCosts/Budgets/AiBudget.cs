using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Something that happened to a budget.</summary>
internal abstract record AiBudgetEvent;

/// <summary>From now on somebody is told when costs of a month come near to an amount.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Scope">Whose costs count.</param>
/// <param name="Account">Of a budget for one account, which; else missing.</param>
/// <param name="Tag">Of a budget for a tag, which; else empty.</param>
/// <param name="Amount">How much may be spent in a month of UTC; costs in other currencies do not count.</param>
/// <param name="Thresholds">At which shares of it somebody is told, ascending.</param>
/// <param name="Client">Of a budget for a client, which; else missing.</param>
[Event("aicosts.budget_opened"), Announced]
internal sealed record AiBudgetOpened(string Name, AiBudgetScope Scope, Guid? Account, string Tag, Money Amount, ValueList<BudgetThreshold> Thresholds, Guid? Client = null) : AiBudgetEvent;

/// <summary>The budget is called otherwise.</summary>
/// <param name="Name">As people call it from now on.</param>
[Event("aicosts.budget_renamed")]
internal sealed record AiBudgetRenamed(string Name) : AiBudgetEvent;

/// <summary>Another amount may be spent. What was told of the one before says nothing of it, and is told anew.</summary>
/// <param name="Amount">In a month.</param>
[Event("aicosts.budget_amount_agreed")]
internal sealed record AiBudgetAmountAgreed(Money Amount) : AiBudgetEvent;

/// <summary>Somebody is told at other shares.</summary>
/// <param name="Thresholds">All of them, ascending.</param>
[Event("aicosts.budget_thresholds_chosen")]
internal sealed record AiBudgetThresholdsChosen(ValueList<BudgetThreshold> Thresholds) : AiBudgetEvent;

/// <summary>Costs of a month have come to a threshold: once for each month and threshold.</summary>
/// <param name="From">The first day of the month, UTC.</param>
/// <param name="At">Which threshold.</param>
/// <param name="Level">How loudly it is said.</param>
/// <param name="Spent">In the month so far, rounded to the smallest unit.</param>
[Event("aicosts.budget_threshold_reached"), Announced]
internal sealed record AiBudgetThresholdReached(DateOnly From, Percentage At, AlertLevel Level, Money Spent) : AiBudgetEvent;

/// <summary>A correction took costs of a month back below a threshold that was told.</summary>
/// <param name="From">The first day of the month, UTC.</param>
/// <param name="At">Which threshold.</param>
/// <param name="Spent">In the month so far, rounded to the smallest unit.</param>
[Event("aicosts.budget_threshold_left"), Announced]
internal sealed record AiBudgetThresholdLeft(DateOnly From, Percentage At, Money Spent) : AiBudgetEvent;

/// <summary>Nobody is told any more.</summary>
[Event("aicosts.budget_closed"), Announced]
internal sealed record AiBudgetClosed : AiBudgetEvent;

/// <summary>Whose costs a budget is about.</summary>
internal enum AiBudgetScope
{
    /// <summary>Those of all accounts.</summary>
    Organisation,

    /// <summary>Those of one account.</summary>
    Account,

    /// <summary>Those of all accounts with a tag.</summary>
    Tag,

    /// <summary>Those that are for a client, by the rules of allocation.</summary>
    Client,
}

/// <summary>What was last told of a budget.</summary>
/// <param name="Level">Null: that costs are below the threshold again.</param>
internal sealed record AiBudgetNews(DateOnly From, Percentage At, AlertLevel? Level, Money Spent);

/// <summary>How much may be spent in a month, and what was told of it.</summary>
/// <param name="ToldFrom">The first day of the month that the thresholds were told of.</param>
internal sealed record AiBudget(
    string Name, AiBudgetScope Scope, Guid? Account, string Tag, Money Amount, ValueList<BudgetThreshold> Thresholds, DateOnly? ToldFrom, ValueList<ToldThreshold> Told, AiBudgetNews? News, bool IsClosed, Guid? Client = null) : IAggregate<AiBudget>
{
    public static string Alias => "aicosts.budget";

    public static AiBudget Initial { get; } = new("", AiBudgetScope.Organisation, null, "", default, [], null, [], null, false);

    public AiBudget Apply(object happened) => happened switch
    {
        AiBudgetOpened e => this with { Name = e.Name, Scope = e.Scope, Account = e.Account, Tag = e.Tag, Amount = e.Amount, Thresholds = e.Thresholds, Client = e.Client },
        AiBudgetRenamed e => this with { Name = e.Name },
        AiBudgetAmountAgreed e => this with { Amount = e.Amount, ToldFrom = null, Told = [] },
        AiBudgetThresholdsChosen e => this with { Thresholds = e.Thresholds },
        AiBudgetThresholdReached e => this with { ToldFrom = e.From, Told = [.. ToldOf(e.From), new(e.At, false)], News = new(e.From, e.At, e.Level, e.Spent) },
        AiBudgetThresholdLeft e => this with { Told = [.. ToldOf(e.From).Select(one => one.At == e.At ? one with { Below = true } : one)], News = new(e.From, e.At, null, e.Spent) },
        AiBudgetClosed => this with { IsClosed = true },
        _ => throw new UnknownEventException(nameof(AiBudget), happened),
    };

    /// <summary>What a look at it brings: thresholds that costs have come to, and such that a correction took back.</summary>
    /// <param name="month">Of UTC.</param>
    /// <param name="spent">In it so far, in the budget's currency.</param>
    public Decision<AiBudgetEvent> Look(Period month, Cost spent)
    {
        if (IsClosed || !BudgetTerms.Of(new Cost(Amount.Amount, Amount.Currency), Thresholds).TryGet(out var terms, out _)) return Decision.Nothing;
        var look = BudgetLook.At(terms, ToldFrom == month.From ? new BudgetTold(month, Told) : null, month, spent);
        List<AiBudgetEvent> happened =
        [
            .. look.Uncrossed.OrderDescending().Select(at => new AiBudgetThresholdLeft(month.From, at, spent.ToMoney())),
            .. look.Crossed.Select(threshold => new AiBudgetThresholdReached(month.From, threshold.At, threshold.Level, spent.ToMoney())),
        ];
        return happened;
    }

    private ValueList<ToldThreshold> ToldOf(DateOnly month) => ToldFrom == month ? Told : [];
}
