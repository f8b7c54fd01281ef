using Billing.EventStore;
using Billing.Identity.Contracts;

namespace Billing.Identity;

/// <summary>Packs and takes in as the product itself, whoever runs it answering for that.</summary>
internal sealed class Parcels(EventStore.EventStore store, PackTenant pack, TakeInTenant taking, People people) : IParcels
{
    public async Task<Result<PackedOrganisation>> Pack(TenantId organisation, Stream to, Action<double> done, CancellationToken stop)
    {
        await new CatchingUp(store).Run(stop);
        var packed = await pack.Run(store.Open(organisation, Actor.System), to, done, stop);
        return packed.TryGet(out var manifest, out var refused)
            ? new PackedOrganisation(manifest.Organisation, manifest.TakenOutAt, manifest.Position, manifest.Events, [.. manifest.Parts.Select(part => new PackedFile(part.Name, part.Lines, part.Bytes, part.Hash))])
            : refused;
    }

    public async Task<Result<ArrivedOrganisation>> TakeIn(Stream file, string owner, string? slug, Action<string, double> report, CancellationToken stop)
    {
        if (await people.FindByEmail(owner, stop) is not { Active: true } known) return new Refusal("nobody-of-that-address", $"Nobody signs in here as {owner}. Name somebody who does with --owner; where nobody does yet, start the product and register first.");
        var taken = await taking.Run(file, new Arrival(slug, known.Id, tenant => store.Open(tenant, Actor.System), report), stop);
        return taken.TryGet(out var here, out var refused)
            ? new ArrivedOrganisation(here.Id, here.Slug, here.Name, here.Events, here.Lines, here.ReadModels, here.Rows, [.. here.People.Select(person => person.Email)])
            : refused;
    }
}
