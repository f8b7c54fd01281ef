using System.Text.Json;

namespace Billing.Support;

/// <summary>A ticket of Fluent Support, as far as anybody here asks for it. Its hash opens it without a sign-in, and is never read.</summary>
/// <param name="Id">Its number there; it stays.</param>
/// <param name="Shown">As people there call it: <c>HL-1012</c>, or the number.</param>
/// <param name="Status"><c>new</c>, <c>active</c>, <c>closed</c>, or what a site adds.</param>
/// <param name="Created">When it came in.</param>
/// <param name="Changed">When it was changed last; tags do not count.</param>
/// <param name="Closed">When it was closed last; a reopened one may still have it.</param>
/// <param name="Mailbox">Where it came in.</param>
/// <param name="Title">Its subject.</param>
/// <param name="Text">What the customer wrote, without HTML.</param>
/// <param name="Priority">The agent's word.</param>
/// <param name="Responses">How many answers it has.</param>
/// <param name="Product">What it is about; empty for nothing.</param>
/// <param name="Customer">The customer's number there; null: it has none.</param>
/// <param name="CustomerEmail">Empty where none is told.</param>
internal sealed record FluentTicket(
    long Id, string Shown, string Status, SourceMoment Created, SourceMoment Changed, SourceMoment? Closed, long? Mailbox, string Title, string Text, string Priority, int Responses, string Product, long? Customer, string CustomerEmail)
{
    /// <summary>What the status of a ticket is that is billed.</summary>
    public const string ClosedStatus = "closed";

    private const int LongestText = 9_000; // the title stands before it
    private const int MostResponses = 100_000;

    /// <summary>Whether it counts as done. The status says so, and never the day, which a reopened ticket keeps.</summary>
    public bool IsClosed => Status == ClosedStatus;

    /// <summary>Its title and its text.</summary>
    public string Description => Text.Length == 0 ? Title : Title.Length == 0 || Text.StartsWith(Title, StringComparison.Ordinal) ? Text : $"{Title}\n\n{Text}";

    /// <summary>Reads a row of a list, or the ticket of a single answer.</summary>
    /// <param name="row">As the site tells it: numbers may be text, stamps of two kinds.</param>
    /// <param name="zone">Of the site.</param>
    /// <exception cref="BadRecord">It cannot be read.</exception>
    public static FluentTicket Read(JsonElement row, TimeZoneInfo zone)
    {
        if (row.ValueKind != JsonValueKind.Object) throw new BadRecord("not-a-record", "The row is no ticket.");
        var id = row.Whole("id") is { } number and > 0 ? number : throw new BadRecord("id-missing", "The ticket has no number.");
        var status = row.Line("status").ToLowerInvariant() is { Length: > 0 } said ? said : throw new BadRecord("status-missing", "The ticket has no status.");
        var created = Moment(row, "created_at", zone) ?? throw new BadRecord("stamp-missing", "The ticket does not say when it came in.");
        var responses = row.Whole("response_count") ?? 0;
        if (responses is < 0 or > MostResponses) throw new BadRecord("not-a-count", $"The ticket has {responses} answers, which cannot be.");
        return new FluentTicket(
            id, row.Line("display_ticket_number") is { Length: > 0 } shown ? shown : row.Line("ticket_number") is { Length: > 0 } known ? known : $"{id}", status, created, Moment(row, "updated_at", zone) ?? created, Moment(row, "resolved_at", zone),
            row.Whole("mailbox_id"), row.Line("title"), HtmlText.Of(row.Raw("content"), LongestText), row.Line("priority").ToLowerInvariant(), (int)responses, row.Part("product")?.Line("title") ?? "", row.Whole("customer_id"),
            row.Part("customer")?.Line("email") ?? "");
    }

    private static SourceMoment? Moment(JsonElement row, string name, TimeZoneInfo zone) => row.Line(name) is not { Length: > 0 } text || text.StartsWith("0000-00-00", StringComparison.Ordinal) ? null
        : SourceMoment.Read(text, zone) ?? throw new BadRecord("not-a-stamp", $"{PlainText.Quote(name)} is {PlainText.Quote(text)}, which is no time.");
}
