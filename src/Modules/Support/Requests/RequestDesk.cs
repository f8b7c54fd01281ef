using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Support;

/// <summary>Commands on one request: what was billed answers 409 and names the invoice.</summary>
internal sealed class RequestDesk(Session session, IInvoicing invoicing, Streams<SupportTerms> terms, Commands<SupportRequest> requests)
{
    public async Task<IResult> Decide(RequestId id, Func<SupportRequest, SupportTerms, Decision<SupportRequestEvent>> decide, CancellationToken stop)
    {
        var agreed = (await terms.Peek(SupportTerms.Id, stop)).State;
        string? close = null;
        BilledClose? billed = null;
        if ((await requests.Streams.Peek(id.Value, stop)).State.Close is { } before) billed = await BilledClose.Of(session, invoicing, before, stop);
        var came = await requests.Decide<SupportRequestEvent>(id.Value, now =>
        {
            close = now.Close;
            return decide(now, agreed);
        }, now => RequestCard.Of(id, now, agreed, billed?.Close == now.State.Close ? billed : null), stop);
        return came is Problem { Code: RequestNo.LockedCode } locked ? Locked(locked, await BilledClose.Of(session, invoicing, close, stop)) : came;
    }

    /// <summary>Names the invoice that something stands on.</summary>
    public static Problem Locked(Problem refused, BilledClose? billed) => refused with
    {
        Status = 409,
        Detail = billed?.InvoiceNumber is { } number ? $"This request stands on invoice {number} and does not change any more. Correct it by a charge." : refused.Detail,
        Details = new Dictionary<string, object?> { ["close"] = billed?.Close, ["invoiceId"] = billed?.InvoiceId, ["invoiceNumber"] = billed?.InvoiceNumber },
    };
}
