using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Decides on charges within a work: on the charge of a fact, and on the one that corrects it.</summary>
internal static class ChargeWork
{
    /// <summary>Tells a fact.</summary>
    /// <returns>The refusal, or null.</returns>
    public static async Task<Refusal?> Post(this Work work, ChargeFact fact, CancellationToken stop)
    {
        var client = await work.Load<Client>(fact.ClientId.Value, stop);
        if (!client.Exists) return UnknownClient;
        if (client.State.MergedInto is { } survivor)
        {
            fact = fact with { ClientId = survivor };
            client = await work.Load<Client>(survivor.Value, stop);
        }
        var charge = await work.Load<Charge>(fact.Source.Id.Value, stop);
        if (!charge.Exists && ClientNotActive.Of(client.State) is { } notActive) return notActive;
        return await Decide(work, fact.Source.Id, before => fact.Decide(before, charge.Exists), fact.AvailableFrom, stop);
    }

    /// <summary>Takes a charge back.</summary>
    /// <param name="on">That day, of the charge that makes up for an invoiced one.</param>
    public static Task<Refusal?> Withdraw(this Work work, ChargeId id, string reason, long? revision, DateOnly on, CancellationToken stop) =>
        Decide(work, id, charge => ChargeFact.Withdraw(charge, reason, revision), on, stop);

    private static async Task<Refusal?> Decide(Work work, ChargeId id, Func<Charge, Decision<ChargeEvent>> decide, DateOnly on, CancellationToken stop)
    {
        ChargeCorrected? corrected = null;
        await work.Load<Charge>(id.Value, stop);
        var refused = work.Decide<Charge, ChargeEvent>(id.Value, before =>
        {
            var decision = decide(before);
            corrected = decision.Events.OfType<ChargeCorrected>().SingleOrDefault();
            return decision;
        });
        if (refused is not null || corrected is null) return refused;
        var after = await work.Load<Charge>(id.Value, stop);
        work.New<Charge>(corrected.By.Value);
        return work.Decide<Charge, ChargeEvent>(corrected.By.Value, _ => ChargeFact.Correction(after.State, corrected, on));
    }

    public static readonly Refusal UnknownClient = new("unknown-client", "There is no such client. Choose another one, or add it.");
}
