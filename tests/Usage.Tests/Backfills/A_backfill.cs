using static Billing.Stories.Story<Billing.Usage.Backfill, Billing.Usage.BackfillEvent>;

namespace Billing.Usage.Tests;

public class A_backfill
{
    private static readonly BackfillOpened Opened = new("March", "");
    private static readonly BackfillUndoAsked Asked = new("Wrong unit");

    [Fact] public void is_opened_with_a_name() => Given().When(_ => new OpenBackfill(" March ").Decide()).Then(Opened);

    [Fact] public void without_a_name_is_refused() => Given().When(_ => new OpenBackfill(" ").Decide()).ThenRefused("name-missing");

    [Fact] public void is_closed() => Given(Opened).When(CloseBackfill.Decide).Then(new BackfillClosed());

    [Fact] public void is_closed_once() => Given(Opened, new BackfillClosed()).When(CloseBackfill.Decide).ThenNothing();

    [Fact] public void that_was_taken_back_is_not_closed() => Given(Opened, Asked).When(CloseBackfill.Decide).ThenRefused("backfill-undone");

    [Fact] public void is_taken_back_while_it_is_open() => Given(Opened).When(new UndoBackfill("Wrong unit").Decide).Then(Asked);

    [Fact] public void is_taken_back_when_it_is_closed() => Given(Opened, new BackfillClosed()).When(new UndoBackfill("Wrong unit").Decide).Then(Asked);

    [Fact] public void is_not_taken_back_without_a_reason() => Given(Opened).When(new UndoBackfill(" ").Decide).ThenRefused("reason-missing");

    [Fact] public void taken_back_twice_is_taken_back_once() => Given(Opened, Asked).When(new UndoBackfill("Once more").Decide).ThenNothing();

    [Fact] public void taken_back_again_when_that_is_done_changes_nothing() => Given(Opened, Asked, new BackfillUndone(3)).When(new UndoBackfill("").Decide).ThenNothing();

    [Fact]
    public void takes_events_only_while_it_is_open()
    {
        Assert.Null(BackfillNo.OfSending(BackfillState.Open));
        Assert.Equal("backfill-closed", BackfillNo.OfSending(BackfillState.Closed)!.Code);
        Assert.All([BackfillState.Undoing, BackfillState.Undone], state => Assert.Equal("backfill-undone", BackfillNo.OfSending(state)!.Code));
    }
}
