using System.Collections.Immutable;
using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Invoicing;

/// <summary>Whether a recurring invoice bills.</summary>
internal enum RecurringState
{
    /// <summary>It does.</summary>
    Active,

    /// <summary>Not for now.</summary>
    Paused,

    /// <summary>No day is left on which it would.</summary>
    Ended,
}

/// <summary>What is billed from a day on; null for all days until another price holds.</summary>
internal sealed record RecurringPrices(DateOnly? From, ValueList<InvoiceLine> Lines, Discount? Discount)
{
    /// <summary>All of them with one more; of two from the same day the later said holds.</summary>
    public static IEnumerable<RecurringPrices> With(IEnumerable<RecurringPrices> all, RecurringPricesAgreed agreed) =>
        all.Where(one => one.From != agreed.From).Append(new(agreed.From, agreed.Lines, agreed.Discount)).OrderBy(one => one.From ?? DateOnly.MinValue);
}

/// <summary>An invoice that comes again and again: what it bills, on which days, and what became of each.</summary>
/// <param name="Prices">In the order of the days from which they hold.</param>
/// <param name="PausedOn">Since when it is paused; null when it is not.</param>
/// <param name="EndedOn">The first day on which it bills no more; null when nobody ended it.</param>
/// <param name="Past">Days that have come, in their order.</param>
internal sealed record RecurringInvoice(
    ClientId ClientId, Currency Currency, Schedule? Schedule, DateOnly From, DateOnly? Until, int? Times, ImmutableList<RecurringPrices> Prices, TaxRules Rules, int? TermsDays, Wording Wording, InvoiceOutcome Then,
    DateOnly? PausedOn, DateOnly? EndedOn, ImmutableList<PastOccurrence> Past) : IAggregate<RecurringInvoice>
{
    public static string Alias => "invoicing.recurring_invoice";

    public static RecurringInvoice Initial { get; } = new(default, default, null, default, null, null, [], TaxRules.Usual, null, Wording.None, InvoiceOutcome.Draft, null, null, []);

    /// <summary>Whether anybody has begun it.</summary>
    public bool IsBegun => ClientId != default;

    /// <summary>Whether it bills.</summary>
    public RecurringState State => EndedOn is not null || !Ahead().Any() ? RecurringState.Ended : PausedOn is null ? RecurringState.Active : RecurringState.Paused;

    /// <summary>What is billed on a day.</summary>
    public RecurringPrices? PricesOn(DateOnly day) => Prices.LastOrDefault(prices => prices.From is null || prices.From <= day);

    /// <summary>On which days it bills.</summary>
    public RecurringRhythm Rhythm => new(Schedule, From, Until, Times, EndedOn, Past.Count > 0 ? Past[^1].On : null, Past.Count(one => one.Step != OccurrenceStep.LeftOut));

    /// <summary>The days that are still to come or have not been dealt with, in order; without end where it has none.</summary>
    public IEnumerable<Occurrence> Ahead() => Rhythm.Ahead();

    /// <summary>What is to be dealt with next on a day: what is tried again, then days that have come. Null when nothing is.</summary>
    public Occurrence? Due(DateOnly today)
    {
        if (Past.Find(one => one.Step == OccurrenceStep.Retried) is { } again) return new Occurrence(again.On, again.Period);
        foreach (var next in Ahead()) return next.On <= today ? next : null;
        return null;
    }

    /// <summary>Whether a day's invoice is left out because it was paused then; one that is tried again is not.</summary>
    public bool LeavesOut(Occurrence one) => one.On >= PausedOn && !Past.Exists(past => past.On == one.On);

    /// <summary>The invoice of a day, as a person would write it.</summary>
    public WriteInvoice Written(Occurrence one) => PricesOn(one.On) is { } prices ? Written(prices) with { IssueDate = one.On, Period = one.Period } : Written(new RecurringPrices(null, [], null));

    /// <summary>What certain prices bill, without a day.</summary>
    public WriteInvoice Written(RecurringPrices prices) => new(
        ClientId, [.. prices.Lines.Select(line => new WrittenLine(line.Description, line.UnitPrice, line.Quantity, line.Discount, line.Taxes, line.Period, line.Group, line.Kind))], null, Currency, null, TermsDays, null,
        prices.Discount, Rules.Rounding, Rules.PricesIncludeTax, Rules.BeforeDiscount, Wording.Notes, Wording.Terms, Wording.PurchaseOrder, Wording.ShipTo?.Text);

    public RecurringInvoice Apply(object happened) => happened switch
    {
        RecurringInvoiceBegun e => this with { ClientId = e.ClientId, Currency = e.Currency },
        RecurringInvoiceReaddressed e => this with { ClientId = e.ClientId, Currency = e.Currency },
        RecurringScheduleAgreed e => this with { Schedule = e.Schedule, From = e.From, Until = e.Until, Times = e.Times },
        RecurringPricesAgreed e => this with { Prices = [.. RecurringPrices.With(Prices, e)] },
        RecurringPricesTakenBack e => this with { Prices = Prices.RemoveAll(one => one.From == e.From) },
        RecurringTaxRulesSettled e => this with { Rules = e.Rules },
        RecurringTermsAgreed e => this with { TermsDays = e.Days },
        RecurringInvoiceWorded e => this with { Wording = e.Wording },
        RecurringOutcomeChosen e => this with { Then = e.Then },
        RecurringInvoicePaused e => this with { PausedOn = e.On },
        RecurringInvoiceResumed => this with { PausedOn = null },
        RecurringInvoiceEnded e => this with { EndedOn = e.On },
        OccurrenceInvoiced e => With(new(e.On, e.Period, OccurrenceStep.Invoiced, e.InvoiceId, null)),
        OccurrenceLeftOut e => With(new(e.On, e.Period, OccurrenceStep.LeftOut, null, null)),
        OccurrenceParked e => With(new(e.On, e.Period, OccurrenceStep.Parked, e.InvoiceId, e.Code)),
        ParkedOccurrencesRetried => this with { Past = [.. Past.Select(one => one.Step == OccurrenceStep.Parked ? one with { Step = OccurrenceStep.Retried } : one)] },
        _ => throw new UnknownEventException(nameof(RecurringInvoice), happened),
    };

    private RecurringInvoice With(PastOccurrence one) => this with { Past = Past.FindIndex(past => past.On == one.On) is >= 0 and var n ? Past.SetItem(n, one) : Past.Add(one) };
}

/// <summary>How far the invoice of a day is that has come.</summary>
internal enum OccurrenceStep
{
    /// <summary>It is there, as far as it was to go by itself.</summary>
    Invoiced,

    /// <summary>There is none: it was paused.</summary>
    LeftOut,

    /// <summary>It could not be drafted, issued or mailed.</summary>
    Parked,

    /// <summary>The same, and it is being tried again.</summary>
    Retried,
}

/// <summary>What became of a day.</summary>
/// <param name="Code">Why it was parked.</param>
internal sealed record PastOccurrence(DateOnly On, Period Period, OccurrenceStep Step, InvoiceId? InvoiceId, string? Code);
