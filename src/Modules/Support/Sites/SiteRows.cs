using Billing.EventStore;

namespace Billing.Support;

/// <summary>A site as lists and months read it.</summary>
internal sealed record SiteRow(Guid Id, Guid ClientId, string Name, string WebAddress, DateOnly StartOn, DateOnly? EndOn, [Jsonb] IReadOnlyList<SiteFeeCell> Fees, string OutsideId, int Edited, bool Archived, long Version);

/// <summary>A monthly fee in a row.</summary>
internal sealed record SiteFeeCell(DateOnly From, decimal Amount, string Currency)
{
    public HostingFee Read() => new(From, new Money(Amount, Billing.Currency.Parse(Currency)));
}

internal sealed class SiteRows : Projection<SiteRow>
{
    public SiteRows() : base("support.sites", new RowTable<SiteRow>("support_sites"), Lifecycle.Inline, inlineStream: SupportSite.Alias)
    {
        CoversAll<SupportSiteEvent>();
        Uses<SiteTakenOn>((_, e, at) => Of(SupportSite.Initial.Apply(e), at));
        Uses<SiteGiven>((row, e, at) => Edited(row! with { ClientId = e.ClientId }, e.By, SiteFields.Client, at));
        Uses<SiteRenamed>((row, e, at) => Edited(row! with { Name = e.Name }, e.By, SiteFields.Name, at));
        Uses<SiteMoved>((row, e, at) => Edited(row! with { WebAddress = e.WebAddress }, e.By, SiteFields.WebAddress, at));
        Uses<HostingStarted>((row, e, at) => Edited(row! with { StartOn = e.Start }, e.By, SiteFields.Start, at));
        Uses<HostingEnded>((row, e, at) => Edited(row! with { EndOn = e.End }, e.By, SiteFields.End, at));
        Uses<HostingFeeAgreed>((row, e, at) => Edited(row! with { Fees = [.. row.Fees.Where(fee => fee.From != e.From).Append(Cell(new(e.From, e.Fee))).OrderBy(fee => fee.From)] }, e.By, SiteFields.Fee, at));
        Uses<SiteArchived>((row, _, at) => row! with { Archived = true, Version = at.Version });
        Uses<SiteRestored>((row, _, at) => row! with { Archived = false, Version = at.Version });
    }

    private static SiteRow Of(SupportSite site, StoredEvent at) => new(at.StreamId, site.ClientId, site.Name, site.WebAddress, site.Start, site.End, [.. site.Fees.Select(Cell)], site.OutsideId, 0, false, at.Version);

    private static SiteFeeCell Cell(HostingFee fee) => new(fee.From, fee.Fee.Amount, fee.Fee.Currency.Code);

    private static SiteRow Edited(SiteRow row, ToldBy by, SiteFields field, StoredEvent at) => row with { Edited = by == ToldBy.Person ? row.Edited | (int)field : row.Edited, Version = at.Version };
}
