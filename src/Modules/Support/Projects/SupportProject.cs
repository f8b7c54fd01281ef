using Billing.EventStore;

namespace Billing.Support;

/// <summary>Something that happened to a project.</summary>
internal abstract record SupportProjectEvent;

/// <summary>There is a project for a client.</summary>
/// <param name="ClientId">For whom.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Category">Of which category, by code.</param>
/// <param name="Price">What it costs.</param>
/// <param name="CompletedOn">The day on which it was completed; missing: nobody knows one yet.</param>
/// <param name="OutsideId">What the system that it came from calls it; empty for none.</param>
[Event("support.project_planned"), Announced]
internal sealed record ProjectPlanned(Guid ClientId, string Name, string Category, Money Price, DateOnly? CompletedOn, string OutsideId) : SupportProjectEvent;

/// <summary>It is another client's.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="By">Who says so.</param>
[Event("support.project_given")]
internal sealed record ProjectGiven(Guid ClientId, ToldBy By) : SupportProjectEvent;

/// <summary>It is called otherwise.</summary>
/// <param name="Name">As people call it from now on.</param>
/// <param name="By">Who says so.</param>
[Event("support.project_renamed")]
internal sealed record ProjectRenamed(string Name, ToldBy By) : SupportProjectEvent;

/// <summary>It belongs to another category.</summary>
/// <param name="Category">By its code.</param>
/// <param name="By">Who says so.</param>
[Event("support.project_filed")]
internal sealed record ProjectFiled(string Category, ToldBy By) : SupportProjectEvent;

/// <summary>It costs something else.</summary>
/// <param name="Price">How much.</param>
/// <param name="By">Who says so.</param>
[Event("support.project_priced")]
internal sealed record ProjectPriced(Money Price, ToldBy By) : SupportProjectEvent;

/// <summary>It was completed on a day, or that day is not known after all.</summary>
/// <param name="CompletedOn">The day; missing: nobody knows one.</param>
/// <param name="By">Who says so.</param>
[Event("support.project_dated")]
internal sealed record ProjectDated(DateOnly? CompletedOn, ToldBy By) : SupportProjectEvent;

/// <summary>It may be invoiced.</summary>
/// <param name="By">Who says so.</param>
[Event("support.project_readied"), Announced]
internal sealed record ProjectReadied(ToldBy By) : SupportProjectEvent;

/// <summary>It may not be invoiced yet, after all.</summary>
/// <param name="By">Who says so.</param>
[Event("support.project_held_back")]
internal sealed record ProjectHeldBack(ToldBy By) : SupportProjectEvent;

/// <summary>It went into the close of a month; from now on it does not change.</summary>
/// <param name="Close">What the invoice of that close is wanted under.</param>
[Event("support.project_billed")]
internal sealed record ProjectBilled(string Close) : SupportProjectEvent;

/// <summary>The invoice that it stands on was issued, here or elsewhere.</summary>
/// <param name="InvoiceId">The invoice here; missing for one that was issued elsewhere.</param>
/// <param name="Number">As printed on it; empty where nobody knows.</param>
[Event("support.project_invoiced"), Announced]
internal sealed record ProjectInvoiced(Guid? InvoiceId, string Number) : SupportProjectEvent;

/// <summary>The invoice that it stands on is paid.</summary>
[Event("support.project_paid"), Announced]
internal sealed record ProjectPaid : SupportProjectEvent;

/// <summary>The invoice that it stood on counts no more, or is not paid after all.</summary>
/// <param name="Status">How far it is now.</param>
[Event("support.project_put_back")]
internal sealed record ProjectPutBack(ProjectStatus Status) : SupportProjectEvent;

/// <summary>It is put away and not billed.</summary>
/// <param name="By">Who says so; missing: it was not written down.</param>
[Event("support.project_archived")]
internal sealed record ProjectArchived(ToldBy? By = null) : SupportProjectEvent;

/// <summary>It counts again.</summary>
[Event("support.project_restored")]
internal sealed record ProjectRestored : SupportProjectEvent;

/// <summary>How far a project is.</summary>
internal enum ProjectStatus
{
    /// <summary>It may not be invoiced yet.</summary>
    NotReady,

    /// <summary>It may be invoiced.</summary>
    Ready,

    /// <summary>It stands on an invoice that was issued.</summary>
    Invoiced,

    /// <summary>That invoice is paid.</summary>
    Paid,
}

/// <summary>The fields of a project that both a person and the system it came from may say.</summary>
[Flags]
internal enum ProjectFields
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The client.</summary>
    Client = 1,

    /// <summary>Its name.</summary>
    Name = 2,

    /// <summary>Its category.</summary>
    Category = 4,

    /// <summary>What it costs.</summary>
    Price = 8,

    /// <summary>When it was completed.</summary>
    CompletedOn = 16,

    /// <summary>Whether it may be invoiced.</summary>
    Status = 32,
}

/// <summary>A piece of work at a price of its own.</summary>
/// <param name="Edited">What a person said last.</param>
/// <param name="Close">The close of a month that it went into; null before.</param>
internal sealed record SupportProject(
    Guid ClientId, string Name, string Category, Money Price, DateOnly? CompletedOn, string OutsideId, ProjectStatus Status, Guid? InvoiceId, string InvoiceNumber, ProjectFields Edited, string? Close, bool IsArchived) : IAggregate<SupportProject>
{
    public static string Alias => "support.project";

    public static SupportProject Initial { get; } = new(default, "", "", default, null, "", ProjectStatus.NotReady, null, "", ProjectFields.None, null, false);

    /// <summary>Who put it away; null: nobody, or it was not written down who.</summary>
    public ToldBy? ArchivedBy { get; init; }

    /// <summary>Whether it stands on an invoice, or is about to.</summary>
    public bool IsBilled => Close is not null || Status is ProjectStatus.Invoiced or ProjectStatus.Paid;

    public SupportProject Apply(object happened) => happened switch
    {
        ProjectPlanned e => this with { ClientId = e.ClientId, Name = e.Name, Category = e.Category, Price = e.Price, CompletedOn = e.CompletedOn, OutsideId = e.OutsideId },
        ProjectGiven e => this with { ClientId = e.ClientId, Edited = By(e.By, ProjectFields.Client) },
        ProjectRenamed e => this with { Name = e.Name, Edited = By(e.By, ProjectFields.Name) },
        ProjectFiled e => this with { Category = e.Category, Edited = By(e.By, ProjectFields.Category) },
        ProjectPriced e => this with { Price = e.Price, Edited = By(e.By, ProjectFields.Price) },
        ProjectDated e => this with { CompletedOn = e.CompletedOn, Edited = By(e.By, ProjectFields.CompletedOn) },
        ProjectReadied e => this with { Status = ProjectStatus.Ready, Edited = By(e.By, ProjectFields.Status) },
        ProjectHeldBack e => this with { Status = ProjectStatus.NotReady, Edited = By(e.By, ProjectFields.Status) },
        ProjectBilled e => this with { Close = e.Close },
        ProjectInvoiced e => this with { Status = ProjectStatus.Invoiced, InvoiceId = e.InvoiceId, InvoiceNumber = e.Number },
        ProjectPaid => this with { Status = ProjectStatus.Paid },
        ProjectPutBack e => this with { Status = e.Status },
        ProjectArchived e => this with { IsArchived = true, ArchivedBy = e.By },
        ProjectRestored => this with { IsArchived = false, ArchivedBy = null },
        _ => throw new UnknownEventException(nameof(SupportProject), happened),
    };

    private ProjectFields By(ToldBy by, ProjectFields field) => by == ToldBy.Person ? Edited | field : Edited;
}
