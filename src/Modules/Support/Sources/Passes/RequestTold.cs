using System.Globalization;
using Billing.EventStore;

namespace Billing.Support;

/// <summary>What a ticket says of a request, and what became of it.</summary>
/// <param name="Told">As a request; null: it cannot be one.</param>
/// <param name="IsHeld">It is closed and nobody says when: not billed until a person does.</param>
/// <param name="Warning">What somebody is to look at; null: nothing.</param>
/// <param name="Against">Why it cannot be taken; null: it can.</param>
internal sealed record RequestTold(RetellRequest? Told, bool IsHeld, string? Warning, (string Code, string Reason)? Against)
{
    /// <summary>Why a ticket is flagged that is closed and does not say when.</summary>
    public const string NoDay = "closed-without-a-day";

    /// <summary>Why a billed request is flagged whose ticket is gone, or in another mailbox.</summary>
    public const string GoneAfterBilling = "gone-after-billing", MovedAfterBilling = "moved-after-billing";

    private const string Type = "Ticket";

    private static readonly Dictionary<string, Urgency> Priorities = new() { ["normal"] = Urgency.Low, ["medium"] = Urgency.Medium, ["critical"] = Urgency.High };

    /// <summary>Works out what a ticket is here.</summary>
    /// <param name="client">Finds the client here of somebody outside; null: nobody said who they are.</param>
    public static RequestTold Of(FluentTicket ticket, SourceConnection connection, SupportTerms terms, Guid? client)
    {
        if (client is not { } whose) return new(null, false, null, ("client-unknown", $"Nobody said which client customer {ticket.Customer} of ticket {ticket.Shown} is. Say so in the connection."));
        var held = ticket is { IsClosed: true, Closed: null };
        var at = ticket is { IsClosed: true, Closed: { } closed } ? closed.At : ticket.Created.At;
        if (at.Year is < 2000 or >= 3000) return new(null, false, null, ("day-wrong", $"Ticket {ticket.Shown} is of the year {at.Year}, which cannot be."));
        List<string> warnings = [];
        var urgency = UrgencyOf(ticket.Priority, connection.Meanings, warnings);
        var category = CategoryOf(ticket.Product, connection.Meanings, terms, warnings);
        var hours = TicketHours.Of(urgency, ticket.Responses);
        var told = new RetellRequest(
            whose, DateOnly.FromDateTime(at), RequestTerms.Time(TimeOnly.FromDateTime(at)), Type, category, ticket.Description, urgency, hours.Value <= 0.25m ? Effort.Small : hours.Value <= 0.5m ? Effort.Medium : Effort.Large, hours,
            $"{connection.Address}/wp-admin/admin.php?page=fluent-support#/tickets/{ticket.Id.ToString(CultureInfo.InvariantCulture)}/view", !ticket.IsClosed || held);
        return new(told, held, warnings.Count > 0 ? string.Join(' ', warnings) : null, null);
    }

    /// <summary>A new request.</summary>
    public IEnumerable<SupportRequestEvent> Begin(RequestSource source, string outsideId)
    {
        yield return new RequestReported(
            Told!.ClientId, Told.ResolvedOn, Told.ResolvedAt, Told.Type, Told.Category, new PersonalText(Told.ClientId, Told.Description), Told.Urgency, Told.Effort, Told.Hours, source, Told.WebAddress, outsideId, Told.Open);
        if (IsHeld) yield return new RequestFlagged(NoDay);
    }

    /// <summary>One that is known.</summary>
    /// <param name="wasLost">Whether it was gone, or in another mailbox, when it was last looked for.</param>
    public Decision<SupportRequestEvent> Again(SupportRequest now, bool wasLost)
    {
        var decision = Told!.Decide(now);
        if (decision.Refusal is not null || now.Close is not null) return decision;
        List<SupportRequestEvent> happened = [.. decision.Events];
        if (wasLost && now.Status == RequestStatus.Archived && !now.Edited.HasFlag(RequestFields.Status)) happened.Add(new RequestRestored(ToldBy.Source));
        if (IsHeld && !now.Flagged.Contains(NoDay)) happened.Add(new RequestFlagged(NoDay));
        if (!IsHeld && now.Flag == NoDay) happened.Add(new RequestUnflagged());
        return happened;
    }

    /// <summary>One whose ticket the site was asked for and does not have, or has in another mailbox. What was billed stays, and somebody is to look.</summary>
    public static Decision<SupportRequestEvent> Lost(SupportRequest now, string reasonWhenBilled)
    {
        if (now.Close is not null) return now.Flagged.Contains(reasonWhenBilled) ? Decision.Nothing : new RequestFlagged(reasonWhenBilled);
        return now.Status != RequestStatus.Active || now.Edited.HasFlag(RequestFields.Status) ? Decision.Nothing : new RequestArchived(ToldBy.Source);
    }

    private static Urgency UrgencyOf(string word, SourceMeanings meanings, List<string> warnings)
    {
        if (meanings.Urgencies.FirstOrDefault(one => one.Outside == word) is { } meant) return meant.Urgency;
        if (Priorities.TryGetValue(word, out var urgency)) return urgency;
        if (word.Length > 0) warnings.Add($"Nobody said what the priority {PlainText.Quote(word)} means: taken as low.");
        return Urgency.Low;
    }

    private static string CategoryOf(string product, SourceMeanings meanings, SupportTerms terms, List<string> warnings)
    {
        if (product.Length == 0) return SupportTerms.GeneralCategory;
        var key = PlainText.Key(product);
        if (meanings.Categories.FirstOrDefault(one => PlainText.Key(one.Outside) == key) is { } meant && terms.Category(meant.Category) is not null) return meant.Category;
        if (terms.Categories.FirstOrDefault(one => PlainText.Key(one.Name) == key || PlainText.Key(one.Code) == key) is { } same) return same.Code;
        warnings.Add($"There is no category for the product {PlainText.Quote(product)}: taken as {SupportTerms.GeneralCategory}.");
        return SupportTerms.GeneralCategory;
    }
}

/// <summary>Requests in the diary: each event as fields, and back.</summary>
internal static class RequestDiary
{
    private const string Open = "open";

    /// <summary>The line of an event.</summary>
    public static PassLine Line(SupportRequestEvent happened, SupportRequest before, string outsideId, Guid target)
    {
        PassLine Changed(RequestFields field, string? became) => new(PassDid.Changed, OutsideKind.Request, outsideId, target, Words.Of(field), Value(before, field), became);
        PassLine About(PassDid what, string? said = null) => new(what, OutsideKind.Request, outsideId, target, Said: said);
        return happened switch
        {
            RequestReported => About(PassDid.Added),
            RequestGiven e => Changed(RequestFields.Client, e.ClientId.ToString()),
            RequestResolved e => Changed(RequestFields.Resolved, Day(e.ResolvedOn, e.ResolvedAt)),
            RequestReopened => Changed(RequestFields.Resolved, Open),
            RequestTyped e => Changed(RequestFields.Type, e.Type),
            RequestFiled e => Changed(RequestFields.Category, e.Category),
            RequestDescribed => Changed(RequestFields.Description, null),
            UrgencyJudged e => Changed(RequestFields.Urgency, Words.Of(e.Urgency)),
            EffortJudged e => Changed(RequestFields.Effort, Words.Of(e.Effort)),
            HoursEstimated e => Changed(RequestFields.Hours, e.Hours.ToString()),
            RequestLinked e => Changed(RequestFields.WebAddress, e.WebAddress),
            RequestFlagged { Reason: RequestTold.NoDay } => About(PassDid.Held, RequestTold.NoDay),
            RequestFlagged e => About(PassDid.Flagged, e.Reason),
            RequestUnflagged => About(PassDid.Restored, RequestTold.NoDay),
            RequestArchived => About(PassDid.PutAway),
            RequestRestored => About(PassDid.Restored),
            _ => throw new UnknownEventException(nameof(RequestDiary), happened),
        };
    }

    /// <summary>The lines of fields that a person said.</summary>
    public static IEnumerable<PassLine> LeftAlone(RetellRequest told, SupportRequest now, string outsideId, Guid target)
    {
        if (now.Close is not null) yield break;
        var left = told.LeftAlone(now);
        foreach (var field in Enum.GetValues<RequestFields>())
            if (field != RequestFields.None && left.HasFlag(field)) yield return new(PassDid.LeftAlone, OutsideKind.Request, outsideId, target, Words.Of(field), Value(now, field), Value(told, field));
    }

    /// <summary>What puts a changed field back, as a person's word; null where it is another by now, or cannot be told.</summary>
    public static SupportRequestEvent? Back(PassLine line, SupportRequest now)
    {
        if (line is not { What: PassDid.Changed, Field: { } word, Was: { } was } || Words.Read<RequestFields>(word) is var field && Value(now, field) != line.Became) return null;
        return Words.Read<RequestFields>(word) switch
        {
            RequestFields.Client => new RequestGiven(Guid.Parse(was), ToldBy.Person),
            RequestFields.Resolved when was == Open => new RequestReopened(ToldBy.Person),
            RequestFields.Resolved => DateTime.Parse(was, CultureInfo.InvariantCulture) is var at ? new RequestResolved(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at), ToldBy.Person) : null,
            RequestFields.Type => new RequestTyped(was, ToldBy.Person),
            RequestFields.Category => new RequestFiled(was, ToldBy.Person),
            RequestFields.Urgency => new UrgencyJudged(Words.Read<Urgency>(was), ToldBy.Person),
            RequestFields.Effort => new EffortJudged(Words.Read<Effort>(was), ToldBy.Person),
            RequestFields.Hours => new HoursEstimated(new(decimal.Parse(was, CultureInfo.InvariantCulture)), ToldBy.Person),
            RequestFields.WebAddress => new RequestLinked(was, ToldBy.Person),
            _ => null,
        };
    }

    private static string? Value(SupportRequest now, RequestFields field) => field switch
    {
        RequestFields.Client => now.ClientId.ToString(),
        RequestFields.Resolved => now.IsOpen ? Open : Day(now.ResolvedOn, now.ResolvedAt),
        RequestFields.Type => now.Type,
        RequestFields.Category => now.Category,
        RequestFields.Urgency => Words.Of(now.Urgency),
        RequestFields.Effort => Words.Of(now.Effort),
        RequestFields.Hours => now.Hours.ToString(),
        RequestFields.WebAddress => now.WebAddress,
        _ => null,
    };

    private static string? Value(RetellRequest told, RequestFields field) => field switch
    {
        RequestFields.Client => told.ClientId.ToString(),
        RequestFields.Resolved => told.Open ? Open : Day(told.ResolvedOn, told.ResolvedAt),
        RequestFields.Type => told.Type,
        RequestFields.Category => told.Category,
        RequestFields.Urgency => Words.Of(told.Urgency),
        RequestFields.Effort => Words.Of(told.Effort),
        RequestFields.Hours => told.Hours.ToString(),
        RequestFields.WebAddress => told.WebAddress,
        _ => null,
    };

    private static string Day(DateOnly day, TimeOnly time) => string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {time:HH:mm:ss}");
}
