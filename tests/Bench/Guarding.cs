using System.Diagnostics;
using System.Net;
using Billing.EventStore;
using Billing.Identity;
using Billing.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Billing.Bench;

/// <summary>What it costs to know who asks, whether they may, and whose rows they see, beside the command that they ask for.</summary>
internal sealed class Guarding(Scratch scratch, Contest contest, Options options)
{
    private static readonly TenantId Acme = new("0123456789abcdef0123456789abcdef");
    private static readonly PersonId Ann = new(Guid.CreateVersion7());

    public async IAsyncEnumerable<Figure> Run()
    {
        await using var database = await scratch.Create("guarding");
        var model = new StoreModel().Events(typeof(Scratch).Assembly).Migrate("bench", typeof(Scratch).Assembly).Project(new TrackedAccountRows());
        new IdentityModule().AddToStore(model);
        await new Migrations(database, model).Apply(CancellationToken.None);
        await using var store = new EventStore.EventStore(database, model, TimeProvider.System, new MasterKeys(MasterKey.New()));
        using var keys = new SigningKeys(store, TimeProvider.System);
        var session = await Enter(store);
        var tokens = new AccessTokens(keys, TimeProvider.System);
        var token = await tokens.Issue(Ann, Acme, session, CancellationToken.None);
        using var calls = new ApiCalls(store, [new Plenty()], TimeProvider.System, NullLogger<ApiCalls>.Instance);
        var callers = new Callers(tokens, new Standings(store, TimeProvider.System), new ApiKeyRing(store, TimeProvider.System), new RateLimits([new Plenty()], IdentityOptions.From(new ConfigurationBuilder().Build()), TimeProvider.System), calls, store);

        var check = await contest.Run(options.Turns, [new("remembered", () => Each(200_000, async () => await tokens.Check(token, CancellationToken.None) is not null)), new("its signature verified", () => Each(2_000, async () => Verified(await keys.Current(CancellationToken.None), token)))]);
        yield return new Figure("tokens", "an access token checked, as with every request", "µs", check[0]) { Beside = check[1..], Bar = 20 };

        Caller? known = null;
        var recognise = await contest.Run(options.Turns, [new("recognised", () => Each(100_000, async () =>
        {
            known = (await callers.Recognise(Request(token))).Caller;
            return known is not null && known.May.Contains(Permission.BillFacilities);
        }))]);
        Streams<TrackedAccount> Accounts() => store.Open(Acme, known!.Actor, "127.0.0.1", "0HN7A1B2C3D4E:00000001").Streams<TrackedAccount>();
        var account = Guid.CreateVersion7();
        await Accounts().Decide<AccountEvent>(account, _ => Samples.Opened, CancellationToken.None, opens: true);
        var command = await contest.Run(options.Turns, [new("command", () => Each(1_000, async () => (await Accounts().Decide<AccountEvent>(account, _ => Samples.Booked, CancellationToken.None)).Kind == OutcomeKind.Accepted))]);
        var wall = await contest.Run(options.Turns, [new("behind the wall", () => Look(database, true)), new("without a wall", () => Look(database, false))]);
        var tenant = Math.Max(0, wall[0].Median - wall[1].Median);
        yield return new Figure("tokens", "who asks, and may they: token, standing, limits, permission", "µs", recognise[0]);
        yield return new Figure("tokens", "the tenant set and its wall on a reading, more than without", "µs", Score.Of("wall", tenant)) { Beside = wall };
        yield return new Figure("tokens", "a command: load, decide, append, inline row, durable; one writer", "µs", command[0]);
        yield return new Figure("tokens", "permission and tenant, of a command's time", "%", Score.Of("share", (recognise[0].Median + tenant) * 100 / command[0].Median)) { Bar = 5 };
    }

    /// <summary>Microseconds for one.</summary>
    private static async Task<double> Each(int times, Func<Task<bool>> once)
    {
        for (var i = 0; i < Math.Min(times, 500); i++) await once();
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
            if (!await once()) throw new InvalidOperationException("What is measured did not succeed.");
        return Stopwatch.GetElapsedTime(begun).TotalMicroseconds / times;
    }

    private static bool Verified(SigningKey key, string token) => Jwt.Read(token, id => id == key.Id ? key : null, DateTimeOffset.UtcNow) is not null;

    /// <summary>The same reading as one tenant, and as the owner of the table past every wall; each from a pool, as a batch, prepared.</summary>
    private static async Task<double> Look(Database database, bool walled)
    {
        const string One = "select slug from identity_organisations where tenant_id = $1";
        static async Task<bool> Found(NpgsqlDataReader reader) => await reader.ReadAsync() && reader.GetString(0).Length > 0;
        await using var owner = new NpgsqlSlimDataSourceBuilder(new NpgsqlConnectionStringBuilder(database.OwnerConnectionString) { Pooling = true, MaxAutoPrepare = 20, AutoPrepareMinUsages = 2, NoResetOnClose = true }.ConnectionString).Build();
        return await Each(3_000, async () =>
        {
            if (walled) return await database.Read(Acme, One, [], Found, CancellationToken.None);
            await using var connection = await owner.OpenConnectionAsync();
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(One) { Parameters = { new NpgsqlParameter<string> { TypedValue = Acme.Value } } } } };
            await using var reader = await batch.ExecuteReaderAsync();
            return await Found(reader);
        });
    }

    private static DefaultHttpContext Request(string token) => new() { Request = { Headers = { Authorization = "Bearer " + token } }, Connection = { RemoteIpAddress = IPAddress.Loopback } };

    /// <summary>An organisation, its owner, and a session of theirs.</summary>
    private static async Task<SignInId> Enter(EventStore.EventStore store)
    {
        var actor = new Actor("person", Ann.ToString(), "Ann Owner");
        var (here, people) = (store.Open(Acme, actor).Begin(), store.Open(Billing.Tenants.People, actor).Begin());
        here.New<Billing.Identity.Organisation>(Billing.Identity.Organisation.Id);
        here.Decide<Billing.Identity.Organisation, OrganisationEvent>(Billing.Identity.Organisation.Id, _ => (List<OrganisationEvent>)[new OrganisationFounded("acme", "Acme", Currency.Parse("EUR"), "Europe/Berlin", "de-DE", null), new MemberJoined(Ann, Role.Owner, null)]);
        Registration.Enrol(people, Ann, Person.Initial with { Email = "ann@example.test", FirstName = "Ann", LastName = "Owner" }, PasswordHash.OfNobody(HashingCost.OfToday.Rounds));
        var entry = Door.Admit(here, people, Ann, new DefaultHttpContext(), SignInMeans.Password, false);
        await here.CommitWith(people);
        return entry.Session;
    }

    private sealed class Plenty : Billing.Identity.Contracts.IEntitlements
    {
        public long? Limit(TenantId organisation, string name) => 1_000_000;
    }
}
