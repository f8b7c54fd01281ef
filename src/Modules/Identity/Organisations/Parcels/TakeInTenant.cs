using System.Security.Cryptography;
using System.Text;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>How an organisation arrives.</summary>
/// <param name="Slug">What it is to be called in addresses; null: as it was.</param>
/// <param name="Owner">Whom it belongs to from now on.</param>
/// <param name="Open">Opens a session of whoever takes it in.</param>
/// <param name="Report">Told the stage and how much of it is done, 0 to 1.</param>
internal sealed record Arrival(string? Slug, PersonId Owner, Func<TenantId, Session> Open, Action<string, double> Report);

/// <summary>
/// Takes in an organisation that was taken out: everything that happened keeps its time, its author and its ids, and every read model is the same row by row, or
/// nothing is taken in. Its key follows from the file, the slug and the owner, so that doing it again, after whatever broke, goes on where it stopped and makes no
/// second one. Nothing is told, sent or collected because of what came in: followers of the log pass over what happened before its organisation was here.
/// </summary>
internal sealed class TakeInTenant(EventStore.EventStore store, IdentityOptions options, Removals removals, IReadOnlyList<IModule> modules, TimeProvider time)
{
    public static readonly Refusal SlugTaken = new("slug-taken", Answers.SlugTaken.Detail);

    private const int Shown = 5;

    public async Task<Result<ImportedTenant>> Run(Stream file, Arrival arrival, CancellationToken stop)
    {
        if (!SentParcel.Open(file).TryGet(out var parcel, out var refused)) return refused;
        if (parcel.Check(store.Model, done => arrival.Report("checking", done)) is { } altered) return altered;
        if (!Slugs.Read(arrival.Slug ?? parcel.Label.Slug).TryGet(out var slug, out refused)) return refused;
        var (tenant, isThere) = await PlaceFor(parcel, slug, arrival.Owner, stop);
        return isThere ? Arrived(parcel, slug, tenant) : await TakeIn(parcel, slug, tenant, arrival, stop);
    }

    private async Task<Result<ImportedTenant>> TakeIn(SentParcel parcel, string slug, TenantId tenant, Arrival arrival, CancellationToken stop)
    {
        if (Founding(parcel, slug, tenant, arrival) is ({ } wrong, _)) return wrong;
        var taken = await store.ByProof(Proof.OfSlug(slug), "select true from identity_organisations where proofs ? $1 and not deleted", row => row.GetBoolean(0), stop);
        if (taken.Count > 0) return SlugTaken;
        try
        {
            if (await Write(parcel, tenant, arrival, stop) is { } differs) return differs;
            arrival.Report("proving", 0);
            await new CatchingUp(store).Run(stop);
            if (await ProveFollowing(parcel, tenant, stop) is { } lags)
            {
                await GiveUp(parcel, tenant, arrival);
                return lags;
            }
        }
        catch (NotMovableException no)
        {
            return new Refusal("not-movable", no.Message);
        }
        var (_, work) = Founding(parcel, slug, tenant, arrival);
        try
        {
            await work!.Commit();
        }
        catch (RowTakenException lost) when (Answers.Taken(lost) is not null)
        {
            await GiveUp(parcel, tenant, arrival);
            return SlugTaken;
        }
        var session = store.Open(tenant, Actor.System);
        if (parcel.Label.TestMode is not null) await TestClock.Of(session, stop); // what the modules begin with is of that time
        foreach (var module in modules) await module.Welcome(session, CancellationToken.None);
        return Arrived(parcel, slug, tenant);
    }

    /// <summary>All of it or nothing, in one transaction, in which read models that belong to it are proved.</summary>
    private async Task<Refusal?> Write(SentParcel parcel, TenantId tenant, Arrival arrival, CancellationToken stop)
    {
        var putting = new PuttingIn(store);
        if (await putting.IsIn(tenant, stop)) return null; // a try that was cut off behind its commit: all is in, but nobody owns it yet
        var now = parcel.Label.TestMode is { } clock && clock.At > time.GetUtcNow() ? clock.At : time.GetUtcNow();
        foreach (var moved in parcel.ReadEvents(done => arrival.Report("trying", done)))
        {
            putting.Try(tenant, moved, now);
            stop.ThrowIfCancellationRequested();
        }
        foreach (var belonging in store.Model.Belongings) await putting.Prepare(tenant, belonging, parcel.Lines(belonging), stop);
        var (lines, all) = (0L, Math.Max(1, parcel.Events + parcel.Belongings));
        try
        {
            await putting.Write(tenant, Counted(parcel.ReadEvents(_ => { })), here => Prove(parcel, here, ReadModels(Lifecycle.Inline), stop), stop, [.. store.Model.Belongings.Select(belonging => (belonging, Counted(parcel.Lines(belonging))))]);
            return null;
        }
        catch (NotAlikeException other)
        {
            return Differs(other.Differences);
        }

        IEnumerable<T> Counted<T>(IEnumerable<T> each)
        {
            foreach (var one in each)
            {
                yield return one;
                if (++lines % 1_000 == 0) arrival.Report("writing", (double)lines / all);
            }
        }
    }

    /// <summary>Read models that follow the log are there a little later. Whatever has happened here since has rows of its own.</summary>
    private async Task<Refusal?> ProveFollowing(SentParcel parcel, TenantId tenant, CancellationToken stop)
    {
        await using var here = await TakingOut.Begin(store, tenant, stop);
        var differences = (await Prove(parcel, here, ReadModels(Lifecycle.Async), stop)).Where(one => here.Events == parcel.Events || one is not { Column: "*", There: null }).ToList();
        return differences.Count > 0 ? Differs(differences) : null;
    }

    private static async Task<IReadOnlyList<RowDifference>> Prove(SentParcel parcel, TakingOut here, IEnumerable<ReadModel> models, CancellationToken stop)
    {
        var differences = new List<RowDifference>();
        foreach (var model in models)
            if (parcel.Rows(model) is { } rows) differences.AddRange(await Likeness.Of(here, model, rows.Hash, rows.Open, stop));
        return differences;
    }

    private IEnumerable<ReadModel> ReadModels(Lifecycle lifecycle) =>
        Parcel.ReadModels(store.Model).Where(model => model.Projections.All(name => store.Model.Projections.Single(projection => projection.Name == name).Lifecycle == lifecycle));

    private static Refusal Differs(IReadOnlyList<RowDifference> differences)
    {
        var first = differences.Take(Shown).Select(one => $"{one.Table} {one.Key} {one.Column}: {one.Here ?? "nothing"} instead of {one.There ?? "nothing"}");
        return new Refusal("not-the-same", $"Nothing was taken in, because read models would not be what they were: {string.Join("; ", first)}{(differences.Count > Shown ? "; and others" : "")}. Take the organisation in with the version that took it out.")
            .With("differences", differences.Select(one => new { table = one.Table, key = one.Key, column = one.Column, there = one.There, here = one.Here }));
    }

    private ImportedTenant Arrived(SentParcel parcel, string slug, TenantId tenant)
    {
        var models = Parcel.ReadModels(store.Model).Select(Parcel.FileOf).ToHashSet();
        var proved = parcel.Manifest.Parts.Where(part => models.Contains(part.Name)).ToList();
        return new(tenant.Value, slug, parcel.Label.Name, parcel.Events, parcel.Belongings, proved.Count, proved.Sum(part => part.Lines - 1), parcel.Label.People);
    }

    /// <summary>The key that follows from the file, the slug and the owner, and whether their organisation is there already. One that was deleted since makes room for another.</summary>
    private async Task<(TenantId Tenant, bool IsThere)> PlaceFor(SentParcel parcel, string slug, PersonId owner, CancellationToken stop)
    {
        for (var turn = 0; ; turn++)
        {
            var tenant = new TenantId(new Guid(SHA256.HashData([.. parcel.Seal, .. Encoding.UTF8.GetBytes($" {owner} {turn} {slug}")]).AsSpan(0, 16), bigEndian: true).ToString("n"));
            var there = await store.Open(tenant, Actor.System).Streams<Organisation>().Load(Organisation.Id, stop);
            if (!there.Exists && !await removals.Know(tenant, stop)) return (tenant, false);
            if (there is { Exists: true, State.IsDeleted: false } && there.State.Slug == slug && there.State.Find(owner) is { Active: true }) return (tenant, true);
        }
    }

    private (Refusal? Wrong, Work? Work) Founding(SentParcel parcel, string slug, TenantId tenant, Arrival arrival)
    {
        var label = parcel.Label;
        if (!PlainText.Name(label.Name, "An organisation", 255).TryGet(out var name, out var refused)) return (refused, null);
        if (!Habits.Read(label.Currency.ToString(), label.TimeZone, label.Locale).TryGet(out var habits, out refused)) return (refused, null);
        var work = arrival.Open(tenant).Begin();
        work.New<Organisation>(Organisation.Id);
        DateOnly? trial = options.SignUp == SignUp.Open ? LocalDay.Of(time.GetUtcNow(), habits.Zone).AddDays(Registration.TrialDays) : null;
        work.Decide<Organisation, OrganisationEvent>(Organisation.Id, _ => (List<OrganisationEvent>)
        [
            new OrganisationFounded(slug, name, habits.Currency, habits.Zone.Id, habits.Locale, label.TestMode is null ? trial : null), new MemberJoined(arrival.Owner, Role.Owner, null), new OrganisationTakenIn(label.TakenOutAt, parcel.Events),
            .. label.TestMode is { } begun ? [new TestModeBegun(begun.Since)] : Array.Empty<OrganisationEvent>(), .. label.TestMode?.Seed is { } seed ? [new SampleFounded(seed)] : Array.Empty<OrganisationEvent>(),
        ]);
        if (work.Decide<Organisation, OrganisationEvent>(Organisation.Id, new AmendTenant(Contact: label.Contact).Decide) is { } no) return (no, null);
        if (label.TestMode is { } clock) TestClock.Begin(work, TestClock.Cut(clock.At), modules.Where(module => module.InEverybodysTime).Select(module => module.Name));
        return parcel.Logo() is { } logo && Logo.Place(work, logo) is { } wrong ? (wrong, null) : (null, work);
    }

    /// <summary>It cannot be opened after all: what came in belongs to an organisation that never opened, under a slug that nobody wants. It is removed as any that was deleted.</summary>
    private async Task GiveUp(SentParcel parcel, TenantId tenant, Arrival arrival)
    {
        var (_, work) = Founding(parcel, tenant.Value, tenant, arrival);
        work!.Decide<Organisation, OrganisationEvent>(Organisation.Id, _ => new OrganisationDeleted());
        await work.Commit();
    }
}
