using Billing.Invoicing.Contracts;
using FsCheck;
using FsCheck.Fluent;
using static Billing.Subscriptions.Tests.Some;

namespace Billing.Subscriptions.Tests;

/// <summary>What holds for every collection, whatever people, banks and the provider do, in whatever order.</summary>
public class Any_collection
{
    private static readonly KeptCard Visa = new(new(Id(33)), "stripe", new("cus_1", "pm_visa", "visa", "4242", 12, 2030)), Other = new(new(Id(34)), "stripe", new("cus_1", "pm_other", "visa", "1111", 12, 2030));

    /// <summary>What may happen, each with a number to choose by.</summary>
    private static readonly Gen<(Act What, int Chance)> Acts = from what in Gen.Elements(Enum.GetValues<Act>()) from chance in Gen.Choose(0, 99) select (what, chance);

    private enum Act
    {
        Hour, Day, Moves, PaidByHand, GivenUp, Voided, Retry, NewCard, Now, Stop, CardGone, CardComes, PaidInPart, Charged, Asked, Told, SaysYesLate, PayRecorded,
    }

    [Fact]
    public void charges_for_what_is_asked_for_once_and_never_twice_at_a_time() => Check(Acts.ListOf(60), acts =>
    {
        var world = new World();
        foreach (var (what, chance) in acts) world.Do(what, chance);
        return world.Holds();
    });

    [Fact]
    public void ends_as_the_bank_says_in_whatever_order_that_is_told() => Check(
        from told in Gen.Elements(ChargeState.Failed, ChargeState.NeedsAction, ChargeState.Pending, ChargeState.Succeeded).ListOf(6)
        select told, told =>
        {
            var world = new World();
            world.Do(Act.Moves, 0);
            foreach (var state in told) world.Learn(1, state);
            var end = world.State.Attempts[0].End;
            return told.Contains(ChargeState.Succeeded) ? end == AttemptEnd.Succeeded : told.Any(state => state is ChargeState.Failed or ChargeState.NeedsAction) ? end == AttemptEnd.Failed : end is null;
        });

    private static void Check<T>(Gen<T> gen, Func<T, bool> holds) => Prop.ForAll(gen.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    /// <summary>An invoice of 29, its collection, and a bank that says yes to one charging in three.</summary>
    private sealed class World
    {
        private readonly Dictionary<int, ChargeState> _bank = [];
        private DateTimeOffset _now = At("2025-12-01T05:00:00Z");
        private AskedState _stands = AskedState.Issued;
        private decimal _outstanding = 29;
        private KeptCard? _card = Visa;
        private int _mostOpen;

        public Collection State { get; private set; } = Collection.Initial;

        private CollectionState _folded = CollectionState.UnderWay;
        private bool _unasked;

        public void Do(Act what, int chance)
        {
            switch (what)
            {
                case Act.Hour: _now = _now.AddHours(1); break;
                case Act.Day: _now = _now.AddDays(1); break;
                case Act.Moves: Decide(c => Collecting.Follow(c, Ground)); break;
                case Act.PaidByHand when chance < 20: _outstanding = 0; break;
                case Act.GivenUp when chance < 10 && _stands == AskedState.Issued: _stands = AskedState.GivenUp; break;
                case Act.Voided when chance < 10 && _outstanding == 29: (_stands, _outstanding) = (AskedState.Voided, 0); break;
                case Act.Retry: Decide(c => Collecting.Retry(c, Ground)); break;
                case Act.CardComes: _card = chance % 2 == 0 ? Visa : Other; break; // while something is charged, it may be
                case Act.PaidInPart when chance < 10 && _outstanding == 29: _outstanding = 20; break;
                case Act.NewCard: _card = chance % 2 == 0 ? Visa : Other; Decide(c => Collecting.TryNewCard(c, Ground)); break;
                case Act.Now when State.IsBegun: Decide(c => Collecting.TryNow(c, Ground)); break;
                case Act.Stop when State.IsBegun && chance < 20: Decide(Collecting.Stop); break;
                case Act.CardGone when chance < 20: _card = null; break;
                case Act.Charged when State.Open is { } open: // the answer may be lost
                    if (!_bank.ContainsKey(open.Number)) Charge(open, chance);
                    if (_bank.TryGetValue(open.Number, out var came) && chance % 2 == 0) Learn(open.Number, came);
                    else if (!_bank.ContainsKey(open.Number)) Decide(c => Collecting.Drop(c, open.Number, Ground));
                    break;
                case Act.Asked or Act.Told: foreach (var (number, state) in _bank) Learn(number, state); break;
                case Act.SaysYesLate when State.LeftBehind(int.MaxValue) is { } left && State.Open is null && _bank[left.Number] == ChargeState.NeedsAction && left.Number == State.Attempts.Count: _bank[left.Number] = ChargeState.Succeeded; break;
                case Act.PayRecorded when State.IsSettling: _outstanding = 0; break;
            }
        }

        public void Learn(int number, ChargeState state) => Decide(c => Collecting.Learn(c, number, new ChargeOutcome(state, $"pi_{number}", state == ChargeState.Succeeded ? null : "declined"), Ground, Day("2025-12-01")));

        /// <summary>One open at most, numbered in order, rows as the stream has it, nothing charged that was not asked for, none that is under way for ever, and money taken twice only where a person paid by hand besides.</summary>
        public bool Holds() => _mostOpen <= 1 && !_unasked && State.Attempts.Select(one => one.Number).SequenceEqual(Enumerable.Range(1, State.Attempts.Count)) && _folded == State.State
            && !(State is { IsBegun: true, State: CollectionState.UnderWay, Open: null } && Ground.Asks)
            && (State.NextAt is null || State.State is CollectionState.Retrying or CollectionState.NeedsAction or CollectionState.UnderWay) && (State.NextAt is not null || State.Open is not null || State.State is not (CollectionState.Retrying or CollectionState.NeedsAction))
            && _bank.Values.Count(state => state == ChargeState.Succeeded) <= 1;

        private CollectionGround Ground => new(new AskedInvoice(Id(31), "INV-1", Meadow.Value, _stands, Euros(_outstanding), []), new(Id(32)), NewYork, _card, DunningPlan.Usual, _now);

        private void Charge(Attempt open, int chance)
        {
            if (State.State != CollectionState.UnderWay || !Ground.Asks || _outstanding != open.Begun.Amount.Amount) return;
            // what failed is withdrawn before: unless its client has said yes meanwhile
            if (State.LeftBehind(open.Number) is { } left && _bank[left.Number] == ChargeState.Succeeded)
            {
                Learn(left.Number, ChargeState.Succeeded);
                Decide(c => Collecting.Drop(c, open.Number, Ground));
                return;
            }
            _bank[open.Number] = (chance % 3) switch { 0 => ChargeState.Succeeded, 1 => ChargeState.NeedsAction, _ => ChargeState.Failed };
        }

        private void Decide(Func<Collection, Decision<CollectionEvent>> decide)
        {
            foreach (var happened in decide(State).Events)
            {
                _unasked |= happened is AttemptBegun && !Ground.Asks;
                _folded = Collection.After(_folded, happened);
                State = State.Apply(happened);
                _mostOpen = Math.Max(_mostOpen, State.Attempts.Count(one => one.End is null));
            }
        }
    }
}
