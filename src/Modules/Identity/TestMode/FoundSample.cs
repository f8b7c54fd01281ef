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

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/tenants/sample", async (SampleWanted? command, HttpContext http, Me me, FoundSample found, CancellationToken stop) => await found.Run(command ?? new(), http, me, stop))
        .Produces<FoundedSample>(201).Requires(Permission.OwnOrganisation).ForPeople().WithSummary("Found a made-up company to look at, in test mode, beside one's own organisation");

    public async Task<bool> IsSample(TenantId organisation, CancellationToken stop) => (await store.Open(organisation, Actor.System).Streams<Organisation>().Load(Organisation.Id, stop)).State.Seed is not null;

    private async Task<IResult> Run(SampleWanted command, HttpContext http, Me me, CancellationToken stop)
    {
        if (options.SignUp != SignUp.Open && me.Caller.Organisation.Tenant != options.FirstTenant) return Answers.SignUpClosed;
        var own = (await memberships.Of(me.Person, stop)).Find(one => one.Tenant == me.Caller.Organisation.Tenant)?.Slug ?? "";
        if (!Slugs.Read(command.Slug ?? own + "-sample").TryGet(out var slug, out var bad)) return Answers.As(bad);
        var now = time.GetUtcNow();
        var begin = new BeginTestMode(command.StartsAt ?? new DateTimeOffset(now.Year - YearsBack, now.Month, 1, 12, 0, 0, TimeSpan.Zero));
        if (begin.Decide(Organisation.Initial, bound: false, now).Refusal is { } refused) return Answers.As(refused);
        var at = TestClock.Cut(begin.StartsAt!.Value);
        var tenant = new TenantId(store.Open(Tenants.People, Actor.System).NewId().ToString("n"));
        var work = Visit.Open(store, http, tenant, me.Caller.Actor).Begin();
        work.New<Organisation>(Organisation.Id);
        work.Decide<Organisation, OrganisationEvent>(Organisation.Id, _ => (List<OrganisationEvent>)
        [
            new OrganisationFounded(slug, Name, Currency.Parse("USD"), "UTC", "en-US", null), new MemberJoined(me.Person, Role.Owner, null), new TestModeBegun(at), new SampleFounded(command.Seed ?? 1),
        ]);
        TestClock.Begin(work, at, modules.Where(module => module.InEverybodysTime).Select(module => module.Name));
        try
        {
            await work.Commit();
        }
        catch (RowTakenException lost) when (Answers.Taken(lost) is { } problem)
        {
            return problem;
        }
        var session = store.Open(tenant, Actor.System);
        await TestClock.Of(session, stop); // what the modules begin with is of that time
        foreach (var module in modules) await module.Welcome(session, CancellationToken.None);
        return Answer.Of(new FoundedSample(tenant.Value, slug, at), status: 201);
    }
}
