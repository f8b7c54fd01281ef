using Billing.Documents;

namespace Billing.Facilities;

/// <summary>Reads one line as a whole and collects what is wrong with it, cell by cell.</summary>
internal sealed class ImportLineReader(SheetRow row, ImportCells cells, ImportGround ground)
{
    private readonly List<RowError> _errors = [];

    public IReadOnlyList<RowError> Errors => _errors;

    /// <summary>What the line says; null when something is wrong with it.</summary>
    /// <param name="width">The cells a line of this sheet has at most.</param>
    public ImportLine? Read(int width)
    {
        if (row.Count > width)
        {
            _errors.Add(RowError.Torn(row, width));
            return null;
        }
        var group = Name(ImportFields.Group, "A group");
        var facility = Name(ImportFields.Facility, "A facility");
        var known = group is null ? null : ground.Group(group);
        var place = facility is null ? null : ground.Facility(known, facility);
        if (known is { Standing: Standing.Archived }) Refuse(ImportFields.Group, new Refusal("group-archived", $"The group {PlainText.Quote(known.Name)} is archived; restore it first.").With("group", known.Name));
        if (place is { Standing: Standing.Archived }) Refuse(ImportFields.Facility, new Refusal("facility-archived", $"The facility {PlainText.Quote(place.Name)} is archived; restore it first.").With("facility", place.Name));

        var from = Date(ImportFields.From, needed: true);
        var through = Date(ImportFields.Through, needed: true);
        if (through < from) Refuse(ImportFields.Through, new Refusal("ends-before-it-begins", $"The period ends on {DateText.Write(through.Value)}, before it begins on {DateText.Write(from.Value)}.").With("from", DateText.Write(from.Value)).With("through", DateText.Write(through.Value)));
        var currency = known?.Currency ?? ground.Currency;
        var said = new ImportLine(row.Line, known?.Name ?? group ?? "", place?.Name ?? facility ?? "", default)
        {
            KnownGroup = known,
            KnownFacility = place,
            BillingDate = Date(ImportFields.BillingDate, needed: false),
            Status = Status(known?.Statuses ?? ground.Statuses),
            Billed = Amount(ImportFields.Billed, currency),
            Paid = Amount(ImportFields.Paid, currency),
            PaidOn = Date(ImportFields.PaidOn, needed: false),
            Note = Note(),
        };
        return _errors.Count == 0 ? said with { Period = new Period(from!.Value, through!.Value) } : null;
    }

    private string? Name(SheetField field, string what) => Take(field, PlainText.Name(cells.Text(row, field), what));

    private string? Note() => Take(ImportFields.Note, PlainText.Note(cells.Text(row, ImportFields.Note))) is { Length: > 0 } note ? note : null;

    private DateOnly? Date(SheetField field, bool needed)
    {
        if (!needed && cells.Text(row, field).Length == 0) return null;
        if (cells.Date(row, field).TryGet(out var day, out var refusal)) return day;
        Refuse(field, refusal);
        return null;
    }

    private Money? Amount(SheetField field, Currency currency)
    {
        if (cells.Text(row, field).Length == 0) return null;
        if (cells.Amount(row, field, currency).TryGet(out var amount, out var refusal)) return amount;
        Refuse(field, refusal);
        return null;
    }

    private Status? Status(IReadOnlyList<Status> statuses)
    {
        var text = string.Join(' ', cells.Text(row, ImportFields.Status).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length == 0) return null;
        if (statuses.FirstOrDefault(s => PlainText.Key(s.Name) == PlainText.Key(text)) is { } status) return status;
        string[] offers = [.. statuses.Select(s => s.Name)];
        Refuse(ImportFields.Status, new Refusal("unknown-status", $"{PlainText.Quote(text)} is not one of the group's statuses; they are {string.Join(", ", offers)}."), offers);
        return null;
    }

    private string? Take(SheetField field, Result<string> read)
    {
        if (read.TryGet(out var text, out var refusal)) return text;
        Refuse(field, refusal);
        return null;
    }

    private void Refuse(SheetField field, Refusal refusal, IReadOnlyList<string>? offers = null) =>
        _errors.Add(new RowError(row.Line, cells.ColumnOf(field) ?? field.Name, cells.Text(row, field), refusal.Code, refusal.Sentence, offers, refusal.Details));
}
