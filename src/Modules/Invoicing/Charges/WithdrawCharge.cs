using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Nothing is owed for a charge after all. One that was invoiced stays there, and a charge over the opposite amount makes up for it.</summary>
/// <param name="Reason">For those who look it up later.</param>
internal sealed record WithdrawCharge(string Reason)
{
    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/charges/{id}/withdraw", async (ChargeId id, WithdrawCharge command, Session session, Organisation here, CommandEdge edge, CancellationToken stop) =>
        {
            if (!OneLine.Read(command.Reason, "A reason", 500).TryGet(out var reason, out var unreadable)) return edge.Refused(unreadable);
            if (reason.Length == 0) return edge.Refused(No.ReasonMissing);
            for (var attempt = 1; ; attempt++)
            {
                var work = session.Begin();
                var before = await work.Load<Charge>(id.Value, stop, fresh: true);
                if (!before.Exists || await ListCharges.One(session, id, stop) is not { } card) return Problems.NotFound;
                if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict(card);
                if (before.State.Corrects is not null) return edge.Refused(No.Corrects);
                if (await work.Withdraw(id, reason, null, LocalDay.Of(work.At, here.TimeZone), stop) is { } refused) return edge.Refused(refused);
                var after = await work.Load<Charge>(id.Value, stop);
                var answer = Answer.Of(card with { State = after.State.State, Corrected = after.State.Corrected, WithdrawnBecause = after.State.WithdrawnBecause, Version = after.Version }, after.Version);
                try
                {
                    await work.Commit(edge.Remember(answer));
                    return edge.Kept(answer);
                }
                catch (ConcurrencyException) when (attempt < 10)
                {
                    // decided anew on what is there now
                }
                catch (RowTakenException taken)
                {
                    return await edge.Taken(taken, stop);
                }
            }
        })
        .Produces<ChargeCard>()
        .Requires(Permission.BillClients)
        .WithSummary("Withdraw a charge; one that was invoiced is made up for by a correcting charge");

    private static class No
    {
        public static readonly Refusal Corrects = new("charge-corrects", "This charge makes up for another one, and what it makes up for would be owed again. Withdraw or change the fact that both are about.");
        public static readonly Refusal ReasonMissing = new("reason-missing", "Say why nothing is owed after all; somebody will ask.");
    }
}
