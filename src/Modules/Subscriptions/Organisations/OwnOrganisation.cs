using System.Security.Cryptography;
using System.Text;
using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>Something that happened between the operator and an organisation of the product. It lies with the operator's.</summary>
internal abstract record OwnOrganisationEvent;

/// <summary>An organisation is a client of the operator's: what it subscribes to says what it may do.</summary>
/// <param name="Organisation">Its key.</param>
/// <param name="ClientId">The client that it is.</param>
[Event("subscriptions.organisation_became_client")]
internal sealed record OrganisationBecameClient(string Organisation, ClientId ClientId) : OwnOrganisationEvent;

/// <summary>The organisation is no client any more: nothing limits it.</summary>
[Event("subscriptions.organisation_set_free")]
internal sealed record OrganisationSetFree : OwnOrganisationEvent;

/// <summary>An organisation of the product as the operator bills it.</summary>
/// <param name="ClientId">The client that it is; null for none.</param>
internal sealed record OwnOrganisation(ClientId? ClientId) : IAggregate<OwnOrganisation>
{
    public static string Alias => "subscriptions.organisation";

    public static OwnOrganisation Initial { get; } = new((ClientId?)null);

    /// <summary>The stream of each organisation's, in the operator's.</summary>
    public static Guid Id(TenantId organisation) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"organisation {organisation}")).AsSpan(0, 16), bigEndian: true);

    public OwnOrganisation Apply(object happened) => happened switch
    {
        OrganisationBecameClient e => this with { ClientId = e.ClientId },
        OrganisationSetFree => this with { ClientId = null },
        _ => throw new UnknownEventException(nameof(OwnOrganisation), happened),
    };
}

/// <summary>An organisation and the client that it is.</summary>
internal sealed record OwnOrganisationRow(Guid Id, string Organisation, Guid? ClientId, long Version);

internal sealed class OwnOrganisationRows : Projection<OwnOrganisationRow>
{
    public OwnOrganisationRows() : base("subscriptions.organisations", new RowTable<OwnOrganisationRow>("subscriptions_organisations"), Lifecycle.Inline, inlineStream: OwnOrganisation.Alias)
    {
        CoversAll<OwnOrganisationEvent>();
        Uses<OrganisationBecameClient>((_, e, at) => new OwnOrganisationRow(at.StreamId, e.Organisation, e.ClientId.Value, at.Version));
        Uses<OrganisationSetFree>((row, _, at) => row! with { ClientId = null, Version = at.Version });
    }
}
