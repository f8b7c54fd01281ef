using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Something that happened to usage that somebody wrote down.</summary>
internal abstract record AiEntryEvent;

/// <summary>Somebody wrote down what an account used, because nobody else tells.</summary>
/// <param name="Account">Which.</param>
/// <param name="Day">On which day, UTC.</param>
/// <param name="Cost">What it cost, in units of the currency, exact.</param>
/// <param name="Currency">Of the cost.</param>
/// <param name="Model">Which model; empty: nobody says.</param>
/// <param name="InputTokens">All that was read.</param>
/// <param name="OutputTokens">All that was made.</param>
/// <param name="Note">Whatever is to be remembered.</param>
[Event("aicosts.entry_written")]
internal sealed record AiEntryWritten(Guid Account, DateOnly Day, UnitPrice Cost, Currency Currency, string Model, long InputTokens, long OutputTokens, string Note) : AiEntryEvent;

/// <summary>It was otherwise.</summary>
/// <param name="Day">On which day, UTC.</param>
/// <param name="Cost">What it cost, in units of the currency, exact.</param>
/// <param name="Currency">Of the cost.</param>
/// <param name="Model">Which model; empty: nobody says.</param>
/// <param name="InputTokens">All that was read.</param>
/// <param name="OutputTokens">All that was made.</param>
/// <param name="Note">Whatever is to be remembered.</param>
[Event("aicosts.entry_corrected")]
internal sealed record AiEntryCorrected(DateOnly Day, UnitPrice Cost, Currency Currency, string Model, long InputTokens, long OutputTokens, string Note) : AiEntryEvent;

/// <summary>It was a mistake, and counts no more.</summary>
[Event("aicosts.entry_struck")]
internal sealed record AiEntryStruck : AiEntryEvent;

/// <summary>Usage that somebody wrote down.</summary>
internal sealed record AiEntry(Guid Account, DateOnly Day, UnitPrice Cost, Currency Currency, string Model, long InputTokens, long OutputTokens, string Note, bool IsStruck) : IAggregate<AiEntry>
{
    public static string Alias => "aicosts.entry";

    public static AiEntry Initial { get; } = new(default, default, default, default, "", 0, 0, "", false);

    public AiEntry Apply(object happened) => happened switch
    {
        AiEntryWritten e => new(e.Account, e.Day, e.Cost, e.Currency, e.Model, e.InputTokens, e.OutputTokens, e.Note, false),
        AiEntryCorrected e => this with { Day = e.Day, Cost = e.Cost, Currency = e.Currency, Model = e.Model, InputTokens = e.InputTokens, OutputTokens = e.OutputTokens, Note = e.Note },
        AiEntryStruck => this with { IsStruck = true },
        _ => throw new UnknownEventException(nameof(AiEntry), happened),
    };
}
