using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;

namespace Billing.EventStore.Tests;

/// <summary>What events say about people is sealed with a key of their own, and gone with it.</summary>
public class Forgetting_somebody : StoreTest
{
    private const string Canary = "Zilpah Quastenflosser";

    private protected override StoreModel Model() => Plain().Events([typeof(ClientRegistered), typeof(ClientNoted), typeof(ClientForgotten)]).Project(new ClientRows()).Handle(new Letters());

    [Fact]
    public async Task begins_with_words_that_stand_sealed_in_the_log()
    {
        var id = await Registered(Canary);
        var data = JsonDocument.Parse(await Ask<string>("select data::text from mt_events")).RootElement.GetProperty("name");
        Assert.Equal(id, data.GetProperty("subject").GetGuid());
        Assert.Equal(1, data.GetProperty("key").GetInt32());
        Assert.Equal(12 + Canary.Length + 16, System.Buffers.Text.Base64Url.DecodeFromChars(data.GetProperty("text").GetString()).Length);
        Assert.Empty(await TablesWith(Canary, except: "test_clients"));
        Assert.Equal(["test_clients"], await TablesWith(Canary)); // and the search can find
        await using var node = await StartNode(daemon: false);
        Assert.Equal(Canary, (await node.Store.Open(Acme, Ann).Streams<Client>().Load(id, Stop)).State.Name!.Text);
    }

    [Fact]
    public async Task is_of_no_use_to_whoever_moves_the_words_elsewhere()
    {
        var (id, another) = (await Registered("Ann"), await Registered("Bob"));
        await Registered("Cat", Other, id);
        await using var node = await StartNode(daemon: false);
        await Ask<object>($"update mt_events set data = (select data from mt_events where tenant_id = 'acme' and stream_id = '{id}') where tenant_id = 'other'");
        await Ask<object>($"update mt_events set data = jsonb_set(data, '{{name,subject}}', '\"{another}\"') where tenant_id = 'acme' and stream_id = '{id}'");

        await Assert.ThrowsAnyAsync<CryptographicException>(() => node.Store.Open(Other, Ann).Streams<Client>().Load(id, Stop));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => node.Store.Open(Acme, Ann).Streams<Client>().Load(id, Stop));
        Assert.Equal("Bob", (await node.Store.Open(Acme, Ann).Streams<Client>().Load(another, Stop)).State.Name!.Text);
    }

    [Fact]
    public async Task erases_the_words_and_nothing_else()
    {
        var id = await Registered(Canary);
        await Registered(Canary, Other, id);
        await Clients().Decide<ClientEvent>(id, _ => new ClientNoted("pays late"), Stop);
        await Forget(id);

        var history = await Clients().Session.History(id, 0, Stop).ToListAsync(Stop);
        Assert.Equal(["test.client_registered", "test.client_noted", "test.client_forgotten"], history.Select(e => e.Alias));
        Assert.Equal(new PersonalText(id, null), Assert.IsType<ClientRegistered>(history[0].Data).Name);
        Assert.Equal([id], history[2].Recorded.Forgotten);
        Assert.Equal("erased erased 3", await Ask<string>("select name || ' ' || email || ' ' || version from test_clients where tenant_id = 'acme'"));
        Assert.Equal($"{Canary} ", await Ask<string>("select name || ' ' || email from test_clients where tenant_id = 'other'"));
        Assert.Equal(Canary, (await Clients(Other).Load(id, Stop)).State.Name!.Text);

        var rows = await Dump("test_clients");
        Assert.Equal(0, (await Comparison.Of(Store, new ClientRows(), Stop)).Differing);
        await new Rebuild(Store).Run(new ClientRows(), null, Stop);
        Assert.Equal(rows, await Dump("test_clients"));
        Assert.Empty((await new Verify(Store).Run(Stop)).Findings);
        await Forget(id, Other);
        Assert.Empty(await TablesWith(Canary));
    }

    [Fact]
    public async Task takes_an_event_that_says_so()
    {
        var id = await Registered("Ann");
        var work = Clients().Session.Begin();
        work.Forget(id);
        await Assert.ThrowsAsync<InvalidOperationException>(() => work.Commit());

        var late = Clients().Session.Begin();
        await late.Load<Client>(id, Stop);
        Assert.Null(late.Decide<Client, ClientEvent>(id, Client.Forget));
        late.Forget(id);
        await Clients().Decide<ClientEvent>(id, _ => new ClientNoted("first"), Stop);
        await Assert.ThrowsAsync<ConcurrencyException>(() => late.Commit());
        Assert.Equal("Ann", (await Clients().Load(id, Stop)).State.Name!.Text);
    }

    [Fact]
    public async Task reaches_every_node()
    {
        var id = await Registered(Canary);
        await using var node = await StartNode();
        var theirs = node.Store.Open(Acme, Ann).Streams<Client>();
        await Until("the node has begun", () => node.Daemon.Duties.Count > 0);
        Assert.Equal(Canary, (await theirs.Peek(id, Stop)).State.Name!.Text);
        await Forget(id);
        await Until("the other node no longer knows", async () => (await theirs.Peek(id, Stop)).State.Name!.IsErased, 20);
        await Until("nor has their key at hand", () => node.Store.Personal.Known(Acme, id) is not { Secret: not null }, 20); // the event may be read a moment before the news
    }

    [Fact]
    public async Task takes_their_key_from_memory_though_others_ask_for_it_at_that_moment()
    {
        var (one, other) = (await Registered(Canary), await Registered("Somebody"));
        var keys = new PersonalKeys(Database, Store.TenantKeys, capacity: 2); // so few that each is among the old ones at once, and carried over by whoever asks
        for (var round = 0; round < 300; round++)
        {
            keys.Have(Acme, [other]);
            keys.Have(Acme, [one]);
            var asking = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
            {
                while (keys.Known(Acme, one) is not null)
                {
                }
            }, Stop)));
            keys.Clear();
            await asking.WaitAsync(TimeSpan.FromSeconds(10), Stop);
            Assert.Null(keys.Known(Acme, one));
        }
    }

    [Fact]
    public async Task leaves_what_is_written_about_them_later_unsaid()
    {
        var id = await Registered(Canary);
        await using var node = await StartNode(daemon: false);
        var theirs = node.Store.Open(Acme, Ann).Streams<Client>();
        await theirs.Load(id, Stop);
        await Forget(id);
        await theirs.Decide(id, Client.Registering(id, "Once more"), Stop); // a node that has not heard seals it with what is no more
        await Clients().Decide(id, Client.Registering(id, "And again"), Stop);
        var words = (await Clients().Session.History(id, 0, Stop).ToListAsync(Stop)).Select(e => e.Data).OfType<ClientRegistered>().Select(e => e.Name.Text);
        Assert.Equal([null, null, null], words);
    }

    [Fact]
    public void in_the_midst_of_a_write_about_somebody_else_does_not_disturb_it()
    {
        var json = new JsonSerializerOptions { Converters = { new PersonalJson(Store.Personal) } };
        var (subject, written, tries) = (Guid.CreateVersion7(), "", 0);
        PersonalJson.Write(Acme, Store.Personal, () =>
        {
            if (++tries == 2) Store.Personal.Clear(); // as another node's forgetting does, once the key is made and before it is used
            written = JsonSerializer.Serialize(new PersonalText(subject, Canary), json);
        });
        Assert.Equal(3, tries);
        Assert.Equal(1, JsonDocument.Parse(written).RootElement.GetProperty("key").GetInt32());
    }

    [Fact]
    public async Task is_done_again_when_a_backup_brings_the_key_back()
    {
        var (id, another) = (await Registered(Canary), await Registered("Bob"));
        await Ask<object>("create table billing.dump as select * from personal_keys");
        await Forget(id);
        await Ask<object>("update personal_keys k set under = d.under, wrapped = d.wrapped, forgotten_at = null from billing.dump d where d.tenant_id = k.tenant_id and d.subject = k.subject");
        await using (var before = await StartNode(daemon: false)) Assert.Equal(Canary, Assert.IsType<ClientRegistered>((await before.Store.Open(Acme, Ann).History(id, 0, Stop).FirstAsync(Stop)).Data).Name.Text);

        await using var node = await StartNode();
        await Until("the key is destroyed again", async () => await Ask<long>("select count(*) from personal_keys where wrapped is null") == 1);
        Assert.True((await node.Store.Open(Acme, Ann).Streams<Client>().Load(id, Stop)).State.Name!.IsErased);
        Assert.Equal("Bob", (await node.Store.Open(Acme, Ann).Streams<Client>().Load(another, Stop)).State.Name!.Text);
        Assert.Equal(0, await new Forgetting(Store).Again(Stop));
    }

    [Fact]
    public async Task is_something_else_than_losing_the_key()
    {
        var id = await Registered("Ann");
        await Ask<object>("delete from personal_keys");
        await using var node = await StartNode(daemon: false);
        await Assert.ThrowsAsync<CryptographicException>(() => node.Store.Open(Acme, Ann).Streams<Client>().Load(id, Stop));
        var finding = Assert.Single((await new Verify(node.Store).Run(Stop)).Findings);
        Assert.Contains("not even as destroyed", finding.Example, StringComparison.Ordinal);
    }

    [Fact]
    public async Task erases_their_name_from_everything_they_did_anywhere()
    {
        var person = Guid.CreateVersion7();
        var eve = new Actor("person", person.ToString(), Canary);
        foreach (var tenant in (TenantId[])[Acme, Other])
            await Store.Open(tenant, eve).Streams<Client>().Decide(person, Client.Registering(person, "Somebody else"), Stop, opens: true);
        Assert.Empty(await TablesWith(Canary, except: "test_clients"));
        await using var node = await StartNode(daemon: false);
        Assert.Equal(eve, (await node.Store.Open(Acme, Ann).History(person, 0, Stop).SingleAsync(Stop)).Recorded.Actor);

        await Clients(Tenants.People).Decide(person, Client.Registering(person, Canary), Stop, opens: true);
        await Forget(person, Tenants.People);
        foreach (var tenant in (TenantId[])[Acme, Other])
            Assert.Equal(eve with { Name = "erased" }, (await Store.Open(tenant, Ann).History(person, 0, Stop).SingleAsync(Stop)).Recorded.Actor);
        Assert.Equal("Somebody else", (await Clients().Load(person, Stop)).State.Name!.Text);
        await Store.Open(Acme, eve).Streams<Client>().Decide<ClientEvent>(person, _ => new ClientNoted("still at it"), Stop);
        Assert.Equal("erased", (await Store.Open(Acme, Ann).History(person, 1, Stop).SingleAsync(Stop)).Recorded.Actor.Name);
    }

    [Fact]
    public async Task goes_for_messages_too()
    {
        var id = await Registered("Ann");
        var work = Clients().Session.Begin();
        work.Send("test.letter", new Letter(new(id, Canary)));
        await work.Commit();
        Assert.Empty(await TablesWith(Canary));
        await using var node = await StartNode();
        await Until("the letter is written", async () => await Ask<string>("select name from test_clients where email = 'letter'") == Canary);
        Assert.Equal(["test_clients"], await TablesWith(Canary));
    }

    [Fact]
    public async Task is_prepared_for_many_at_once_and_read_by_the_page()
    {
        var work = Clients().Session.Begin();
        for (var n = 0; n < 500; n++)
        {
            var id = work.Session.NewId();
            work.New<Client>(id);
            Assert.Null(work.Decide(id, Client.Registering(id, $"Client {n}")));
        }
        await work.Commit();
        Assert.Equal(500L, await Ask<long>("select count(*) from personal_keys"));
        await using var node = await StartNode(daemon: false);
        Assert.Equal(0, (await Comparison.Of(node.Store, new ClientRows(), Stop)).Differing);
    }

    private Streams<Client> Clients(TenantId? tenant = null) => Store.Open(tenant ?? Acme, Ann).Streams<Client>();

    private async Task<Guid> Registered(string name, TenantId? tenant = null, Guid? known = null)
    {
        var id = known ?? Clients().Session.NewId();
        Assert.Equal(OutcomeKind.Accepted, (await Clients(tenant).Decide(id, Client.Registering(id, name), Stop, opens: true)).Kind);
        return id;
    }

    private async Task Forget(Guid id, TenantId? tenant = null)
    {
        var work = Clients(tenant).Session.Begin();
        await work.Load<Client>(id, Stop);
        Assert.Null(work.Decide<Client, ClientEvent>(id, Client.Forget));
        work.Forget(id);
        await work.Commit();
    }

    /// <summary>Every table of the database that holds some words, as a dump would show them.</summary>
    private async Task<List<string>> TablesWith(string words, string? except = null)
    {
        await using var connection = new NpgsqlConnection(Database.OwnerConnectionString);
        await connection.OpenAsync(Stop);
        var tables = (await Ask<string>("select string_agg(c.oid::regclass::text, ',' order by 1) from pg_class c where c.relnamespace = 'billing'::regnamespace and c.relkind = 'r'")).Split(',');
        Assert.True(tables.Length > 10);
        var found = new List<string>();
        foreach (var table in tables.Where(name => name != except))
        {
            using var copy = await connection.BeginTextExportAsync($"copy {table} to stdout", Stop);
            if ((await copy.ReadToEndAsync(Stop)).Contains(words, StringComparison.Ordinal)) found.Add(table);
        }
        return found;
    }

    private sealed record Letter(PersonalText To);

    private sealed class Letters() : MessageHandler<Letter>("test.letter")
    {
        public override Task Handle(Message<Letter> message, Work work, CancellationToken stop)
        {
            work.Also(new Statement("update test_clients set name = $2, email = 'letter' where tenant_id = $1", new NpgsqlParameter<string> { TypedValue = message.Body.To.Shown }));
            return Task.CompletedTask;
        }
    }
}
