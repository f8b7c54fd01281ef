using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>One of a client's addresses from which a mail came back, and nobody has said since that it is right.</summary>
/// <param name="Reader">The address.</param>
/// <param name="Reason">Why, in the words of a mail server; null when it gave none.</param>
/// <param name="On">The day that was told, where the organisation is.</param>
/// <param name="InvoiceId">What the mail was about; null when it was a quote.</param>
/// <param name="QuoteId">What the mail was about; null when it was an invoice.</param>
internal sealed record BouncedReader(string Reader, string? Reason, DateOnly On, InvoiceId? InvoiceId, QuoteId? QuoteId)
{
    /// <summary>With what came back now, the latest of each address.</summary>
    public static ValueList<BouncedReader> With(IEnumerable<BouncedReader> known, ClientReaderBounced e) =>
        e.Reader.IsErased ? [.. known] : [.. Without(known, e.Reader), new BouncedReader(e.Reader.Shown, string.IsNullOrEmpty(e.Reason.Text) ? null : e.Reason.Text, e.On, e.InvoiceId, e.QuoteId)];

    /// <summary>Without an address.</summary>
    public static ValueList<BouncedReader> Without(IEnumerable<BouncedReader> known, PersonalText reader) => [.. known.Where(one => !Same(one.Reader, reader.Text))];

    /// <summary>Those that are still named.</summary>
    public static ValueList<BouncedReader> Among(IEnumerable<BouncedReader> known, ClientReadersNamed e) => [.. known.Where(one => e.To.Concat(e.Cc).Any(named => Same(one.Reader, named.Text)))];

    /// <summary>A mail came back from a client: noted where the address is one of theirs. Of one that was replaced since, nobody needs to hear.</summary>
    /// <param name="id">The client.</param>
    /// <param name="mail">The mail, after it came back.</param>
    /// <param name="reader">From whom.</param>
    /// <param name="on">Today, where the organisation is.</param>
    public static Decision<ClientEvent> Note(Client client, ClientId id, SendingId sending, Sending mail, PersonalText reader, DateOnly on)
    {
        if (!client.Reads(reader.Text)) return Decision.Nothing;
        return new ClientReaderBounced(
            new(id.Value, reader.Text), new(id.Value, mail.BounceReason?.Text ?? ""), sending, on, mail.InvoiceId == default ? null : mail.InvoiceId, mail.QuoteId == default ? null : mail.QuoteId);
    }

    private static bool Same(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
