using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>There is a project for a client.</summary>
/// <param name="ClientId">For whom.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Category">website, landing-page, migration, multi-form, basic-form, or one of your own.</param>
/// <param name="Price">What it costs, in the client's currency.</param>
/// <param name="CompletedOn">The day on which it was completed.</param>
/// <param name="Ready">Whether it may be invoiced.</param>
/// <param name="OutsideId">What the system that it came from calls it.</param>
internal sealed record PlanProject(Guid ClientId, string Name, string Category, Money Price, DateOnly? CompletedOn = null, bool Ready = false, string? OutsideId = null)
{
    /// <param name="currency">The client's.</param>
    public Decision<SupportProjectEvent> Decide(Currency currency)
    {
        if (!PlainText.Name(Name, "A project").TryGet(out var name, out var refused)) return refused;
        if (!ProjectTerms.ReadCategory(Category).TryGet(out var category, out refused)) return refused;
        if (!ProjectTerms.Price(Price, currency).TryGet(out var price, out refused)) return refused;
        var planned = new ProjectPlanned(ClientId, name, category, price, CompletedOn, RequestTerms.OutsideId(OutsideId));
        return Ready ? new SupportProjectEvent[] { planned, new ProjectReadied(ToldBy.Person) } : planned;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/support/projects", async (PlanProject command, Session session, IInvoicing invoicing, CommandEdge edge, Commands<SupportProject> projects, CancellationToken stop) =>
        {
            if (await invoicing.Client(session, command.ClientId, stop) is not { } client) return edge.Refused(ClientNo.Unknown);
            var id = session.NewId();
            return await projects.Start(id, _ => (command with { ClientId = client.Id }).Decide(client.Currency), now => ProjectCard.Of(new(id), now, null), $"/api/support/projects/{id}", stop);
        })
        .Produces<ProjectCard>(201).Requires(Permission.KeepSupport).WithSummary("Write down a project for a client");
}

/// <summary>A project is to be like this. What is left out stays as it is; what is said, the system that it came from does not say any more.</summary>
/// <param name="ClientId">Whose it is.</param>
/// <param name="Price">What it costs, in the client's currency.</param>
/// <param name="Ready">Whether it may be invoiced.</param>
internal sealed record AmendProject(Guid? ClientId = null, string? Name = null, string? Category = null, Money? Price = null, bool? Ready = null)
{
    /// <summary>The day on which it was completed; null: nobody knows one.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public Change<DateOnly> CompletedOn { get; init; }

    /// <param name="currency">The client's.</param>
    public Decision<SupportProjectEvent> Decide(SupportProject now, Currency currency)
    {
        List<SupportProjectEvent> happened = [];
        if (ClientId is { } client && client != now.ClientId) happened.Add(new ProjectGiven(client, ToldBy.Person));
        if (Name is not null)
        {
            if (!PlainText.Name(Name, "A project").TryGet(out var name, out var refused)) return refused;
            if (name != now.Name) happened.Add(new ProjectRenamed(name, ToldBy.Person));
        }
        if (Category is not null)
        {
            if (!ProjectTerms.ReadCategory(Category).TryGet(out var category, out var refused)) return refused;
            if (category != now.Category) happened.Add(new ProjectFiled(category, ToldBy.Person));
        }
        if (Price is not null || ClientId is not null)
        {
            if (!ProjectTerms.Price(Price ?? now.Price, currency).TryGet(out var price, out var refused)) return refused;
            if (price != now.Price) happened.Add(new ProjectPriced(price, ToldBy.Person));
        }
        DateOnly? on = CompletedOn.IsSaid ? CompletedOn.TryGet(out var day) ? day : null : now.CompletedOn;
        if (on != now.CompletedOn) happened.Add(new ProjectDated(on, ToldBy.Person));
        if (Ready is { } ready && ready != (now.Status == ProjectStatus.Ready)) happened.Add(ready ? new ProjectReadied(ToldBy.Person) : new ProjectHeldBack(ToldBy.Person));
        return now.IsBilled && happened.Count > 0 ? ProjectNo.Locked : happened;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPatch("/api/support/projects/{id}", async (ProjectId id, AmendProject command, Session session, IInvoicing invoicing, CommandEdge edge, Commands<SupportProject> projects, CancellationToken stop) =>
        {
            var before = await projects.Streams.Load(id.Value, stop);
            if (!before.Exists) return Problems.NotFound;
            if (await invoicing.Client(session, command.ClientId ?? before.State.ClientId, stop) is not { } client) return edge.Refused(ClientNo.Unknown);
            return await Decide(id, now => (command with { ClientId = command.ClientId is null ? null : client.Id }).Decide(now, client.Currency), session, invoicing, projects, stop);
        })
        .Produces<ProjectCard>().Requires(Permission.KeepSupport).WithSummary("Amend a project; what is left out stays as it is. One that was billed answers 409 with its invoice");

        app.MapPost("/api/support/projects/{id}/archive", (ProjectId id, Session session, IInvoicing invoicing, Commands<SupportProject> projects, CancellationToken stop) =>
            Decide(id, now => now.IsArchived ? Decision.Nothing : now.IsBilled ? ProjectNo.Locked : new ProjectArchived(ToldBy.Person), session, invoicing, projects, stop))
        .Produces<ProjectCard>().Requires(Permission.KeepSupport).WithSummary("Put a project away; it is not billed");

        app.MapPost("/api/support/projects/{id}/restore", (ProjectId id, Session session, IInvoicing invoicing, Commands<SupportProject> projects, CancellationToken stop) =>
            Decide(id, now => now.IsArchived ? new ProjectRestored() : Decision.Nothing, session, invoicing, projects, stop))
        .Produces<ProjectCard>().Requires(Permission.KeepSupport).WithSummary("Let a project count again");
    }

    private static async Task<IResult> Decide(ProjectId id, Func<SupportProject, Decision<SupportProjectEvent>> decide, Session session, IInvoicing invoicing, Commands<SupportProject> projects, CancellationToken stop)
    {
        var billed = await BilledClose.Of(session, invoicing, (await projects.Streams.Peek(id.Value, stop)).State.Close, stop);
        var came = await projects.Decide(id.Value, decide, now => ProjectCard.Of(id, now, now.State.Close == billed?.Close ? billed : null), stop);
        return came is not Problem { Code: ProjectNo.LockedCode } locked ? came : locked with
        {
            Status = 409,
            Detail = billed?.InvoiceNumber is { } number ? $"This project stands on invoice {number} and does not change any more. Correct it by a charge." : locked.Detail,
            Details = new Dictionary<string, object?> { ["close"] = billed?.Close, ["invoiceId"] = billed?.InvoiceId, ["invoiceNumber"] = billed?.InvoiceNumber },
        };
    }
}

/// <summary>A project as lists and its page show it.</summary>
/// <param name="CompletedOn">The day on which it was completed; null: nobody knows one.</param>
/// <param name="InvoiceNumber">Of the invoice that it stands on, here or elsewhere.</param>
/// <param name="Edited">The fields that a person said last.</param>
/// <param name="Billed">The close that it went into; null before. Then it is locked.</param>
internal sealed record ProjectCard(
    ProjectId Id, Guid ClientId, string Name, string Category, Money Price, DateOnly? CompletedOn, ProjectStatus Status, string? InvoiceNumber, string? OutsideId, bool Archived, IReadOnlyList<string> Edited, BilledClose? Billed, long Version)
{
    public static ProjectCard Of(ProjectId id, Versioned<SupportProject> project, BilledClose? billed) => Of(id, project.State, billed, project.Version);

    public static ProjectCard Of(ProjectId id, SupportProject now, BilledClose? billed, long version) => new(
        id, now.ClientId, now.Name, now.Category, now.Price, now.CompletedOn, now.Status, now.InvoiceNumber.Length > 0 ? now.InvoiceNumber : billed?.InvoiceNumber, now.OutsideId.Length > 0 ? now.OutsideId : null, now.IsArchived,
        [.. Enum.GetValues<ProjectFields>().Where(field => field != ProjectFields.None && now.Edited.HasFlag(field)).Select(Words.Of)], billed ?? (now.Close is { } close ? new BilledClose(close, null, null) : null), version);
}
