namespace Billing.Documents;

/// <summary>A seller, a client, or a place.</summary>
/// <param name="Name">As on the envelope.</param>
/// <param name="Address">Line by line, the country last.</param>
public sealed record PaperParty(string Name, IReadOnlyList<string> Address)
{
    /// <summary>Mail, phone, web: line by line.</summary>
    public IReadOnlyList<string> Contact { get; init; } = [];

    /// <summary>The number given by the tax office.</summary>
    public string? TaxId { get; init; }

    /// <summary>Register, managing directors and the like: line by line.</summary>
    public IReadOnlyList<string> Registration { get; init; } = [];
}

/// <summary>A fact with its label, both in the client's language.</summary>
public sealed record PaperFact(string Label, string Value);

/// <summary>Lines under one heading.</summary>
/// <param name="Title">None where there is only one group.</param>
/// <param name="Lines">In their order.</param>
/// <param name="Subtotal">Their sum, where it is to be shown.</param>
public sealed record PaperGroup(string? Title, IReadOnlyList<PaperLine> Lines, Money? Subtotal = null);

/// <summary>One line of the table.</summary>
/// <param name="Description">May have several lines.</param>
/// <param name="Amount">What it comes to.</param>
public sealed record PaperLine(string Description, Money Amount)
{
    /// <summary>More about it, in smaller letters.</summary>
    public string? Detail { get; init; }

    /// <summary>How much of it; up to 12 decimals.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Of what: hours, pieces.</summary>
    public string? Unit { get; init; }

    /// <summary>In the document's currency; up to 12 decimals, finer than money.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>The rates of tax on it.</summary>
    public IReadOnlyList<Percentage> Taxes { get; init; } = [];

    /// <summary>The days it is for.</summary>
    public Period? Period { get; init; }
}

/// <summary>The sums of a document, as computed by whoever asks.</summary>
/// <param name="Subtotal">Of the lines.</param>
/// <param name="Total">What the document comes to.</param>
public sealed record PaperTotals(Money Subtotal, Money Total)
{
    /// <summary>Taken off the subtotal, as a positive amount.</summary>
    public Money? Discount { get; init; }

    /// <summary>What it is given for, or how much in percent.</summary>
    public string? DiscountLabel { get; init; }

    /// <summary>Tax by rate.</summary>
    public IReadOnlyList<PaperTax> Taxes { get; init; } = [];

    /// <summary>For sending it.</summary>
    public Money? Shipping { get; init; }

    /// <summary>Paid so far.</summary>
    public Money? Paid { get; init; }

    /// <summary>Taken back by credit notes so far.</summary>
    public Money? Credited { get; init; }

    /// <summary>What is left; none where nothing is due, as with a quote.</summary>
    public Money? AmountDue { get; init; }
}

/// <summary>The tax of one rate.</summary>
/// <param name="Rate">Its rate.</param>
/// <param name="Amount">The tax.</param>
/// <param name="Of">What it is on.</param>
/// <param name="IsIncluded">Whether the amounts contain it already.</param>
/// <param name="Label">Its name, such as VAT or GST; else the usual one of the language.</param>
public sealed record PaperTax(Percentage Rate, Money Amount, Money? Of = null, bool IsIncluded = false, string? Label = null);

/// <summary>Where to transfer money to.</summary>
/// <param name="Holder">Whose account it is.</param>
public sealed record PaperBank(string Holder)
{
    /// <summary>With or without spaces.</summary>
    public string? Iban { get; init; }

    /// <summary>The bank's code.</summary>
    public string? Bic { get; init; }

    /// <summary>The bank's name.</summary>
    public string? Bank { get; init; }

    /// <summary>Where there is no IBAN: account number, routing number and the like.</summary>
    public IReadOnlyList<PaperFact> More { get; init; } = [];

    /// <summary>What the client writes on the transfer; else the document's number.</summary>
    public string? Reference { get; init; }

    /// <summary>Whether a payment code is printed: only for euro, an IBAN, and something due.</summary>
    public bool WithCode { get; init; } = true;
}
