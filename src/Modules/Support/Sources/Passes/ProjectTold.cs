using System.Globalization;
using Billing.EventStore;

namespace Billing.Support;

/// <summary>What a record of a CRM says of a project now.</summary>
internal sealed record ProjectTold(Guid ClientId, string Name, string Category, Money Price, DateOnly? CompletedOn, ProjectStatus Status, string InvoiceNumber)
{
    /// <summary>A new project.</summary>
    public IEnumerable<SupportProjectEvent> Begin(string outsideId) => [new ProjectPlanned(ClientId, Name, Category, Price, CompletedOn, outsideId), .. To(SupportProject.Initial)];

    /// <summary>Takes over what differs. What a person said and put away stays so, field by field; one that went into a close here stays whole.</summary>
    /// <param name="wasLost">Whether it was in the bin there when it was last looked at.</param>
    public Decision<SupportProjectEvent> Again(SupportProject now, bool wasLost)
    {
        if (IsBilledHere(now)) return Decision.Nothing;
        var happened = Differences(now).Where(one => !now.Edited.HasFlag(one.Field)).SelectMany(one => one.Happened).ToList();
        if (wasLost && now.IsArchived && now.ArchivedBy != ToldBy.Person) happened.Add(new ProjectRestored());
        return happened;
    }

    /// <summary>Lines of what stays: fields that a person said, and that all stays of one that is billed.</summary>
    public IEnumerable<PassLine> LeftAlone(SupportProject now, string outsideId, Guid target)
    {
        foreach (var (field, happened) in Differences(now))
            if (IsBilledHere(now) || now.Edited.HasFlag(field))
                yield return new(PassDid.LeftAlone, OutsideKind.Project, outsideId, target, Words.Of(field), Value(now, field), ProjectDiary.Value(happened.Aggregate(now, (state, one) => state.Apply(one)), field), IsBilledHere(now) ? "billed" : null);
    }

    private static bool IsBilledHere(SupportProject now) => now.Close is not null || now.InvoiceId is not null;

    private static string? Value(SupportProject now, ProjectFields field) => ProjectDiary.Value(now, field);

    private IEnumerable<(ProjectFields Field, IReadOnlyList<SupportProjectEvent> Happened)> Differences(SupportProject now)
    {
        if (ClientId != now.ClientId) yield return (ProjectFields.Client, [new ProjectGiven(ClientId, ToldBy.Source)]);
        if (Name != now.Name) yield return (ProjectFields.Name, [new ProjectRenamed(Name, ToldBy.Source)]);
        if (Category != now.Category) yield return (ProjectFields.Category, [new ProjectFiled(Category, ToldBy.Source)]);
        if (Price != now.Price) yield return (ProjectFields.Price, [new ProjectPriced(Price, ToldBy.Source)]);
        if (CompletedOn != now.CompletedOn) yield return (ProjectFields.CompletedOn, [new ProjectDated(CompletedOn, ToldBy.Source)]);
        if (To(now) is { Count: > 0 } further) yield return (ProjectFields.Status, further);
    }

    /// <summary>How it comes from its status to the one that is told.</summary>
    private List<SupportProjectEvent> To(SupportProject now)
    {
        var isOut = now.Status is ProjectStatus.Invoiced or ProjectStatus.Paid;
        return Status switch
        {
            ProjectStatus.Ready => isOut ? [new ProjectPutBack(ProjectStatus.Ready)] : now.Status == ProjectStatus.Ready ? [] : [new ProjectReadied(ToldBy.Source)],
            ProjectStatus.NotReady => isOut ? [new ProjectPutBack(ProjectStatus.NotReady)] : now.Status == ProjectStatus.NotReady ? [] : [new ProjectHeldBack(ToldBy.Source)],
            ProjectStatus.Invoiced when now.Status == ProjectStatus.Paid => [new ProjectPutBack(ProjectStatus.Invoiced)],
            ProjectStatus.Invoiced => isOut && now.InvoiceNumber == InvoiceNumber ? [] : [new ProjectInvoiced(null, InvoiceNumber)],
            _ => now.Status == ProjectStatus.Paid ? [] : isOut ? [new ProjectPaid()] : [new ProjectInvoiced(null, InvoiceNumber), new ProjectPaid()],
        };
    }

    /// <summary>A status as the CRM spells it; null where it is none of the four.</summary>
    public static ProjectStatus? StatusOf(string told) => told switch { "NOT_READY" => ProjectStatus.NotReady, "READY" => ProjectStatus.Ready, "INVOICED" => ProjectStatus.Invoiced, "PAID" => ProjectStatus.Paid, _ => null };
}

/// <summary>Projects in the diary: each event as fields, and back.</summary>
internal static class ProjectDiary
{
    /// <summary>The line of an event.</summary>
    public static PassLine Line(SupportProjectEvent happened, SupportProject before, string outsideId, Guid target)
    {
        PassLine Changed(ProjectFields field) => new(PassDid.Changed, OutsideKind.Project, outsideId, target, Words.Of(field), Value(before, field), Value(before.Apply(happened), field));
        PassLine About(PassDid what) => new(what, OutsideKind.Project, outsideId, target);
        return happened switch
        {
            ProjectPlanned => About(PassDid.Added),
            ProjectGiven => Changed(ProjectFields.Client),
            ProjectRenamed => Changed(ProjectFields.Name),
            ProjectFiled => Changed(ProjectFields.Category),
            ProjectPriced => Changed(ProjectFields.Price),
            ProjectDated => Changed(ProjectFields.CompletedOn),
            ProjectArchived => About(PassDid.PutAway),
            ProjectRestored => About(PassDid.Restored),
            _ => Changed(ProjectFields.Status),
        };
    }

    /// <summary>What puts a changed field back, as a person's word; null where it is another by now, or is not for a person to say.</summary>
    public static SupportProjectEvent? Back(PassLine line, SupportProject now)
    {
        if (line is not { What: PassDid.Changed, Field: { } word } || Words.Read<ProjectFields>(word) is var field && Value(now, field) != line.Became) return null;
        return Words.Read<ProjectFields>(word) switch
        {
            ProjectFields.Client => new ProjectGiven(Guid.Parse(line.Was!), ToldBy.Person),
            ProjectFields.Name => new ProjectRenamed(line.Was!, ToldBy.Person),
            ProjectFields.Category => new ProjectFiled(line.Was!, ToldBy.Person),
            ProjectFields.Price when line.Was!.Split(' ') is [var amount, var currency] => new ProjectPriced(new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), Currency.Parse(currency)), ToldBy.Person),
            ProjectFields.CompletedOn => new ProjectDated(line.Was is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null, ToldBy.Person),
            ProjectFields.Status when now.Status is ProjectStatus.Ready && line.Was == Words.Of(ProjectStatus.NotReady) => new ProjectHeldBack(ToldBy.Person),
            ProjectFields.Status when now.Status is ProjectStatus.NotReady && line.Was == Words.Of(ProjectStatus.Ready) => new ProjectReadied(ToldBy.Person),
            _ => null,
        };
    }

    /// <summary>A field as text; null for a day that nobody knows.</summary>
    public static string? Value(SupportProject now, ProjectFields field) => field switch
    {
        ProjectFields.Client => now.ClientId.ToString(),
        ProjectFields.Name => now.Name,
        ProjectFields.Category => now.Category,
        ProjectFields.Price => now.Price == default ? null : now.Price.ToString(),
        ProjectFields.CompletedOn => now.CompletedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ProjectFields.Status => Words.Of(now.Status),
        _ => null,
    };
}
