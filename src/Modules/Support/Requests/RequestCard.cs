using Billing.EventStore;
using Billing.Invoicing.Contracts;

namespace Billing.Support;

/// <summary>A request as lists and its page show it.</summary>
/// <param name="ResolvedOn">The day on which it was resolved, in the organisation's zone; of an open one, on which it came in.</param>
/// <param name="ResolvedAt">The time of that day.</param>
/// <param name="Charged">Whether its hours are billed: it counts, is resolved, and its category is charged.</param>
/// <param name="Flag">Why somebody is to look at it; empty where a person said so; null: nobody is.</param>
/// <param name="Edited">The fields that a person said last; the system that it came from leaves them alone.</param>
/// <param name="Billed">The close that it went into; null before. Then it is locked.</param>
internal sealed record RequestCard(
    RequestId Id, Guid ClientId, DateOnly ResolvedOn, TimeOnly ResolvedAt, string Type, string Category, string Description, Urgency Urgency, Effort Effort, Quantity Hours, RequestSource Source, string? WebAddress, string? OutsideId,
    bool Open, RequestStatus Status, bool Charged, string? Flag, IReadOnlyList<string> Edited, BilledClose? Billed, long Version)
{
    public static RequestCard Of(RequestId id, Versioned<SupportRequest> request, SupportTerms terms, BilledClose? billed) => Of(id, request.State, terms, billed, request.Version);

    public static RequestCard Of(RequestId id, SupportRequest now, SupportTerms terms, BilledClose? billed, long version) => new(
        id, now.ClientId, now.ResolvedOn, now.ResolvedAt, now.Type, now.Category, now.Description.Shown, now.Urgency, now.Effort, now.Hours, now.Source, now.WebAddress.Length > 0 ? now.WebAddress : null, now.OutsideId.Length > 0 ? now.OutsideId : null,
        now.IsOpen, now.Status, now is { IsOpen: false, Status: RequestStatus.Active } && terms.Category(now.Category) is { Charged: true }, now.Flag,
        [.. Enum.GetValues<RequestFields>().Where(field => field != RequestFields.None && now.Edited.HasFlag(field)).Select(Words.Of)], billed ?? (now.Close is { } close ? new BilledClose(close, null, null) : null), version);
}

/// <summary>The close that something went into, and the invoice it made.</summary>
/// <param name="Close">What its invoice was wanted under.</param>
/// <param name="InvoiceId">The invoice, be it a draft; null while it is made, or where it came to nothing.</param>
/// <param name="InvoiceNumber">Its number; null for a draft.</param>
internal sealed record BilledClose(string Close, Guid? InvoiceId, string? InvoiceNumber)
{
    /// <summary>What became of closes.</summary>
    public static async Task<IReadOnlyDictionary<string, BilledClose>> Of(Session session, IInvoicing invoicing, IEnumerable<string?> closes, CancellationToken stop)
    {
        string[] wanted = [.. closes.OfType<string>().Distinct()];
        if (wanted.Length == 0) return new Dictionary<string, BilledClose>();
        var made = await session.Read(invoicing.Wanted(SupportFact.Module, wanted), stop);
        return wanted.ToDictionary(close => close, close => made.TryGetValue(close, out var one) ? new BilledClose(close, one.InvoiceId, one.InvoiceNumber) : new BilledClose(close, null, null));
    }

    /// <summary>What became of one.</summary>
    public static async Task<BilledClose?> Of(Session session, IInvoicing invoicing, string? close, CancellationToken stop) => close is null ? null : (await Of(session, invoicing, [close], stop))[close];
}

/// <summary>How Invoicing names where charges of support come from.</summary>
internal static class SupportFact
{
    /// <summary>This module.</summary>
    public const string Module = "support";

    /// <summary>A line of a closed month.</summary>
    public const string Kind = "month_line";
}
