using static Billing.Facilities.Tests.Some;
using static Billing.Stories.Story<Billing.Facilities.BillingRecord, Billing.Facilities.BillingRecordEvent>;

namespace Billing.Facilities.Tests;

public class Taking_an_import_back
{
    private static readonly BillingRecordEvent[] Before = [new BillingRecordStarted(Meadow, Usd, Day("2025-10-01"), Day("2025-10-31"), Day("2025-11-01")), new FacilityBilled(Dollars(5)), new NoteWritten("x")];
    private static readonly BillingRecordEvent[] Imported = [new PeriodCorrected(Day("2025-10-02"), Day("2025-10-30")), new BillingDateMoved(Day("2025-11-02")), new FacilityBilled(Dollars(7)), new ReceivedAmountNoted(Dollars(7)), new ReceiptDated(Day("2025-11-09")), new StatusPicked(Paid), new NoteWritten("y")];

    [Fact]
    public void gives_a_record_back_all_that_it_said()
    {
        var then = Fold(BillingRecord.Initial, [.. Before]);
        var now = Given([.. Before, .. Imported]).When(record => UndoImport.WayBack(record, then))
            .Then(new PeriodCorrected(Day("2025-10-01"), Day("2025-10-31")), new BillingDateMoved(Day("2025-11-01")), new FacilityBilled(Dollars(5)), new ReceivedAmountCleared(), new ReceiptDateCleared(), new StatusCleared(), new NoteWritten("x"));
        Assert.Equal(then, now);
    }

    [Fact]
    public void empties_what_it_had_not_said() => Given(Before[0], new FacilityBilled(Dollars(7)), new NoteWritten("y"))
        .When(record => UndoImport.WayBack(record, Fold(BillingRecord.Initial, Before[0])))
        .Then(new BilledAmountCleared(), new NoteCleared());

    [Fact]
    public void of_a_record_that_is_as_it_was_changes_nothing() => Given(Before).When(record => UndoImport.WayBack(record, record)).ThenNothing();
}
