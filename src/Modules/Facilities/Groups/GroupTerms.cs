using System.Text.Json.Serialization;

namespace Billing.Facilities;

/// <summary>What is agreed on for a group, as somebody wants it.</summary>
/// <param name="StatusSetId">Left out: the default set.</param>
/// <param name="PaymentTermsDays">Days after the billing date; 0 to 365. Left out: 0.</param>
/// <param name="Currency">Left out: the one of the settings.</param>
internal sealed record GroupTerms(string Name, Schedule Schedule, StatusSetId? StatusSetId = null, int? PaymentTermsDays = null, Currency? Currency = null)
{
    /// <summary>A client of Invoicing; left out: as it is, null: none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<ClientId> ClientId { get; init; }

    public static readonly Refusal UnknownStatusSet = new("unknown-status-set", "There is no such status set, or it is in use no longer.");
    public static readonly Refusal TermsOutOfRange = new("terms-out-of-range", "Payment terms are 0 to 365 days.");

    /// <summary>The events that take a group to these terms.</summary>
    public Decision<FacilityGroupEvent> From(FacilityGroup group, bool isNew, StatusSet statuses, Currency currency)
    {
        if (!PlainText.Name(Name, "A facility group").TryGet(out var name, out var refused)) return refused;
        var days = PaymentTermsDays ?? (isNew ? 0 : group.PaymentTermsDays);
        if (days is < 0 or > 365) return TermsOutOfRange;
        if (statuses.Name.Length == 0 || statuses.IsRetired) return UnknownStatusSet;
        var set = StatusSetId ?? (isNew ? Billing.Facilities.StatusSetId.Default : group.StatusSetId);
        var unit = Currency ?? (isNew ? currency : group.Currency);

        List<FacilityGroupEvent> happened = [];
        if (isNew) happened.Add(new FacilityGroupOpened(name, unit));
        else if (name != group.Name) happened.Add(new FacilityGroupRenamed(name));
        if (isNew || Schedule != group.Schedule) happened.Add(new ScheduleAgreed(Schedule));
        if (set != group.StatusSetId) happened.Add(new StatusSetChosen(set));
        if (days != group.PaymentTermsDays) happened.Add(new PaymentTermsAgreed(days));
        if (!isNew && unit != group.Currency) happened.Add(new GroupCurrencyChosen(unit));
        if (ClientId.TryGet(out var client) && client != group.ClientId) happened.Add(new ClientLinked(client));
        if (ClientId.IsCleared && group.ClientId is not null) happened.Add(new ClientUnlinked());
        return happened;
    }
}
