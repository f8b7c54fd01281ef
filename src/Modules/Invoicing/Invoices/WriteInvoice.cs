using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>The whole of a draft, as the editor has it; what is left out is as the client and the settings have it.</summary>
/// <param name="ClientId">Who will be billed.</param>
/// <param name="Lines">As printed.</param>
/// <param name="Charges">Open charges of the client that become further lines.</param>
/// <param name="Currency">The client's, unless said otherwise.</param>
/// <param name="IssueDate">Null for the day on which it is issued.</param>
/// <param name="TermsDays">Days from the issue date to the due date.</param>
/// <param name="Period">The days it is for.</param>
/// <param name="Discount">On the subtotal.</param>
/// <param name="TaxRounding">Once per document, or on each line.</param>
/// <param name="PricesIncludeTax">Whether prices contain their tax.</param>
/// <param name="TaxBeforeDiscount">Whether tax is owed on the prices before the discount.</param>
/// <param name="Notes">For the client.</param>
/// <param name="Terms">Of payment, in words.</param>
/// <param name="PurchaseOrder">The client's number for it.</param>
/// <param name="ShipTo">Where the goods go.</param>
internal sealed record WriteInvoice(
    ClientId ClientId, IReadOnlyList<WrittenLine>? Lines = null, IReadOnlyList<ChargeId>? Charges = null, Currency? Currency = null, DateOnly? IssueDate = null, int? TermsDays = null,
    Period? Period = null, Discount? Discount = null, TaxRounding? TaxRounding = null, bool? PricesIncludeTax = null, bool? TaxBeforeDiscount = null,
    string? Notes = null, string? Terms = null, string? PurchaseOrder = null, string? ShipTo = null)
{
    internal const int MostLines = 1_000;

    public Decision<InvoiceEvent> Decide(Invoice invoice, DraftGround ground)
    {
        if (invoice.Standing != InvoiceStanding.Draft) return No.NotADraft(invoice);
        if (!Read(ground).TryGet(out var written, out var refused)) return refused;

        List<InvoiceEvent> happened = [];
        var (currency, lines, rules, wording) = written;
        if (!invoice.IsBegun) happened.Add(new InvoiceDrafted(ClientId, currency, ground.BillingRun, ground.Replaces, ground.Quote, ground.Recurring, ground.WantedBy));
        else if ((ClientId, currency) != (invoice.ClientId, invoice.Currency)) happened.Add(new DraftReaddressed(ClientId, currency));
        if (!lines.Equals(invoice.Lines)) happened.Add(new InvoiceLinesWritten(lines));
        if ((rules, ground.Treatment, ground.TaxReason) != (invoice.Rules, invoice.Treatment, invoice.TaxReason)) happened.Add(new InvoiceTaxationSettled(rules, ground.Treatment, ground.TaxReason));
        if (Discount is { } discount && discount != invoice.Discount) happened.Add(new InvoiceDiscountGranted(discount));
        if (Discount is null && invoice.Discount is not null) happened.Add(new InvoiceDiscountDropped());
        if ((TermsDays ?? ground.TermsDays) is var days && days != invoice.TermsDays) happened.Add(new InvoiceTermsAgreed(days));
        if ((IssueDate, Period) != (invoice.IssueDate, invoice.Period)) happened.Add(new InvoiceDated(IssueDate, Period));
        if (wording != invoice.Wording) happened.Add(new InvoiceWorded(wording));

        var after = happened.Aggregate(invoice, (state, one) => state.Apply(one));
        return Sound(after, ground.ZeroAllowed) is { } unsound ? unsound : happened;
    }

    /// <summary>What was written, read: each part by itself makes sense, though what it all comes to may not.</summary>
    internal Result<WrittenContent> Read(DraftGround ground)
    {
        if (ground.Closed is { } closed) return closed;
        if (TermsDays is < 0 or > 3650) return No.Terms;
        if (IssueDate is { Year: < 1900 or > 2999 } || Period is { } period && (period.From.Year < 1900 || period.Through.Year > 2999)) return No.OutOfRange;
        if (!LinesOf(ground).TryGet(out var lines, out var refused)) return refused;
        if (!WordingOf().TryGet(out var wording, out refused)) return refused;
        return new WrittenContent(Currency ?? ground.Currency, lines, RulesOn(ground), wording);
    }

    /// <summary>How tax is computed: as written, else as the settings have it.</summary>
    internal TaxRules RulesOn(DraftGround ground) => new(TaxRounding ?? ground.Rules.Rounding, PricesIncludeTax ?? ground.Rules.PricesIncludeTax, TaxBeforeDiscount ?? ground.Rules.BeforeDiscount);

    /// <summary>Why an invoice with these lines cannot be, or null.</summary>
    internal static Refusal? Sound(Invoice invoice, bool zeroAllowed) => Sound(invoice.Lines.Count, invoice.Totals(), zeroAllowed);

    /// <summary>Why a document that asks for money cannot come to that, or null.</summary>
    internal static Refusal? Sound(int lines, Result<Totals> sums, bool zeroAllowed)
    {
        if (lines == 0) return No.NoLines;
        if (!sums.TryGet(out var totals, out var refused)) return refused;
        if (totals.Total.IsNegative) return No.BelowNothing(totals.Total);
        return totals.Total.IsZero && !zeroAllowed ? No.Nothing : null;
    }

    private Result<ValueList<InvoiceLine>> LinesOf(DraftGround ground)
    {
        if ((Lines?.Count ?? 0) + (Charges?.Count ?? 0) > MostLines) return No.TooManyLines;
        var lines = new List<InvoiceLine>();
        foreach (var (index, written) in (Lines ?? []).Index())
        {
            if (!written.Read().TryGet(out var line, out var refused)) return refused.With("line", index);
            lines.Add(line);
        }
        foreach (var charge in Charges ?? []) if (ground.LineOf(charge) is { } line) lines.Add(line);
        return lines.SelectMany(line => line.Charges).GroupBy(charge => charge).Any(group => group.Count() > 1) ? No.ChargedTwice : lines.ToValueList();
    }

    private Result<Wording> WordingOf()
    {
        if (!PlainText.Note(Notes).TryGet(out var notes, out var refused) || !PlainText.Note(Terms).TryGet(out var terms, out refused) || !PlainText.Note(ShipTo, 500).TryGet(out var shipTo, out refused)) return refused;
        var order = PlainText.Line(PurchaseOrder, 100);
        return new Wording(NullIfEmpty(notes), NullIfEmpty(terms), NullIfEmpty(order), shipTo.Length == 0 ? null : new PersonalText(ClientId.Value, shipTo));
    }

    internal static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    internal static class No
    {
        public static readonly Refusal NoLines = new("no-lines", "There is no line yet. Add what is billed.");
        public static readonly Refusal TooManyLines = new("too-many-lines", $"An invoice has at most {MostLines} lines. Write a second one.");
        public static readonly Refusal ChargedTwice = new("charge-twice", "A charge stands on an invoice once. Take out the line that is there twice.");
        public static readonly Refusal Nothing = new("total-zero", "This comes to nothing. Add a line, lower the discount, or allow invoices of nothing in the settings.");
        public static readonly Refusal Terms = new("terms-out-of-range", "Payment terms are 0 to 3650 days.");
        public static readonly Refusal OutOfRange = new("date-out-of-range", "Dates lie in the years 1900 to 2999.");
        public static Refusal BelowNothing(Money total) => new Refusal("total-negative", $"This comes to {total}. An invoice asks for money; write a credit note to give it back.").With("total", total);
        public static Refusal NotADraft(Invoice invoice) => invoice.Standing == InvoiceStanding.Dropped
            ? new("draft-dropped", "This draft was dropped. Write a new one.")
            : new Refusal("not-a-draft", $"Invoice {invoice.Number} is issued and never changes. Void it and write it anew, or write a credit note.").With("number", invoice.Number);
    }
}

/// <summary>One line as it was written.</summary>
/// <param name="Description">As printed; not empty.</param>
/// <param name="UnitPrice">What one costs.</param>
/// <param name="Quantity">How much; one unless said otherwise.</param>
/// <param name="Discount">On this line alone.</param>
/// <param name="Taxes">Borne by it.</param>
/// <param name="Period">The days it is for.</param>
/// <param name="Group">Under which it is printed.</param>
/// <param name="Kind">Item or shipping.</param>
/// <param name="Charges">The charges it came from.</param>
internal sealed record WrittenLine(
    string Description, UnitPrice UnitPrice, Quantity? Quantity = null, Discount? Discount = null, IReadOnlyList<TaxRate>? Taxes = null, Period? Period = null, string? Group = null, LineKind Kind = LineKind.Item, IReadOnlyList<ChargeId>? Charges = null)
{
    private const int LongestDescription = 1_000;

    public Result<InvoiceLine> Read()
    {
        if (!PlainText.Note(Description, LongestDescription).TryGet(out var description, out _)) return TooLong;
        if (description.Length == 0) return Missing;
        return new InvoiceLine(description, Quantity ?? Billing.Quantity.One, UnitPrice, Discount, (Taxes ?? []).ToValueList(), Period, WriteInvoice.NullIfEmpty(PlainText.Line(Group, 100)), Kind, (Charges ?? []).ToValueList());
    }

    private static readonly Refusal Missing = new("description-missing", "A line says what it is for. Write a description.");
    private static readonly Refusal TooLong = new("description-too-long", $"A description has at most {LongestDescription} characters.");
}

/// <summary>What a draft's decision depends on besides the draft: the client, the settings, the charges.</summary>
/// <param name="Currency">The client's.</param>
/// <param name="TermsDays">The client's, or the organisation's.</param>
/// <param name="Rules">The organisation's.</param>
/// <param name="Treatment">The client's.</param>
/// <param name="TaxReason">Printed when there is no tax.</param>
/// <param name="ZeroAllowed">Whether an invoice may come to nothing.</param>
/// <param name="LineOf">The line that an open charge becomes.</param>
/// <param name="Closed">Why this client or one of the charges cannot be billed.</param>
internal sealed record DraftGround(
    Currency Currency, int TermsDays, TaxRules Rules, TaxTreatment Treatment, string? TaxReason, bool ZeroAllowed, Func<ChargeId, InvoiceLine?> LineOf, Refusal? Closed = null, BillingRunId? BillingRun = null, InvoiceId? Replaces = null, QuoteId? Quote = null, RecurringInvoiceId? Recurring = null, WantedBy? WantedBy = null);

/// <summary>The parts of a document as they were read.</summary>
internal sealed record WrittenContent(Currency Currency, ValueList<InvoiceLine> Lines, TaxRules Rules, Wording Wording);
