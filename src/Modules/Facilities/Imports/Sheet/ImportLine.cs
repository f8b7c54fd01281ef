using Billing.Documents;

namespace Billing.Facilities;

/// <summary>What one good line says. A blank cell says nothing: it never clears what is on record.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Group">The group's name as first written in the file, or as it is on record.</param>
/// <param name="Facility">The facility's name, likewise.</param>
/// <param name="Period">The days billed.</param>
internal sealed record ImportLine(int Line, string Group, string Facility, Period Period)
{
    public KnownGroup? KnownGroup { get; init; }
    public KnownFacility? KnownFacility { get; init; }
    public DateOnly? BillingDate { get; init; }
    public Status? Status { get; init; }
    public Money? Billed { get; init; }
    public Money? Paid { get; init; }
    public DateOnly? PaidOn { get; init; }
    public string? Note { get; init; }

    /// <summary>Whether two lines say the same, however they spell it.</summary>
    public bool Says(ImportLine other) => (Period, BillingDate, Status, Billed, Paid, PaidOn, Note) == (other.Period, other.BillingDate, other.Status, other.Billed, other.Paid, other.PaidOn, other.Note);
}

/// <summary>How the file was read, to be shown and, where it is wrong, put right.</summary>
/// <param name="Origin">Format, encoding, separator, sheet.</param>
/// <param name="DateOrder">The order by which dates were read.</param>
/// <param name="DatesInDoubt">A date that reads both ways while nothing in the file decides; null when all is clear.</param>
/// <param name="Decimal">The sign by which amounts were read.</param>
/// <param name="AmountsInDoubt">An amount that reads both ways while nothing in the file decides; null when all is clear.</param>
/// <param name="Columns">The sheet's columns.</param>
/// <param name="Mapping">Field → the column it was read from.</param>
/// <param name="Rows">Lines of data, blank ones not counted.</param>
/// <param name="Notes">What else a person should know.</param>
internal sealed record ImportFile(
    SheetOrigin Origin, DateOrder DateOrder, string? DatesInDoubt, DecimalMark Decimal, string? AmountsInDoubt, IReadOnlyList<string> Columns, IReadOnlyDictionary<string, string> Mapping, int Rows, IReadOnlyList<SheetError> Notes);
