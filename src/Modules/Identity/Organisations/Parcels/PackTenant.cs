using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>Packs all that an organisation recorded, as it is at one moment, into a file.</summary>
internal sealed class PackTenant(EventStore.EventStore store, ListPeople list)
{
    private const string LogoOf = "select l.type, l.bytes from identity_logos l join identity_organisations o on o.tenant_id = l.tenant_id and o.logo = l.hash where l.tenant_id = $1";
    private const int Tries = 3;

    private static readonly Refusal Behind = new("read-models-behind", "The read models are behind what happened. Wait a little and try again; should it stay so, ask whoever runs this installation.");
    private static readonly Refusal Forgotten = new("forgotten-meanwhile", "Somebody was forgotten while the organisation was taken out. Take it out once more.");

    /// <summary>Notes in the log that it was taken out, and packs it.</summary>
    /// <param name="session">Of the organisation.</param>
    /// <param name="to">An empty file, to be read as well as written.</param>
    /// <param name="done">Told how much is done, 0 to 1.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Result<ParcelManifest>> Run(Session session, Stream to, Action<double> done, CancellationToken stop)
    {
        var organisations = session.Streams<Organisation>();
        await organisations.Decide<OrganisationEvent>(Organisation.Id, _ => new OrganisationTakenOut(), stop);
        try
        {
            for (var tries = 1; tries <= Tries; tries++)
            {
                to.SetLength(0);
                await using var taking = await TakingOut.Begin(store, session.Tenant, stop);
                var here = (await organisations.Load(Organisation.Id, stop)).State;
                var people = (await list.Members(session.Tenant, stop)).Select(one => new ParcelPerson(one.Id.Value, one.Email, one.FirstName, one.LastName, one.Role));
                var clock = here.TestModeSince is { } since && await TestClock.Of(session, stop) is { } shown ? new ParcelClock(since, shown.At, here.Seed) : null;
                var label = new ParcelLabel(Parcel.Format, taking.At, here.Slug, here.Name, here.Contact, here.Currency, here.TimeZone, here.Locale, [.. people], clock);
                var logo = await session.One<(string, byte[])?>(LogoOf, row => (row.GetString(0), row.GetFieldValue<byte[]>(1)), stop);
                var manifest = await Pack(to, session, taking, label, logo, done, stop);
                if (await taking.IsWhole(stop)) return manifest;
            }
            return Forgotten;
        }
        catch (NotMovableException)
        {
            return Behind;
        }
    }

    private async Task<ParcelManifest> Pack(Stream to, Session session, TakingOut taking, ParcelLabel label, (string Type, byte[] Bytes)? logo, Action<double> done, CancellationToken stop)
    {
        var (belongings, models) = (store.Model.Belongings, Parcel.ReadModels(store.Model));
        var (parts, packed, events) = (belongings.Count + models.Count + 1.0, 0.0, 0L);
        await using var parcel = new PackedParcel(to, taking.At, session.NewId);
        await parcel.Add(Parcel.LabelFile, JsonSerializer.SerializeToUtf8Bytes(label, Parcel.Json), stop);
        if (logo is { } sign) await parcel.Add(Parcel.LogoFile(sign.Type), sign.Bytes, stop);
        foreach (var belonging in belongings)
        {
            await parcel.Add(Parcel.FileOf(belonging), Lines(parcel, taking, belonging, stop), stop);
            done(++packed / parts);
        }
        await parcel.Add(Parcel.EventsFile, Events(), stop);
        done(++packed / parts);
        foreach (var model in models)
        {
            await parcel.Add(Parcel.FileOf(model), taking.Read(model, stop), stop);
            done(++packed / parts);
        }
        ParcelManifest? manifest = null;
        await parcel.Seal(all => manifest = new(Parcel.Format, Parcel.Product, session.Tenant.Value, taking.At, taking.Position, events, all), stop);
        return manifest!;

        async IAsyncEnumerable<byte[]> Events()
        {
            await foreach (var moved in taking.Read(Parcel.Takes, stop))
            {
                yield return JsonSerializer.SerializeToUtf8Bytes(moved, Parcel.Json);
                if (++events % 1_000 == 0) done((packed + ((double)events / Math.Max(events, taking.Events))) / parts);
            }
        }
    }

    private static async IAsyncEnumerable<byte[]> Lines(PackedParcel parcel, TakingOut taking, Belonging belonging, [EnumeratorCancellation] CancellationToken stop)
    {
        var files = new ParcelFiles();
        await foreach (var line in taking.Read(belonging, stop))
        {
            if (belonging.Bytes is not { } field)
            {
                yield return Encoding.UTF8.GetBytes(line);
                continue;
            }
            var (rest, name, bytes) = files.Apart(line, field);
            await parcel.Add(name, bytes, stop);
            yield return rest;
        }
    }
}
