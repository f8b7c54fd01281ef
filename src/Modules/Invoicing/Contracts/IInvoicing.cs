using Billing.EventStore;

namespace Billing.Invoicing.Contracts;

/// <summary>What other modules may ask Invoicing.</summary>
public interface IInvoicing
{
    /// <summary>What became of facts that were told to cost money; those without a charge are missing. It can be asked together with what the module reads itself.</summary>
    /// <param name="module">The module that knows the facts.</param>
    /// <param name="kind">What kind of facts they are there.</param>
    /// <param name="facts">Their ids there.</param>
    Question<IReadOnlyDictionary<string, ChargedFact>> Charged(string module, string kind, IReadOnlyCollection<string> facts);

    /// <summary>How far the invoices are that a module wanted; those that nobody has looked at yet are missing.</summary>
    /// <param name="module">The module that wanted them.</param>
    /// <param name="references">What they are for there.</param>
    Question<IReadOnlyDictionary<string, WantedInvoiceAnswer>> Wanted(string module, IReadOnlyCollection<string> references);

    /// <summary>What an invoice asks for now; null when there is none.</summary>
    Task<AskedInvoice?> Invoice(Session session, Guid id, CancellationToken stop);

    /// <summary>The invoices that a module wanted, that are out and still ask a client for money, the oldest first; of a client that stays, those of its doubles, too.</summary>
    /// <param name="session">Of the organisation.</param>
    /// <param name="module">The module that wanted them.</param>
    /// <param name="client">Whom they ask.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<IReadOnlyList<InvoiceMoved>> Asking(Session session, string module, Guid client, CancellationToken stop);

    /// <summary>The clients that were merged, each with the one that stays.</summary>
    Task<IReadOnlyDictionary<Guid, Guid>> Merged(Session session, CancellationToken stop);

    /// <summary>A client; null when there is none. For one that was merged, the client that stays.</summary>
    Task<BilledClient?> Client(Session session, Guid id, CancellationToken stop);

    /// <summary>The clients that a search finds by whatever is known of them, at most a thousand; doubles are among them.</summary>
    /// <param name="session">Of the organisation.</param>
    /// <param name="search">As typed.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<IReadOnlyList<Guid>> ClientsFound(Session session, string search, CancellationToken stop);

    /// <summary>Who reads a client's mails; null when there is no such client, or nobody reads them. For one that was merged, of the client that stays.</summary>
    Task<ClientReaders?> Readers(Session session, Guid id, CancellationToken stop);

    /// <summary>Adds a client if, and only if, the work commits.</summary>
    /// <param name="work">What it belongs to.</param>
    /// <param name="id">Its id from then on; nobody has it yet.</param>
    /// <param name="client">Who it is.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Why it cannot be, or null.</returns>
    Task<Refusal?> Add(Work work, Guid id, NewClient client, CancellationToken stop);

    /// <summary>What lines would come to on an invoice with the taxes as they are now; nothing is written.</summary>
    /// <param name="session">Of the organisation.</param>
    /// <param name="client">Whom it would ask; null for somebody who is no client yet, and is taxed as usual.</param>
    /// <param name="currency">Of every line.</param>
    /// <param name="lines">What it would ask for.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<InvoiceSum> Sum(Session session, Guid? client, Currency currency, IReadOnlyList<SummedLine> lines, CancellationToken stop);

    /// <summary>What one unit of a currency was worth in another, by the latest rate of that day or one before it that somebody entered.</summary>
    /// <param name="session">Of the organisation.</param>
    /// <param name="from">Of one unit.</param>
    /// <param name="to">What it is worth is in this one.</param>
    /// <param name="on">The day.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>The rate, or <c>no-exchange-rate</c>.</returns>
    Task<Result<DatedRate>> Rate(Session session, Currency from, Currency to, DateOnly on, CancellationToken stop);
}

/// <summary>What one unit of a currency was worth in another one.</summary>
/// <param name="Rate">What one unit of <paramref name="From"/> was worth in <paramref name="To"/>.</param>
/// <param name="On">The day it is from.</param>
/// <param name="Source">Where it was read, in somebody's words.</param>
public sealed record DatedRate(Currency From, Currency To, UnitPrice Rate, DateOnly On, string Source);

/// <summary>How far the charge of a fact is.</summary>
public enum ChargedState
{
    /// <summary>To be invoiced.</summary>
    Open,

    /// <summary>It stands on an invoice, be it a draft.</summary>
    Invoiced,

    /// <summary>It was taken back.</summary>
    Withdrawn,
}

/// <summary>What became of a fact that costs money.</summary>
/// <param name="ChargeId">Its charge.</param>
/// <param name="ClientId">Who owes it; for a merged client the one that stays.</param>
/// <param name="State">How far it is.</param>
/// <param name="Amount">What was charged for the fact in all, with what corrects it.</param>
/// <param name="Revision">How often the fact had changed when something was last told about it.</param>
/// <param name="InvoiceId">The invoice it stands on, be it a draft.</param>
/// <param name="InvoiceNumber">That invoice's number; null for a draft.</param>
public sealed record ChargedFact(Guid ChargeId, Guid ClientId, ChargedState State, Money Amount, long Revision, Guid? InvoiceId, string? InvoiceNumber);

/// <summary>How far a wanted invoice is.</summary>
public enum WantedInvoiceState
{
    /// <summary>It is being made.</summary>
    Wanted,

    /// <summary>It is there.</summary>
    Made,

    /// <summary>It comes to nothing, or less: its charges go along on the next of its series.</summary>
    Carried,

    /// <summary>It could not be made; it waits for somebody to try again.</summary>
    Parked,
}

/// <summary>What became of a wanted invoice.</summary>
/// <param name="State">How far it is.</param>
/// <param name="InvoiceId">The invoice, be it a draft; null when there is none.</param>
/// <param name="InvoiceNumber">Its number; null for a draft.</param>
/// <param name="Code">Why it is parked; null when it is not.</param>
/// <param name="Sentence">What to do about that, for people.</param>
public sealed record WantedInvoiceAnswer(WantedInvoiceState State, Guid? InvoiceId, string? InvoiceNumber, string? Code, string? Sentence);

/// <summary>A client as other modules see it.</summary>
/// <param name="Id">Its id; of the client that stays, where the one asked for was a double.</param>
/// <param name="Name">As on invoices.</param>
/// <param name="Currency">What it is billed in.</param>
/// <param name="IsActive">Whether it can be billed.</param>
public sealed record BilledClient(Guid Id, string Name, Currency Currency, bool IsActive)
{
    /// <summary>Two letters; null: the organisation's.</summary>
    public string? Language { get; init; }
}

/// <summary>Somebody who is to be billed from now on.</summary>
/// <param name="Name">As it stands on invoices.</param>
/// <param name="Email">Where its invoices are sent.</param>
/// <param name="Currency">What it is billed in.</param>
/// <param name="Language">Two letters; null: the organisation's.</param>
/// <param name="TaxId">Such as a VAT number; null for none.</param>
/// <param name="Address">Where it is billed.</param>
public sealed record NewClient(string Name, string Email, Currency Currency, string? Language, string? TaxId, NewAddress Address)
{
    /// <summary>Nothing of it: a record's text ends up in logs.</summary>
    public override string ToString() => nameof(NewClient);
}

/// <summary>Where somebody is billed; every part may be missing.</summary>
/// <param name="Line1">Street and number, or a post box.</param>
/// <param name="Line2">What stands beside the street.</param>
/// <param name="City">The town.</param>
/// <param name="State">State, province, county.</param>
/// <param name="PostalCode">As that country writes it.</param>
/// <param name="Country">Two letters of ISO 3166.</param>
public sealed record NewAddress(string? Line1, string? Line2, string? City, string? State, string? PostalCode, string? Country)
{
    /// <summary>Nothing of it: a record's text ends up in logs.</summary>
    public override string ToString() => nameof(NewAddress);
}

/// <summary>A line that an invoice would have.</summary>
/// <param name="Quantity">How many.</param>
/// <param name="UnitPrice">What one costs; below nothing for a credit.</param>
/// <param name="TaxCategory">One of Invoicing's settings; null: the first.</param>
public sealed record SummedLine(Quantity Quantity, UnitPrice UnitPrice, string? TaxCategory);

/// <summary>What an invoice would come to.</summary>
/// <param name="Subtotal">All lines.</param>
/// <param name="Taxes">What lies on them; none where nothing does.</param>
/// <param name="TaxIncluded">Whether prices contain the taxes; else they come on top.</param>
/// <param name="Total">What would be asked for.</param>
public sealed record InvoiceSum(Money Subtotal, IReadOnlyList<SummedTax> Taxes, bool TaxIncluded, Money Total);

/// <summary>What a tax would come to.</summary>
/// <param name="Name">As printed, such as VAT.</param>
/// <param name="Rate">Of the price without tax.</param>
/// <param name="Amount">What would be owed.</param>
public sealed record SummedTax(string Name, Percentage Rate, Money Amount);

/// <summary>Where an invoice stands that other modules look at.</summary>
public enum AskedState
{
    /// <summary>It is being written, or was dropped: nothing is asked for.</summary>
    Draft,

    /// <summary>It is out.</summary>
    Issued,

    /// <summary>It counts no more.</summary>
    Voided,

    /// <summary>Nobody expects it to be paid; it still can be.</summary>
    GivenUp,
}

/// <summary>What an invoice asks for.</summary>
/// <param name="Id">The invoice.</param>
/// <param name="Number">As printed; null for a draft.</param>
/// <param name="ClientId">Who owes it; for a merged client the one that stays.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Outstanding">What is still to come; nothing for a draft and for a voided one.</param>
/// <param name="Payments">The references of the payments that pay it, be it in part.</param>
public sealed record AskedInvoice(Guid Id, string? Number, Guid ClientId, AskedState State, Money Outstanding, ValueList<string> Payments);

/// <summary>Who reads the mails to a client.</summary>
/// <param name="To">At least one address.</param>
/// <param name="Cc">Who gets a copy.</param>
/// <param name="Language">Two letters; null: the organisation's.</param>
public sealed record ClientReaders(IReadOnlyList<string> To, IReadOnlyList<string> Cc, string? Language);
