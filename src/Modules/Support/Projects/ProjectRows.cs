using Billing.EventStore;

namespace Billing.Support;

/// <summary>A project as lists and months read it.</summary>
internal sealed record ProjectRow(
    Guid Id, Guid ClientId, string Name, string Category, decimal Price, string Currency, DateOnly? CompletedOn, string OutsideId, string Status, Guid? InvoiceId, string InvoiceNumber, int Edited, string? Close, bool Archived, long Version);

internal sealed class ProjectRows : Projection<ProjectRow>
{
    public ProjectRows() : base("support.projects", new RowTable<ProjectRow>("support_projects"), Lifecycle.Inline, inlineStream: SupportProject.Alias)
    {
        CoversAll<SupportProjectEvent>();
        Uses<ProjectPlanned>((_, e, at) => new ProjectRow(at.StreamId, e.ClientId, e.Name, e.Category, e.Price.Amount, e.Price.Currency.Code, e.CompletedOn, e.OutsideId, Words.Of(ProjectStatus.NotReady), null, "", 0, null, false, at.Version));
        Uses<ProjectGiven>((row, e, at) => Edited(row! with { ClientId = e.ClientId }, e.By, ProjectFields.Client, at));
        Uses<ProjectRenamed>((row, e, at) => Edited(row! with { Name = e.Name }, e.By, ProjectFields.Name, at));
        Uses<ProjectFiled>((row, e, at) => Edited(row! with { Category = e.Category }, e.By, ProjectFields.Category, at));
        Uses<ProjectPriced>((row, e, at) => Edited(row! with { Price = e.Price.Amount, Currency = e.Price.Currency.Code }, e.By, ProjectFields.Price, at));
        Uses<ProjectDated>((row, e, at) => Edited(row! with { CompletedOn = e.CompletedOn }, e.By, ProjectFields.CompletedOn, at));
        Uses<ProjectReadied>((row, e, at) => Edited(row! with { Status = Words.Of(ProjectStatus.Ready) }, e.By, ProjectFields.Status, at));
        Uses<ProjectHeldBack>((row, e, at) => Edited(row! with { Status = Words.Of(ProjectStatus.NotReady) }, e.By, ProjectFields.Status, at));
        Uses<ProjectBilled>((row, e, at) => row! with { Close = e.Close, Version = at.Version });
        Uses<ProjectInvoiced>((row, e, at) => row! with { Status = Words.Of(ProjectStatus.Invoiced), InvoiceId = e.InvoiceId, InvoiceNumber = e.Number, Version = at.Version });
        Uses<ProjectPaid>((row, _, at) => row! with { Status = Words.Of(ProjectStatus.Paid), Version = at.Version });
        Uses<ProjectPutBack>((row, e, at) => row! with { Status = Words.Of(e.Status), Version = at.Version });
        Uses<ProjectArchived>((row, _, at) => row! with { Archived = true, Version = at.Version });
        Uses<ProjectRestored>((row, _, at) => row! with { Archived = false, Version = at.Version });
    }

    private static ProjectRow Edited(ProjectRow row, ToldBy by, ProjectFields field, StoredEvent at) => row with { Edited = by == ToldBy.Person ? row.Edited | (int)field : row.Edited, Version = at.Version };
}
