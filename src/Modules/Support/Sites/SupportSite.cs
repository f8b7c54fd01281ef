using Billing.EventStore;

namespace Billing.Support;

/// <summary>Something that happened to a site.</summary>
internal abstract record SupportSiteEvent;

/// <summary>A site is hosted for a client.</summary>
/// <param name="ClientId">For whom.</param>
/// <param name="Name">As people call it.</param>
/// <param name="WebAddress">Where it is; empty where nobody says.</param>
/// <param name="Start">The first day on which it is hosted.</param>
/// <param name="Fee">For a whole month, from the beginning on.</param>
/// <param name="OutsideId">What the system that it came from calls it; empty for none.</param>
[Event("support.site_taken_on"), Announced]
internal sealed record SiteTakenOn(Guid ClientId, string Name, string WebAddress, DateOnly Start, Money Fee, string OutsideId) : SupportSiteEvent;

/// <summary>It is another client's.</summary>
/// <param name="ClientId">Whose.</param>
/// <param name="By">Who says so.</param>
[Event("support.site_given")]
internal sealed record SiteGiven(Guid ClientId, ToldBy By) : SupportSiteEvent;

/// <summary>It is called otherwise.</summary>
/// <param name="Name">As people call it from now on.</param>
/// <param name="By">Who says so.</param>
[Event("support.site_renamed")]
internal sealed record SiteRenamed(string Name, ToldBy By) : SupportSiteEvent;

/// <summary>It is elsewhere.</summary>
/// <param name="WebAddress">Where; empty where nobody says.</param>
/// <param name="By">Who says so.</param>
[Event("support.site_moved")]
internal sealed record SiteMoved(string WebAddress, ToldBy By) : SupportSiteEvent;

/// <summary>Its hosting began on another day than was known. A month that was billed is made up for by a charge.</summary>
/// <param name="Start">The first day.</param>
/// <param name="By">Who says so.</param>
[Event("support.hosting_started")]
internal sealed record HostingStarted(DateOnly Start, ToldBy By) : SupportSiteEvent;

/// <summary>Its hosting ends on a day, or does not end after all.</summary>
/// <param name="End">The last day; missing: nobody knows one.</param>
/// <param name="By">Who says so.</param>
[Event("support.hosting_ended"), Announced]
internal sealed record HostingEnded(DateOnly? End, ToldBy By) : SupportSiteEvent;

/// <summary>Another monthly fee, from a month on; one of the same month is replaced.</summary>
/// <param name="From">The first day of that month.</param>
/// <param name="Fee">For a whole month; nothing is really nothing.</param>
/// <param name="By">Who says so.</param>
[Event("support.hosting_fee_agreed")]
internal sealed record HostingFeeAgreed(DateOnly From, Money Fee, ToldBy By) : SupportSiteEvent;

/// <summary>It is put away: lists do not show it. The months in which it was hosted stay as they are.</summary>
/// <param name="By">Who says so; missing: it was not written down.</param>
[Event("support.site_archived")]
internal sealed record SiteArchived(ToldBy? By = null) : SupportSiteEvent;

/// <summary>Lists show it again.</summary>
[Event("support.site_restored")]
internal sealed record SiteRestored : SupportSiteEvent;

/// <summary>The fields of a site that both a person and the system it came from may say.</summary>
[Flags]
internal enum SiteFields
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary>The client.</summary>
    Client = 1,

    /// <summary>Its name.</summary>
    Name = 2,

    /// <summary>Where it is.</summary>
    WebAddress = 4,

    /// <summary>When hosting began.</summary>
    Start = 8,

    /// <summary>When hosting ends.</summary>
    End = 16,

    /// <summary>Its monthly fee.</summary>
    Fee = 32,
}

/// <summary>A site that is hosted for a client.</summary>
/// <param name="Fees">From the earliest on; the first one holds from the beginning.</param>
/// <param name="Edited">What a person said last.</param>
internal sealed record SupportSite(Guid ClientId, string Name, string WebAddress, DateOnly Start, DateOnly? End, ValueList<HostingFee> Fees, string OutsideId, SiteFields Edited, bool IsArchived) : IAggregate<SupportSite>
{
    public static string Alias => "support.site";

    public static SupportSite Initial { get; } = new(default, "", "", default, null, [], "", SiteFields.None, false);

    /// <summary>Who put it away; null: nobody, or it was not written down who.</summary>
    public ToldBy? ArchivedBy { get; init; }

    /// <summary>As figures are made of it.</summary>
    public HostedSite Hosted(Guid id) => new(id, Name, Start, End, Fees);

    /// <summary>From when on a fee holds that is agreed now and that no fee agreed before comes after.</summary>
    /// <param name="month">The first day of the month that it is.</param>
    public DateOnly LatestFrom(DateOnly month) => Fees.Count > 0 && Fees[^1].From > month ? Fees[^1].From : month;

    public SupportSite Apply(object happened) => happened switch
    {
        SiteTakenOn e => this with { ClientId = e.ClientId, Name = e.Name, WebAddress = e.WebAddress, Start = e.Start, Fees = [new(Months.Of(e.Start), e.Fee)], OutsideId = e.OutsideId },
        SiteGiven e => this with { ClientId = e.ClientId, Edited = By(e.By, SiteFields.Client) },
        SiteRenamed e => this with { Name = e.Name, Edited = By(e.By, SiteFields.Name) },
        SiteMoved e => this with { WebAddress = e.WebAddress, Edited = By(e.By, SiteFields.WebAddress) },
        HostingStarted e => this with { Start = e.Start, Edited = By(e.By, SiteFields.Start) },
        HostingEnded e => this with { End = e.End, Edited = By(e.By, SiteFields.End) },
        HostingFeeAgreed e => this with { Fees = [.. Fees.Where(fee => fee.From != e.From).Append(new(e.From, e.Fee)).OrderBy(fee => fee.From)], Edited = By(e.By, SiteFields.Fee) },
        SiteArchived e => this with { IsArchived = true, ArchivedBy = e.By },
        SiteRestored => this with { IsArchived = false, ArchivedBy = null },
        _ => throw new UnknownEventException(nameof(SupportSite), happened),
    };

    private SiteFields By(ToldBy by, SiteFields field) => by == ToldBy.Person ? Edited | field : Edited;
}
