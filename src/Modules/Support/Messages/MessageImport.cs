using System.Text.Json.Serialization;
using Billing.EventStore;

namespace Billing.Support;

/// <summary>A taking-over of a file of messages.</summary>
[JsonConverter(typeof(TypedIdConverter<MessageImportId>))]
internal readonly record struct MessageImportId(Guid Value) : ITypedId<MessageImportId>
{
    public static MessageImportId From(Guid value) => new(value);

    public static bool TryParse(string? text, IFormatProvider? provider, out MessageImportId id) => TypedId.TryParse(text, out id);

    public override string ToString() => Value.ToString();
}

/// <summary>Something that happened to a taking-over of messages.</summary>
internal abstract record MessageImportEvent;

/// <summary>A file of messages was taken over. The requests that it brought carry its id as correlation.</summary>
/// <param name="FileName">The name of the file as it was sent.</param>
/// <param name="Accepted">Messages that became requests.</param>
/// <param name="Unchanged">Messages that had become requests before, and repeated ones.</param>
/// <param name="LeftOut">Messages that are none.</param>
/// <param name="Rejected">Lines that could not be read.</param>
[Event("support.messages_imported")]
internal sealed record MessagesImported(string FileName, int Accepted, int Unchanged, int LeftOut, int Rejected) : MessageImportEvent;

/// <summary>A file of requests was taken over, line by line as it tells them. They carry its id as correlation, too.</summary>
/// <param name="FileName">The name of the file as it was sent.</param>
/// <param name="Accepted">Lines that became requests.</param>
/// <param name="Unchanged">Lines that had become requests before, and repeated ones.</param>
/// <param name="Rejected">Lines that could not be taken.</param>
[Event("support.requests_imported")]
internal sealed record RequestsImported(string FileName, int Accepted, int Unchanged, int Rejected) : MessageImportEvent;

/// <summary>It was taken back, but for what people had changed or billed since.</summary>
/// <param name="Undone">Requests that are put away.</param>
/// <param name="Kept">Requests that stay as they are.</param>
[Event("support.message_import_undone")]
internal sealed record MessageImportUndone(int Undone, int Kept) : MessageImportEvent;

/// <summary>One taking-over of a file of messages or requests, as a whole undoable.</summary>
internal sealed record MessageImport(bool IsUndone) : IAggregate<MessageImport>
{
    public static string Alias => "support.message_import";

    public static MessageImport Initial { get; } = new(false);

    /// <summary>The correlation of everything an import writes.</summary>
    public static string Correlation(Guid id) => "support.message_import:" + id;

    public MessageImport Apply(object happened) => happened switch
    {
        MessagesImported or RequestsImported => this,
        MessageImportUndone => this with { IsUndone = true },
        _ => throw new UnknownEventException(nameof(MessageImport), happened),
    };
}
