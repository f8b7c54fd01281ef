using Billing.Invoicing.Contracts;

namespace Billing.Invoicing;

/// <summary>The whole of a recurring invoice, as the form has it; what is left out is as the client and the settings have it.</summary>
/// <param name="ClientId">Who is billed.</param>
/// <param name="Schedule">On which days, and for which; no custom dates.</param>
/// <param name="From">The first invoice is dated on this day or later.</param>
/// <param name="Until">The last one is dated on this day or earlier.</param>
/// <param name="Times">How many in all; not beside a last day.</param>
/// <param name="Then">How far each goes by itself; it stays a draft unless said otherwise.</param>
/// <param name="Lines">What is billed; while the price changes on a day to come, what is billed until then.</param>
/// <param name="Currency">The client's, unless said otherwise.</param>
/// <param name="TermsDays">Days from the issue date to the due date.</param>
/// <param name="Discount">On the subtotal.</param>
/// <param name="TaxRounding">Once per document, or on each line.</param>
/// <param name="PricesIncludeTax">Whether prices contain their tax.</param>
/// <param name="TaxBeforeDiscount">Whether tax is owed on the prices before the discount.</param>
/// <param name="Notes">For the client.</param>
/// <param name="Terms">Of payment, in words.</param>
/// <param name="PurchaseOrder">The client's number for it.</param>
/// <param name="ShipTo">Where the goods go.</param>
internal sealed record WriteRecurringInvoice(
    ClientId ClientId, Schedule Schedule, DateOnly From, DateOnly? Until = null, int? Times = null, InvoiceOutcome Then = InvoiceOutcome.Draft, IReadOnlyList<WrittenLine>? Lines = null, Currency? Currency = null, int? TermsDays = null,
    Discount? Discount = null, TaxRounding? TaxRounding = null, bool? PricesIncludeTax = null, bool? TaxBeforeDiscount = null, string? Notes = null, string? Terms = null, string? PurchaseOrder = null, string? ShipTo = null)
{
    private const int MostTimes = 1_000;

    /// <summary>One of its invoices: lines, taxes and words are read and added up as those of one written by hand.</summary>
    public WriteInvoice Content => new(ClientId, Lines, null, Currency, null, TermsDays, null, Discount, TaxRounding, PricesIncludeTax, TaxBeforeDiscount, Notes, Terms, PurchaseOrder, ShipTo);

    public Decision<RecurringInvoiceEvent> Decide(RecurringInvoice recurring, DraftGround ground, DateOnly today)
    {
        if (recurring.EndedOn is not null) return No.Ended;
        if (Days(recurring, today) is { } unclear) return unclear;
        if (No.Charged(Lines)) return No.Charges;
        if (!Content.Read(ground).TryGet(out var written, out var refused)) return refused;

        List<RecurringInvoiceEvent> happened = [];
        var (currency, lines, rules, wording) = written;
        if (!recurring.IsBegun) happened.Add(new RecurringInvoiceBegun(ClientId, currency));
        else if ((ClientId, currency) != (recurring.ClientId, recurring.Currency)) happened.Add(new RecurringInvoiceReaddressed(ClientId, currency));
        // Another rhythm begins today at the earliest: days that it would have had before are not billed in arrears.
        var from = recurring.IsBegun && Schedule != recurring.Schedule && From < today ? today : From;
        if ((Schedule, from, Until, Times) != (recurring.Schedule, recurring.From, recurring.Until, recurring.Times)) happened.Add(new RecurringScheduleAgreed(Schedule, from, Until, Times));
        var now = recurring.PricesOn(today);
        if (now is null || !lines.Equals(now.Lines) || Discount != now.Discount) happened.Add(new RecurringPricesAgreed(now?.From, lines, Discount));
        if (rules != recurring.Rules) happened.Add(new RecurringTaxRulesSettled(rules));
        if (TermsDays != recurring.TermsDays) happened.Add(new RecurringTermsAgreed(TermsDays));
        if (wording != recurring.Wording) happened.Add(new RecurringInvoiceWorded(wording));
        if (Then != recurring.Then) happened.Add(new RecurringOutcomeChosen(Then));

        if (WriteInvoice.Sound(lines.Count, Totals.Of(currency, [.. lines.Select(line => line.Priced(ground.Treatment))], Discount, rules), ground.ZeroAllowed) is { } unsound) return unsound;
        var after = happened.Aggregate(recurring, (state, one) => state.Apply(one));
        return recurring.IsBegun || after.Ahead().Any() ? happened : No.NoDay;
    }

    private Refusal? Days(RecurringInvoice recurring, DateOnly today)
    {
        if (Schedule.Frequency == Frequency.Custom) return No.Custom;
        if (From.Year is < 1900 or > 2999 || !WriteQuote.IsDay(Until)) return WriteInvoice.No.OutOfRange;
        if (Until is not null && Times is not null) return No.TwoEnds;
        if (Times is < 1 or > MostTimes) return No.OddTimes;
        if (Until < From) return No.EndsBefore;
        return From < today && From != recurring.From ? No.Past : null;
    }

    internal static class No
    {
        public static readonly Refusal Ended = new("recurring-ended", "This recurring invoice has ended. Begin another one.");
        public static readonly Refusal Charges = new("recurring-takes-no-charges", "What was charged is billed once. Take out the line that came from a charge.");
        public static readonly Refusal Custom = new("recurring-needs-rhythm", "A recurring invoice comes weekly, monthly or in another rhythm. Choose one of them instead of custom dates.");
        public static readonly Refusal TwoEnds = new("recurring-two-ends", "Give a last day or a number of times, not both.");
        public static readonly Refusal OddTimes = new("times-out-of-range", $"A number of times is from 1 to {MostTimes}.");
        public static readonly Refusal EndsBefore = new("recurring-ends-early", "The last day lies before the first. Choose a later one.");
        public static readonly Refusal Past = new("begins-in-the-past", "A recurring invoice begins today or later. Write invoices of days that are past by hand.");
        public static readonly Refusal NoDay = new("no-day-to-bill", "Between its first and its last day this schedule has no day to bill. Choose a later last day.");

        public static bool Charged(IReadOnlyList<WrittenLine>? lines) => (lines ?? []).Any(line => line.Charges is { Count: > 0 });
    }
}
