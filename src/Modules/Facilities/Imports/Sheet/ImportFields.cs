using Billing.Documents;

namespace Billing.Facilities;

/// <summary>The columns of a tracker sheet, in any order, and the other names they go by.</summary>
internal static class ImportFields
{
    public static readonly SheetField Group = new("Group", "Facility Group", "Group Name", "Customer", "Gruppe");
    public static readonly SheetField Facility = new("Facility", "Facility Name", "Location", "Site", "Einrichtung");
    public static readonly SheetField BillingDate = new("Billing Date", "Bill Date", "Date Billed", "Billed On", "Invoice Date", "Rechnungsdatum");
    public static readonly SheetField From = new("From Date", "From", "Period From", "Period Start", "Start Date", "Start", "Von");
    public static readonly SheetField Through = new("Through Date", "Through", "To", "To Date", "Period To", "Period End", "End Date", "End", "Until", "Bis");
    public static readonly SheetField Status = new("Status", "Billing Status");
    public static readonly SheetField Billed = new("Billed", "Billed Amount", "Amount Billed", "Amount", "Berechnet", "Betrag");
    public static readonly SheetField Paid = new("Paid", "Paid Amount", "Amount Paid", "Payment", "Bezahlt");
    public static readonly SheetField PaidOn = new("Date Paid", "Paid Date", "Paid On", "Payment Date", "Bezahlt am", "Zahlungsdatum");
    public static readonly SheetField Note = new("Note", "Notes", "Comment", "Comments", "Remark", "Remarks", "Notiz", "Bemerkung");

    public static readonly IReadOnlyList<SheetField> All = [Group, Facility, BillingDate, From, Through, Status, Billed, Paid, PaidOn, Note];

    /// <summary>Without these a line says nothing about a facility and a period.</summary>
    public static readonly IReadOnlyList<SheetField> Needed = [Group, Facility, From, Through];

    public static readonly IReadOnlyList<SheetField> Dates = [BillingDate, From, Through, PaidOn];

    public static readonly IReadOnlyList<SheetField> Amounts = [Billed, Paid];
}
