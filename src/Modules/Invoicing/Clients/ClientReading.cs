using Billing.EventStore;

namespace Billing.Invoicing;

/// <summary>Reads wanted details against a client as it is: one event for each thing that becomes different, or the first refusal.</summary>
internal sealed class ClientReading(ClientDetails wanted, Client client, ClientId id)
{
    private readonly List<ClientEvent> _happened = [];
    private Refusal? _refused;

    public Decision<ClientEvent> Read(Currency? usual)
    {
        if (usual is { } currency) Begin(wanted.Currency ?? currency);
        else Rename();
        Readers();
        Short(wanted.Phone, client.Phone, "A telephone number", 50, phone => new ClientPhoneNoted(phone));
        Address();
        Short(wanted.TaxId, client.TaxId, "A tax id", 50, taxId => new ClientTaxIdNoted(taxId));
        if (usual is null && wanted.Currency is { } agreed && agreed != client.Currency) _happened.Add(new ClientCurrencyAgreed(agreed));
        Language();
        Terms();
        Taxes();
        if (wanted.Reminders is { } may && may == client.RemindersSilenced) _happened.Add(may ? new ClientRemindersResumed() : new ClientRemindersSilenced());
        Note();
        foreach (var system in Enum.GetValues<OutsideSystem>())
            Short(wanted.IdIn(system), client.OutsideIds.In(system), "An id in another system", 200, outside => outside is null ? new ClientUnlinkedOutside(system) : new ClientLinkedOutside(system, outside));
        return _refused is { } refused ? refused : _happened;
    }

    private PersonalText About(string text) => new(id.Value, text);

    private void Begin(Currency currency)
    {
        if (Read(PlainText.Name(wanted.Name, "A client")) is { } name) _happened.Add(new ClientAdded(About(name), currency));
    }

    private void Rename()
    {
        if (wanted.Name is not null && Read(PlainText.Name(wanted.Name, "A client")) is { } name && name != client.Name) _happened.Add(new ClientRenamed(About(name)));
    }

    private void Readers()
    {
        var to = wanted.Emails is null ? client.Emails : Read(MailAddresses.Read(wanted.Emails));
        var cc = wanted.CcEmails is null ? client.CcEmails : Read(MailAddresses.Read(wanted.CcEmails));
        if (to is null || cc is null || (to.Equals(client.Emails) && cc.Equals(client.CcEmails))) return;
        _happened.Add(new ClientReadersNamed(to.Select(About).ToValueList(), cc.Select(About).ToValueList()));
    }

    private void Address()
    {
        if (wanted.Address is null || Read(wanted.Address.Read()) is not { } to || to == client.Address) return;
        _happened.Add(new ClientAddressNoted(Maybe(to.Line1), Maybe(to.Line2), Maybe(to.City), Maybe(to.State), Maybe(to.PostalCode), to.Country));
    }

    private void Language()
    {
        if (!wanted.Language.IsSaid) return;
        var language = wanted.Language.TryGet(out var typed) && typed.Trim() is { Length: > 0 } kept ? kept.ToLowerInvariant() : null;
        if (language is not null && !Languages.Offered.Contains(language)) Refuse(Languages.NotOffered(language));
        else if (language != client.Language) _happened.Add(new ClientLanguageAgreed(language));
    }

    private void Terms()
    {
        if (!wanted.TermsDays.IsSaid) return;
        int? days = wanted.TermsDays.TryGet(out var said) ? said : null;
        if (days is < 0 or > 365) Refuse(No.TermsOutOfRange);
        else if (days != client.TermsDays) _happened.Add(new ClientTermsAgreed(days));
    }

    private void Taxes()
    {
        var treatment = wanted.TaxTreatment ?? client.TaxTreatment;
        var reason = wanted.ExemptionReason.IsSaid ? Read(OneLine.Read(Typed(wanted.ExemptionReason), "The reason of an exemption", 500)) : client.ExemptionReason ?? "";
        if (reason is null) return;
        if (treatment == TaxTreatment.Exempt && reason.Length == 0) Refuse(No.ReasonMissing);
        var kept = treatment == TaxTreatment.Exempt ? reason : null; // taxed clients have no reason not to be
        if (treatment != client.TaxTreatment || kept != client.ExemptionReason) _happened.Add(new TaxTreatmentAgreed(treatment, kept));
    }

    private void Note()
    {
        if (!wanted.Note.IsSaid || Read(PlainText.Note(Typed(wanted.Note))) is not { } note || note == (client.Note ?? "")) return;
        _happened.Add(new ClientNoteWritten(Maybe(note.Length == 0 ? null : note)));
    }

    private void Short(Change<string> to, string? was, string what, int longest, Func<PersonalText?, ClientEvent> happened)
    {
        if (!to.IsSaid || Read(OneLine.Read(Typed(to), what, longest)) is not { } text || text == (was ?? "")) return;
        _happened.Add(happened(Maybe(text.Length == 0 ? null : text)));
    }

    private PersonalText? Maybe(string? text) => text is null ? null : About(text);

    private static string? Typed(Change<string> change) => change.TryGet(out var text) ? text : null;

    private T? Read<T>(Result<T> read) where T : class
    {
        if (read.TryGet(out var value, out var refused)) return value;
        Refuse(refused);
        return null;
    }

    private void Refuse(Refusal refusal) => _refused ??= refusal;

    private static class No
    {
        public static readonly Refusal TermsOutOfRange = new("terms-out-of-range", "Payment terms are 0 to 365 days.");
        public static readonly Refusal ReasonMissing = new("exemption-reason-missing", "Say why the client is exempt from tax; the reason stands on its invoices.");
    }
}
