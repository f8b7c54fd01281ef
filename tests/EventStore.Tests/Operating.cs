namespace Billing.EventStore.Tests;

public class Operating : StoreTest
{
    private readonly ShiftedTime _time = new();
    private bool _chokes = true;

    private protected override StoreModel Model() => Plain().Project(new AccountRows()).Project(new Totals(amount => _chokes && amount == 666))
        .Handle(new Scripted("test.pay", (_, _, _) => throw new InvalidOperationException("no"), attempts: 1));

    [Fact]
    public async Task health_is_told_from_the_database_by_lag_and_by_staleness()
    {
        var health = new StoreHealth(Store);
        Assert.Equal(["high-water mark", "messages", "projection test.accounts", "projection test.totals"], health.Names);
        Assert.All(await health.Look(Stop), part => Assert.Equal(StorePartStatus.Ok, part.Status));

        await Opened("Ann", more: new MoneyDeposited(1)); // and nobody keeps the mark
        Assert.Equal(2, Part(await health.Look(Stop), "high-water mark").Lag);
        await Ask<object>("update mt_events set timestamp = now() - interval '30 seconds'");
        Assert.Equal(StorePartStatus.Degraded, Part(await health.Look(Stop), "high-water mark").Status);
        await Ask<object>("update mt_events set timestamp = now() - interval '2 minutes'");
        Assert.Equal(StorePartStatus.Failed, Part(await health.Look(Stop), "high-water mark").Status);

        await Ask<object>("insert into mt_event_progression values ('HighWaterMark', 2, now()) on conflict (name) do update set last_seq_id = 2"); // and nobody runs the projection
        var parts = await health.Look(Stop);
        Assert.Equal(StorePartStatus.Ok, Part(parts, "high-water mark").Status);
        Assert.Equal((StorePartStatus.Failed, 2L), (Part(parts, "projection test.totals").Status, Part(parts, "projection test.totals").Lag));

        await using var node = await StartNode();
        await Until("all is well again", async () => (await health.Look(Stop)).All(p => p.Status == StorePartStatus.Ok));
        Assert.Equal((0L, 2L), ((await new ProjectionsState(Store).List(Stop))[1].Lag, (await new ProjectionsState(Store).List(Stop))[1].Position));
    }

    [Fact]
    public async Task health_tells_of_messages_that_wait_too_long_or_are_dead()
    {
        var health = new StoreHealth(new EventStore(Database, Model(), _time));
        var work = Store.Open(Acme, Ann).Begin();
        work.Send("test.pay", new Pay(Guid.Empty, 1));
        await work.Commit();
        Assert.Equal((StorePartStatus.Ok, 1L), (Part(await health.Look(Stop), "messages").Status, Part(await health.Look(Stop), "messages").Lag));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(StorePartStatus.Degraded, Part(await health.Look(Stop), "messages").Status);
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(StorePartStatus.Failed, Part(await health.Look(Stop), "messages").Status);
        await using var node = await StartNode();
        await Until("it is dead", async () => Part(await health.Look(Stop), "messages") is { Status: StorePartStatus.Degraded, Lag: 0 });
    }

    [Fact]
    public async Task a_projection_that_stands_is_red_and_goes_on_when_its_dead_letter_is_replayed()
    {
        await using var node = await StartNode();
        await Until("all is well", async () => (await new StoreHealth(Store).Look(Stop)).All(p => p.Status == StorePartStatus.Ok) && node.Daemon.Duties.Count == 5);
        await Opened("Ann", more: new MoneyDeposited(666));
        var (letters, state) = (new DeadLetters(Store), new ProjectionsState(Store));
        await Until("it stands", async () => (await state.List(Stop))[1].Status == ProjectionStatus.Stopped);
        var part = Part(await new StoreHealth(Store).Look(Stop), "projection test.totals");
        Assert.Equal(StorePartStatus.Failed, part.Status);
        Assert.Contains("666 is hard to digest", part.Detail, StringComparison.Ordinal);
        Assert.Equal(StorePartStatus.Ok, Part(await new StoreHealth(Store).Look(Stop), "projection test.accounts").Status);

        Assert.Empty(await letters.List(Other, 10, null, Stop));
        var letter = Assert.Single(await letters.List(null, 10, null, Stop));
        Assert.Equal(("test.totals@2", "projection", "test.money_deposited", "{\"amount\": 666}"), (letter.Id, letter.Kind, letter.Type, letter.Body));
        Assert.Equal(letter, await letters.Find(Acme, letter.Id, Stop));
        Assert.Null(await letters.Find(Other, letter.Id, Stop));
        Assert.False(await letters.Replay(Other, letter.Id, Stop));
        _chokes = false;
        Assert.True(await letters.Replay(Acme, letter.Id, Stop));
        await Until("it runs", async () => (await state.List(Stop))[1] is { Status: ProjectionStatus.Running, Lag: 0 });
        Assert.False(await letters.Replay(Acme, letter.Id, Stop));
    }

    [Fact]
    public async Task verifying_a_sound_log_finds_nothing()
    {
        await using var node = await StartNode();
        await Opened("Ann", more: [new MoneyDeposited(1), new AccountNoted("a note is no reason for a new row")]);
        await (await PendingAppend.Begin(Store, Acme, 2)).RollBack();
        await Opened("Bob", Other);
        await Until("the mark stands at the end", () => node.Daemon.Pulse.Mark == 6);
        var verified = await new Verify(Store).Run(Stop);
        Assert.Empty(verified.Findings);
        Assert.Equal((2, 4, 2, 0), (verified.Streams, verified.Events, verified.Skipped, verified.ExitCode));
    }

    [Theory]
    [InlineData("update mt_streams set version = 7 where tenant_id = 'acme'", "mt_streams.version")]
    [InlineData("update mt_events set version = 5 where seq_id = 3", "1, 2, 3")]
    [InlineData("delete from mt_events where seq_id = 2", "there or recorded as dead")]
    [InlineData("insert into mt_high_water_skips values (2, 1)", "come back")]
    [InlineData("update test_accounts set version = 9", "test_accounts has the version")]
    [InlineData("update mt_events set data = '{\"amount\": \"much\"}' where seq_id = 2", "can be read")]
    [InlineData("update mt_events set type = 'test.unheard_of' where seq_id = 3", "can be read")]
    public async Task verifying_finds_what_is_wrong(string damage, string found)
    {
        await using (var node = await StartNode())
        {
            await Opened("Ann", more: [new MoneyDeposited(1), new AccountNoted("x")]);
            await Opened("Bob", Other);
            await Until("the mark stands at the end", () => node.Daemon.Pulse.Mark == 4);
        }
        await Ask<object>(damage);
        var verified = await new Verify(Store).Run(Stop);
        Assert.Equal(1, verified.ExitCode);
        Assert.Contains(verified.Findings, f => f.Check.Contains(found, StringComparison.Ordinal) && f.Count > 0 && f.Example.Length > 0);
    }

    private static StorePart Part(IReadOnlyList<StorePart> parts, string name) => parts.Single(p => p.Name == name);
}
