using Billing.Invoicing.Contracts;

namespace Billing.Facilities;

/// <summary>A record of a cycle as it is about to be billed.</summary>
/// <param name="Billed">Null where no amount is noted.</param>
/// <param name="Version">Of the record: how often it had changed.</param>
internal sealed record CycleRecord(Guid Id, string FacilityName, Period Period, DateOnly BillingDate, Money? Billed, bool Withdrawn, long Version)
{
    /// <summary>What Invoicing knows the record by.</summary>
    public string Fact => Id.ToString();

    /// <summary>Whether something is to be charged for it.</summary>
    public bool IsBilled => !Withdrawn && Billed is { IsZero: false };

    /// <summary>Its charge.</summary>
    public PostCharge Charge(Guid client, string group) => new(RecordCharges.Module, RecordCharges.Kind, Fact, Version, client, FacilityName, Quantity.One, new UnitPrice(Billed!.Value.Amount), Billed.Value.Currency, BillingDate, Period, Group: group);

    /// <summary>That it is charged no longer.</summary>
    public TakeBackCharge TakeBack(DateOnly on) => new(RecordCharges.Module, RecordCharges.Kind, Fact, Version, on);
}

/// <summary>What billing a cycle comes to, nothing done yet.</summary>
internal sealed record CyclePlan(IReadOnlyList<CycleRecord> Charged, int Unchanged, IReadOnlyList<CycleRecord> TakenBack, IReadOnlyList<LeftOutRecord> LeftOut)
{
    /// <summary>Compares the records with what was charged for them before.</summary>
    /// <param name="records">All of the cycle, withdrawn ones included.</param>
    /// <param name="before">By what Invoicing knows a record by.</param>
    /// <param name="client">Who is billed.</param>
    public static CyclePlan Of(IReadOnlyList<CycleRecord> records, IReadOnlyDictionary<string, ChargedFact> before, Guid client)
    {
        var (charged, takenBack, leftOut, unchanged) = (new List<CycleRecord>(), new List<CycleRecord>(), new List<LeftOutRecord>(), 0);
        foreach (var record in records)
        {
            var known = before.GetValueOrDefault(record.Fact);
            if (!record.IsBilled)
            {
                if (known is { State: not ChargedState.Withdrawn, Amount.IsZero: false }) takenBack.Add(record);
                else if (!record.Withdrawn) leftOut.Add(Why(record, "not-billed", "No amount is billed for it."));
            }
            else if (known is null) charged.Add(record);
            else if (known.State == ChargedState.Withdrawn && known.Revision >= record.Version) leftOut.Add(Why(record, "charge-withdrawn", "Its charge was withdrawn in Invoicing."));
            else if (known.Amount.Currency != record.Billed!.Value.Currency && known.State == ChargedState.Invoiced) leftOut.Add(Why(record, "wrong-currency", $"It was invoiced in {known.Amount.Currency}."));
            else if (known.State != ChargedState.Withdrawn && known.Amount == record.Billed && known.ClientId == client) unchanged++;
            else charged.Add(record);
        }
        return new CyclePlan(charged, unchanged, takenBack, leftOut);
    }

    private static LeftOutRecord Why(CycleRecord record, string code, string reason) => new(record.Id, record.FacilityName, code, reason);
}
