using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Invoicing;

/// <summary>Somebody, or a program outside, charges a client for something.</summary>
/// <param name="Currency">Left out: the client's.</param>
/// <param name="AvailableFrom">From this day on a billing run takes it; left out: today.</param>
/// <param name="Reference">The sender's own name for it: the same reference makes one charge.</param>
/// <param name="TaxCategory">One of the settings'; left out: the first.</param>
/// <param name="Group">The heading it stands under on the invoice.</param>
internal sealed record PostManualCharge(
    ClientId ClientId, string Description, UnitPrice UnitPrice, Quantity? Quantity = null, Currency? Currency = null, Period? Period = null, DateOnly? AvailableFrom = null, string? TaxCategory = null, string? Group = null, string? Reference = null)
{
    /// <summary>As a fact, in the currency of its client unless it says otherwise.</summary>
    public ChargeFact Fact(ChargeSource source, Currency usual, DateOnly today) => new(
        ClientId, source, new ChargeTerms(Description, Quantity ?? Billing.Quantity.One, UnitPrice, Currency ?? usual, Period, TaxCategory, Group), AvailableFrom ?? today, 0);

    /// <summary>A reference that is there already stands for that charge, and for no other.</summary>
    public static Refusal? Otherwise(Charge charge, ChargeFact fact) =>
        fact.Terms.Read().TryGet(out var terms, out var refused) ? (fact.ClientId, terms) == (charge.ClientId, charge.Terms) ? null : No.PostedOtherwise : refused;

    private static class No
    {
        public static readonly Refusal PostedOtherwise = new("reference-taken", "There is a charge with this reference already, and it says something else. Withdraw that one, or choose another reference.");
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/charges", async (PostManualCharge command, Session session, Organisation here, CommandEdge edge, CancellationToken stop) =>
        {
            if (!OneLine.Read(command.Reference, "A reference", 200).TryGet(out var reference, out var unreadable)) return edge.Refused(unreadable);
            var source = new ChargeSource(ChargeSource.Manual, "charge", reference.Length > 0 ? reference : session.NewId().ToString());
            for (var attempt = 1; ; attempt++)
            {
                var work = session.Begin();
                var client = await work.Load<Client>(command.ClientId.Value, stop, fresh: true);
                if (!client.Exists) return edge.Refused(ChargeWork.UnknownClient);
                var before = await work.Load<Charge>(source.Id.Value, stop, fresh: true);
                var today = LocalDay.Of(work.At, here.TimeZone);
                var fact = command.Fact(source, client.State.Currency, today) with { ClientId = client.State.MergedInto ?? command.ClientId };
                if (before.Exists)
                {
                    if (Otherwise(before.State, fact) is { } other) return edge.Refused(other);
                    return Answer.Of(await ListCharges.One(session, source.Id, stop), before.Version);
                }
                if (await work.Post(fact, stop) is { } refused) return edge.Refused(refused);
                var after = await work.Load<Charge>(source.Id.Value, stop);
                var survivor = await work.Load<Client>(fact.ClientId.Value, stop);
                var answer = Answer.Of(ChargeCard.Of(source.Id, after, survivor.State.Name, work.At), after.Version, 201, $"/api/charges/{source.Id}");
                try
                {
                    await work.Commit(edge.Remember(answer));
                    return edge.Kept(answer);
                }
                catch (ConcurrencyException) when (attempt < 10)
                {
                    // another request brought the same reference: look again
                }
                catch (RowTakenException taken)
                {
                    return await edge.Taken(taken, stop);
                }
            }
        })
        .Produces<ChargeCard>(201)
        .Produces<ChargeCard>()
        .Requires(Permission.BillClients)
        .WithSummary("Charge a client for something; the same reference makes one charge");
}
