using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Identity;

/// <summary>The owner takes everything along: all that happened, in one file that another installation, or this one, can take in.</summary>
internal static class ExportTenant
{
    private const string LogoOf = "select l.type, l.bytes from identity_logos l join identity_organisations o on o.tenant_id = l.tenant_id and o.logo = l.hash where l.tenant_id = $1";
    private const string HowMany = "select count(*) from mt_events where tenant_id = $1";

    /// <summary>Elsewhere it would go by everybody's time, and catch up in earnest with what it tried out.</summary>
    private static readonly Refusal StaysHere = new("test-mode-stays-here", "An organisation in test mode is not taken along: its time is its own.");

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/tenants/me/export", async (Session session, ListPeople list, WorkProgress progress, CommandEdge edge, CancellationToken stop, Guid? run = null) =>
        {
            var id = run ?? session.NewId();
            var organisations = session.Streams<Organisation>();
            if ((await organisations.Load(Organisation.Id, stop)).State.TestMode) return (IResult)edge.Refused(StaysHere);
            await organisations.Decide<OrganisationEvent>(Organisation.Id, _ => new OrganisationTakenOut(), stop);
            var here = (await organisations.Load(Organisation.Id, stop)).State;
            var people = (await list.Members(session.Tenant, stop)).Select(one => new ParcelPerson(one.Id.Value, one.Email, one.FirstName, one.LastName, one.Role));
            var label = new ParcelLabel(Parcel.Format, session.Now, here.Name, here.Contact, here.Currency, here.TimeZone, here.Locale, [.. people]);
            var logo = await session.One<(string, byte[])?>(LogoOf, row => (row.GetString(0), row.GetFieldValue<byte[]>(1)), stop);
            using var running = progress.Begin(session.Tenant, id, "packing");
            var file = Parcel.Draft(session.NewId());
            try
            {
                await Pack(file, session, label, logo, done => progress.Report(session.Tenant, id, done), stop);
                file.Position = 0;
                return TypedResults.Stream(file, Parcel.MediaType, $"{here.Slug}.zip"); // whole before the answer begins, so that what fails is a problem and no file cut short
            }
            catch
            {
                await file.DisposeAsync();
                throw;
            }
        })
        .Produces(200, contentType: Parcel.MediaType).Requires(Permission.OwnOrganisation).ForPeople().WithMetadata(new KeepsNoAnswer()).WithSummary("Take out all that the organisation recorded, as one file");

    /// <summary>What modules keep beside the log comes before the log: it speaks of nothing that the log, read later, does not tell of.</summary>
    private static async Task Pack(Stream file, Session session, ParcelLabel label, (string Type, byte[] Bytes)? logo, Action<double> done, CancellationToken stop)
    {
        await using var parcel = await PackedParcel.Begin(file, stop);
        await parcel.Add(Parcel.LabelFile, JsonSerializer.SerializeToUtf8Bytes(label, Parcel.Json), stop);
        if (logo is { } sign) await parcel.Add(Parcel.LogoFile(sign.Type), sign.Bytes, stop);
        var taking = new TakingOut(session.Store);
        var belongings = session.Store.Model.Belongings;
        for (var n = 0; n < belongings.Count; n++)
        {
            await parcel.Add(Parcel.FileOf(belongings[n]), Lines(taking, session.Tenant, belongings[n], stop), _ => { }, stop);
            done((n + 1.0) / (belongings.Count + 1));
        }
        var all = await session.One(HowMany, row => row.GetInt64(0), stop);
        await parcel.Add(Parcel.EventsFile, Events(taking, session.Tenant, stop), packed => done((belongings.Count + ((double)packed / Math.Max(packed, all))) / (belongings.Count + 1)), stop);
        await parcel.Close(stop);
    }

    private static async IAsyncEnumerable<byte[]> Lines(TakingOut taking, TenantId tenant, Belonging belonging, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var line in taking.Read(tenant, belonging, stop)) yield return Encoding.UTF8.GetBytes(line);
    }

    private static async IAsyncEnumerable<byte[]> Events(TakingOut taking, TenantId tenant, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var moved in taking.Read(tenant, Parcel.Takes, stop)) yield return JsonSerializer.SerializeToUtf8Bytes(moved, Parcel.Json);
    }
}
