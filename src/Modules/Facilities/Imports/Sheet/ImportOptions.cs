using Billing.Documents;

namespace Billing.Facilities;

/// <summary>What the person who imports has decided; what is left out is found in the file.</summary>
internal sealed record ImportOptions
{
    /// <summary>Field → the sheet's column, such as <c>Billed</c> → <c>Amount USD</c>; an empty column leaves the field out.</summary>
    public IReadOnlyDictionary<string, string> Mapping { get; init; } = new Dictionary<string, string>();

    public DateOrder? DateOrder { get; init; }

    public DecimalMark? Decimal { get; init; }

    public char? Separator { get; init; }

    public string? Encoding { get; init; }

    public string? SheetName { get; init; }

    /// <summary>New group's name → the schedule it gets instead of the inferred one.</summary>
    public IReadOnlyDictionary<string, Schedule> Schedules { get; init; } = new Dictionary<string, Schedule>();

    /// <summary>Days after the billing date that new groups get; 0 to 365.</summary>
    public int PaymentTermsDays { get; init; } = UsualTerms;

    /// <summary>Cells that a person put right.</summary>
    public IReadOnlyList<CellCorrection> Corrections { get; init; } = [];

    /// <summary>What most agree on; a spreadsheet says nothing about it.</summary>
    public const int UsualTerms = 30;

    /// <summary>How the organisation writes dates: it decides where all of the file's dates read both ways.</summary>
    public DateOrder UsualDateOrder { get; init; } = Billing.DateOrder.Mdy;

    /// <summary>How the organisation writes amounts: it decides where all of the file's amounts read both ways.</summary>
    public DecimalMark UsualDecimal { get; init; } = DecimalMark.Point;
}
