using System.Text;

namespace Billing.EventStore.Tests;

/// <summary>Names and shapes in the log outlive the classes.</summary>
public class What_is_written_down
{
    private static readonly (object Happened, string Json)[] Samples =
    [
        (new AccountOpened("Ann"), """{"owner":"Ann"}"""),
        (new MoneyDeposited(12.50m), """{"amount":12.50}"""),
        (new MoneyWithdrawn(0.1m), """{"amount":0.1}"""),
        (new AccountNoted("a \u00e9 \u2028 note"), """{"text":"a \u00E9 \u2028 note"}"""),
    ];

    [Fact]
    public void is_read_as_it_was_written_for_every_event()
    {
        var registry = Store().BuildRegistry();
        Assert.Equal(registry.All.Select(e => e.Type).ToHashSet(), Samples.Select(s => s.Happened.GetType()).ToHashSet());
        foreach (var (happened, json) in Samples)
        {
            Assert.Equal(json, registry.Write(happened));
            Assert.Equal(happened, registry.Read(registry.AliasOf(happened.GetType()), Encoding.UTF8.GetBytes(json)));
        }
    }

    [Fact]
    public void would_show_a_value_that_json_silently_reads_as_nothing()
    {
        var registry = new StoreModel().Events([typeof(Trap)]).BuildRegistry();
        var happened = new Trap(new Silent(5));
        Assert.NotEqual(happened, registry.Read("test.trap", Encoding.UTF8.GetBytes(registry.Write(happened))));
    }

    [Fact]
    public void bears_no_alias_twice()
    {
        var twice = Assert.Throws<InvalidOperationException>(() => new StoreModel().Events([typeof(AccountOpened), typeof(AlsoOpened)]).BuildRegistry());
        Assert.Contains("test.account_opened is claimed by", twice.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new StoreModel().Events([typeof(Nameless)]).BuildRegistry());
    }

    [Fact]
    public void is_read_in_todays_shape_when_it_has_an_older_one()
    {
        var registry = Store().Upcast<OldDeposit, MoneyDeposited>("test.deposit", old => new(old.Cents / 100m)).BuildRegistry();
        Assert.Equal(new MoneyDeposited(1.25m), registry.Read("test.deposit", """{"cents":125}"""u8));
        Assert.Throws<UnknownAliasException>(() => registry.Read("test.nothing", "{}"u8));
    }

    [Fact]
    public void is_known_whole_by_every_projection()
    {
        var registry = Store().BuildRegistry();
        foreach (var projection in new Projection[] { new AccountRows(), new Totals(), new Statements() })
        {
            Assert.NotEmpty(projection.Covers);
            Assert.Empty(Forgotten(projection, registry));
        }
        Assert.Equal([typeof(AccountNoted)], Forgotten(new Forgetful(), registry)); // and the check can fail
    }

    private static IEnumerable<Type> Forgotten(Projection projection, EventRegistry registry) =>
        registry.All.Select(e => e.Type).Where(type => projection.Covers.Any(union => union.IsAssignableFrom(type)) && !projection.Knows.Contains(type));

    private static StoreModel Store() => new StoreModel().Events([typeof(AccountOpened), typeof(MoneyDeposited), typeof(MoneyWithdrawn), typeof(AccountNoted)]);

    private readonly struct Silent(int value)
    {
        public int Value { get; } = value;
    }

    [Event("test.trap")]
    private sealed record Trap(Silent Silent);

    [Event("test.account_opened")]
    private sealed record AlsoOpened(string Who);

    private sealed record Nameless;

    private sealed record OldDeposit(int Cents);

    private sealed class Forgetful : Projection<StatementRow>
    {
        public Forgetful() : base("test.forgetful", new RowTable<StatementRow>("test_statements"), Lifecycle.Async)
        {
            CoversAll<AccountEvent>();
            Uses<AccountOpened>((_, e, at) => new StatementRow(at.StreamId, e.Owner, 0, 0, null, null));
            Ignores<MoneyDeposited>();
            Ignores<MoneyWithdrawn>();
        }
    }
}
