using Npgsql;

namespace Billing.EventStore.Tests;

public class The_high_water_mark : StoreTest
{
    private readonly Pulse _pulse = new(new Signal(), new Signal());

    private HighWaterMark NewMark() => new(Database, _pulse, TimeProvider.System);

    [Fact]
    public async Task follows_what_is_committed()
    {
        var mark = NewMark();
        Assert.False(await mark.Look(Stop));
        await Opened("Ann", more: new MoneyDeposited(1));
        await Opened("Ann", Other);
        Assert.True(await mark.Look(Stop));
        Assert.Equal(3, _pulse.Mark);
        Assert.Equal(3L, await Stored());
        Assert.False(await mark.Look(Stop));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task never_passes_a_number_that_is_not_committed(int seed)
    {
        var random = new Random(seed);
        var mark = NewMark();
        var open = new List<PendingAppend>();
        for (var step = 0; step < 300; step++)
        {
            switch (random.Next(10))
            {
                case < 4 when open.Count < 8: open.Add(await PendingAppend.Begin(Store, random.Next(2) == 0 ? Acme : Other, random.Next(1, 4))); break;
                case < 7 when open.Count > 0: await Take(open, random).Commit(); break;
                case < 8 when open.Count > 0: await Take(open, random).RollBack(); break;
                default: await mark.Look(Stop); break;
            }
            Assert.All(open, pending => Assert.True(_pulse.Mark < pending.First, $"step {step}: the mark stands at {_pulse.Mark} and {pending.First} is not committed"));
        }
        foreach (var pending in open) await pending.Commit();
        while (await mark.Look(Stop) || mark.AtHole)
        {
        }
        Assert.Equal(await Ask<long>("select max(seq_id) from mt_events"), await Stored());
        Assert.Equal(0L, await Ask<long>("select count(*) from mt_events join mt_high_water_skips on seq_id between starting_sequence and ending_sequence"));
        Assert.Equal(await Stored(), await Ask<long>("select count(*) + (select coalesce(sum(ending_sequence - starting_sequence + 1), 0)::bigint from mt_high_water_skips) from mt_events"));
    }

    [Fact]
    public async Task waits_for_the_owner_of_a_hole_even_if_his_is_the_newest_transaction()
    {
        // The older transaction takes the later number and commits: pg_snapshot_xmax is then the younger one's id, and so is xmin while it runs.
        var mark = NewMark();
        PendingAppend? younger = null;
        var older = await PendingAppend.Begin(Store, Acme, before: async connection =>
        {
            await using var takeId = new NpgsqlCommand("select pg_current_xact_id()", connection);
            await takeId.ExecuteScalarAsync(Stop);
            younger = await PendingAppend.Begin(Store, Other);
        });
        await older.Commit();
        for (var i = 0; i < 5; i++) Assert.False(await mark.Look(Stop));
        Assert.True(mark.AtHole);
        await younger!.Commit();
        Assert.True(await mark.Look(Stop));
        Assert.Equal(2, _pulse.Mark);
        Assert.Equal(0L, await Ask<long>("select count(*) from mt_high_water_skips"));
    }

    [Fact]
    public async Task skips_what_was_rolled_back_and_records_it()
    {
        var mark = NewMark();
        await (await PendingAppend.Begin(Store, Acme, 3)).RollBack();
        await Opened("Ann");
        Assert.False(await mark.Look(Stop));
        Assert.True(await mark.Look(Stop));
        Assert.Equal(4, _pulse.Mark);
        Assert.Equal("1-3", await Ask<string>("select starting_sequence || '-' || ending_sequence from mt_high_water_skips"));
    }

    [Theory]
    [InlineData("select 1")]
    [InlineData("create table unrelated (n int)")]
    [InlineData("select last_value from mt_events_sequence")]
    public async Task is_held_up_by_nobody_who_took_no_number(string held)
    {
        await using var elsewhere = await Database.OpenOwner(Stop);
        await using var idle = await elsewhere.BeginTransactionAsync(Stop);
        await using (var command = new NpgsqlCommand(held, elsewhere)) await command.ExecuteNonQueryAsync(Stop);

        var mark = NewMark();
        await (await PendingAppend.Begin(Store, Acme)).RollBack();
        await Opened("Ann");
        Assert.False(await mark.Look(Stop));
        Assert.True(await mark.Look(Stop));
        Assert.Equal(2, _pulse.Mark);
    }

    [Fact]
    public async Task looks_over_two_hundred_thousand_events_at_once()
    {
        await Ask<object>("""
            insert into mt_streams (tenant_id, id, version) select 'acme', gen_random_uuid(), 100 from generate_series(1, 2000);
            insert into mt_events (seq_id, id, stream_id, version, data, type, tenant_id)
            select nextval('mt_events_sequence'), gen_random_uuid(), s.id, n, '{"amount":1}', 'test.money_deposited', 'acme' from mt_streams s, generate_series(1, 100) n;
            delete from mt_events where seq_id % 1000 = 0;
            select 1
            """);
        var mark = NewMark();
        var since = TimeProvider.System.GetTimestamp();
        while (await mark.Look(Stop) || mark.AtHole)
        {
        }
        var took = TimeProvider.System.GetElapsedTime(since);
        Assert.Equal(199_999, _pulse.Mark);
        Assert.Equal(199L, await Ask<long>("select count(*) from mt_high_water_skips"));
        Assert.True(took < TimeSpan.FromSeconds(3), $"took {took}");
    }

    [Fact]
    public async Task is_moved_by_one_node_only()
    {
        var (ours, theirs) = (NewMark(), NewMark());
        await Opened("Ann");
        Assert.True(await ours.Look(Stop));
        Assert.True(await theirs.Look(Stop) is false);
        await Opened("Bob");
        Assert.True(await theirs.Look(Stop));
        await Opened("Cid");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ours.Look(Stop));
        Assert.Equal("BL410", refused.SqlState);
        Assert.True(await ours.Look(Stop));
        Assert.Equal(3L, await Stored());
    }

    private Task<long> Stored() => Ask<long>("select last_seq_id from mt_event_progression where name = 'HighWaterMark'");

    private static PendingAppend Take(List<PendingAppend> open, Random random)
    {
        var index = random.Next(open.Count);
        var taken = open[index];
        open.RemoveAt(index);
        return taken;
    }
}
