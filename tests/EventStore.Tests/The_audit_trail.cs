using System.Text.Json;

namespace Billing.EventStore.Tests;

/// <summary>Who did what, hash upon hash: whatever somebody does to the log behind our back is found and named.</summary>
public class The_audit_trail : StoreTest
{
    private protected override StoreModel Model() => Plain().Events([typeof(ClientRegistered), typeof(ClientNoted), typeof(ClientForgotten)]).Project(new AccountRows()).Project(new ClientRows());

    [Fact]
    public async Task enters_every_event_once_in_the_order_of_the_log_for_each_organisation()
    {
        await Entered(events: 30);
        Assert.Equal("acme 1-30 30,other 1-30 30", await Ask<string>("select string_agg(tenant_id || ' ' || a || '-' || b || ' ' || n, ',' order by tenant_id) from (select tenant_id, min(number) a, max(number) b, count(distinct seq_id) n from audit_trail group by 1) t"));
        Assert.Equal(0L, await Ask<long>("select count(*) from mt_events e full join audit_trail t on t.seq_id = e.seq_id where t.event_id is distinct from e.id or t.tenant_id is distinct from e.tenant_id or t.at is distinct from e.timestamp or t.action is distinct from e.type"));
        Assert.Equal("person:ann:test.account", await Ask<string>("select string_agg(distinct actor_kind || ':' || actor_id || ':' || entity, ',') from audit_trail"));
        Assert.Equal(new AuditVerification(60, []), await Verified(null), Same);
        Assert.Equal(30, (await Verified(Acme)).Entries);
    }

    [Fact]
    public async Task goes_on_where_another_node_left_off()
    {
        await Entered(events: 5);
        await Entered(events: 5);
        Assert.Equal(new AuditVerification(20, []), await Verified(null), Same);
    }

    [Theory]
    [InlineData("update mt_events set data = '{\"amount\": 1000}' where seq_id = 6", AuditFault.Changed, 6)]
    [InlineData("update mt_events set headers = jsonb_set(headers, '{actor,id}', '\"bob\"') where seq_id = 6", AuditFault.Changed, 6)]
    [InlineData("update mt_events set timestamp = timestamp - interval '1 microsecond' where seq_id = 6", AuditFault.Changed, 6)]
    [InlineData("update mt_events set type = 'test.money_withdrawn' where seq_id = 6", AuditFault.Changed, 6)]
    [InlineData("update mt_events set causation_id = 'x' where seq_id = 6", AuditFault.Changed, 6)]
    [InlineData("delete from mt_events where seq_id = 6", AuditFault.Missing, 6)]
    [InlineData("delete from mt_events where seq_id > 18", AuditFault.Missing, 19, 20)]
    [InlineData("update mt_events set seq_id = case seq_id when 6 then -8 else -6 end where seq_id in (6, 8); update mt_events set seq_id = -seq_id where seq_id < 0", AuditFault.Reordered, 6, 8)]
    [InlineData("delete from mt_events where seq_id = 6; insert into mt_events (seq_id, id, stream_id, version, data, type, tenant_id) select 6, gen_random_uuid(), stream_id, 99, data, type, tenant_id from mt_events where seq_id = 7", AuditFault.Changed, 6)]
    [InlineData("delete from audit_trail where seq_id = 6", AuditFault.Inserted, 6)]
    public async Task tells_what_was_done(string sql, AuditFault fault, params int[] where)
    {
        await Entered(events: 10); // numbers 1 to 10 are one organisation's, 11 to 20 the other's
        await Ask<object>(sql);
        var findings = (await Verified(null)).Findings.Where(f => f.Fault != AuditFault.EntryMissing).ToList();
        Assert.All(findings, f => Assert.Equal(fault, f.Fault));
        Assert.Equal(where.Select(n => (long)n), findings.Select(f => f.Sequence));
        var others = where[0] > 10 ? Acme : Other;
        Assert.Empty((await Verified(others)).Findings);
    }

    [Fact]
    public async Task does_not_fit_an_anchor_any_more_when_it_was_mended_to_fit_the_log()
    {
        await Entered(events: 10);
        var trail = new AuditTrail(Store);
        var anchor = (await trail.Anchor(Acme, Stop))!;
        Assert.Equal(10, anchor.Number);
        var kept = JsonSerializer.Deserialize<AuditAnchor>(JsonSerializer.Serialize(anchor))!;
        Assert.Equal(anchor, kept);
        Assert.Empty((await trail.Verify(Acme, kept, Stop)).Findings);
        await Entered(events: 1); // it has grown, and still fits
        Assert.Empty((await trail.Verify(Acme, kept, Stop)).Findings);

        Assert.Equal([AuditFault.ForgedAnchor], (await trail.Verify(Acme, kept with { Number = 9 }, Stop)).Findings.Select(f => f.Fault));
        Assert.Equal([AuditFault.ForgedAnchor], (await trail.Verify(Other, kept with { Organisation = Other.Value }, Stop)).Findings.Select(f => f.Fault));
        await Ask<object>("update mt_events set data = '{\"amount\": 1000}' where seq_id = 6; delete from audit_trail; delete from mt_event_progression where name like 'audit%'");
        await Entered(events: 1);
        Assert.Equal([AuditFault.NotAsAnchored], (await trail.Verify(Acme, kept, Stop)).Findings.Select(f => f.Fault));
        await Ask<object>("delete from mt_events; delete from audit_trail");
        Assert.Equal([AuditFault.NotAsAnchored], (await trail.Verify(Acme, kept, Stop)).Findings.Select(f => f.Fault)); // cut whole, trail and all
    }

    [Fact]
    public async Task stays_as_it_is_when_somebody_is_forgotten()
    {
        var clients = Store.Open(Acme, Ann);
        var id = clients.NewId();
        await clients.Streams<Client>().Decide(id, Client.Registering(id, "Zilpah"), Stop, opens: true);
        await Entered(events: 1);
        var work = clients.Begin();
        await work.Load<Client>(id, Stop);
        work.Decide<Client, ClientEvent>(id, Client.Forget);
        work.Forget(id);
        await work.Commit();
        await Entered(events: 1);
        Assert.Equal(new AuditVerification(6, []), await Verified(null), Same);
    }

    private static bool Same(AuditVerification one, AuditVerification other) => one.Entries == other.Entries && one.Findings.SequenceEqual(other.Findings);

    private Task<AuditVerification> Verified(TenantId? tenant) => new AuditTrail(Store).Verify(tenant, null, Stop);

    /// <summary>So many events for each of the two organisations, entered by a node that then goes.</summary>
    private async Task Entered(int events)
    {
        foreach (var tenant in (TenantId[])[Acme, Other])
            await Opened($"Ann {Guid.NewGuid()}", tenant, [.. Enumerable.Range(1, events - 1).Select(n => new MoneyDeposited(n))]);
        await using var node = await StartNode();
        await Until("all is entered", async () => await Ask<bool>("select (select count(*) from audit_trail) = (select count(*) from mt_events)"));
    }
}
