using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>Found a made-up company to look at.</summary>
/// <param name="Slug">Its name in addresses; left out: that of the organisation at hand with <c>-sample</c> behind it, so that there is one.</param>
/// <param name="StartsAt">What its clock shows first, UTC; left out: noon of the first day of this month two years ago.</param>
/// <param name="Seed">What is played in it comes of this number; left out: 1.</param>
internal sealed record SampleWanted(string? Slug = null, DateTimeOffset? StartsAt = null, int? Seed = null);

/// <summary>A made-up company that was founded; one goes over to it as to any other of one's organisations.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="StartsAt">What its clock shows, UTC.</param>
internal sealed record FoundedSample(string Id, string Slug, DateTimeOffset StartsAt);

/// <summary>
/// A made-up company beside one's own: an organisation in test mode whose clock begins in the past. It is empty; what happens in it is played.
/// Where organisations register, whoever owns one may found it; elsewhere only the owner of the operator's own.
/// </summary>
internal sealed class FoundSample(EventStore.EventStore store, IdentityOptions options, Memberships memberships, IReadOnlyList<IModule> modules, TimeProvider time) : ISamples
{
    public const string Name = "Sample company";
    private const int YearsBack = 2;
    private const int UsualSeed = 1;

    /// <summary>How much of a name in addresses stands in that of the company beside it: room is left for what comes behind.</summary>
    private const int LongestOwn = 80;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/tenants/sample", async (SampleWanted? command, HttpContext http, Me me, FoundSample found, CancellationToken stop) => await found.Run(command ?? new(), http, me, stop))
        .Produces<FoundedSample>(201).Requires(Permission.OwnOrganisation).ForPeople().WithSummary("Found a made-up company to look at, in test mode, beside one's own organisation");

    public async Task<bool> IsSample(TenantId organisation, CancellationToken stop) => (await store.Open(organisation, Actor.System).Streams<Organisation>().Load(Organisation.Id, stop)).State.Seed is not null;

    private async Task<IResult> Run(SampleWanted command, HttpContext http, Me me, CancellationToken stop)
    {
        if (options.SignUp != SignUp.Open && me.Caller.Organisation.Tenant != options.FirstTenant) return Answers.SignUpClosed;
        var own = (await memberships.Of(me.Person, stop)).Find(one => one.Tenant == me.Caller.Organisation.Tenant)?.Slug ?? "";
        if (!Slugs.Read(command.Slug ?? own + "-sample").TryGet(out var slug, out var bad)) return Answers.As(bad);
        var begin = new BeginTestMode(command.StartsAt ?? Usually());
        if (begin.Decide(Organisation.Initial, bound: false, time.GetUtcNow()).Refusal is { } refused) return Answers.As(refused);
        var (founded, problem) = await Found(slug, TestClock.Cut(begin.StartsAt!.Value), command.Seed ?? UsualSeed, me.Person, me.Caller.Actor, http, stop);
        return problem is null ? Answer.Of(founded!, status: 201) : problem;
    }

    /// <summary>Founds one beside an organisation that was registered a moment ago, as one that is asked for without wishes; under a longer name where its own is taken.</summary>
    /// <param name="slug">The organisation's.</param>
    /// <param name="owner">Who registered it.</param>
    /// <param name="actor">The same, as the log names them.</param>
    /// <param name="http">In whose course it is founded.</param>
    public async Task Beside(string slug, PersonId owner, Actor actor, HttpContext http)
    {
        var own = slug[..Math.Min(slug.Length, LongestOwn)] + "-sample";
        foreach (var name in new[] { own, $"{own}-{owner.Value.ToString("n")[^6..]}" })
            if ((await Found(name, Usually(), UsualSeed, owner, actor, http, CancellationToken.None)).Problem is null) return;
    }

    private DateTimeOffset Usually()
    {
        var now = time.GetUtcNow();
        return new(now.Year - YearsBack, now.Month, 1, 12, 0, 0, TimeSpan.Zero);
    }

    private async Task<(FoundedSample? Founded, Problem? Problem)> Found(string slug, DateTimeOffset at, int seed, PersonId owner, Actor actor, HttpContext http, CancellationToken stop)
    {
        var tenant = new TenantId(store.Open(Tenants.People, Actor.System).NewId().ToString("n"));
        var work = Visit.Open(store, http, tenant, actor).Begin();
        work.New<Organisation>(Organisation.Id);
        work.Decide<Organisation, OrganisationEvent>(Organisation.Id, _ => (List<OrganisationEvent>)
        [
            new OrganisationFounded(slug, Name, Currency.Parse("USD"), "UTC", "en-US", null), new MemberJoined(owner, Role.Owner, null), new TestModeBegun(at), new SampleFounded(seed),
        ]);
        TestClock.Begin(work, at, modules.Where(module => module.InEverybodysTime).Select(module => module.Name));
        try
        {
            await work.Commit();
        }
        catch (RowTakenException lost) when (Answers.Taken(lost) is { } problem)
        {
            return (null, problem);
        }
        var session = store.Open(tenant, Actor.System);
        await TestClock.Of(session, stop); // what the modules begin with is of that time
        foreach (var module in modules) await module.Welcome(session, CancellationToken.None);
        return (new FoundedSample(tenant.Value, slug, at), null);
    }
}
