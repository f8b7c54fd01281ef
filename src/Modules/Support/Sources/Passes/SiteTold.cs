using System.Globalization;
using Billing.EventStore;

namespace Billing.Support;

/// <summary>What a record of a CRM says of a hosted site now.</summary>
/// <param name="Fee">For a month; null: nobody says.</param>
internal sealed record SiteTold(Guid ClientId, string Name, string WebAddress, DateOnly Start, DateOnly? End, Money? Fee)
{
    /// <summary>A new site.</summary>
    /// <param name="usual">What a month costs where nobody says.</param>
    public IEnumerable<SupportSiteEvent> Begin(string outsideId, Money usual)
    {
        yield return new SiteTakenOn(ClientId, Name, WebAddress, Start, Fee ?? usual, outsideId);
        if (End is not null) yield return new HostingEnded(End, ToldBy.Source);
    }

    /// <summary>Takes over what differs; another fee holds from a month on, and is the latest one. What a person said and put away stays so, field by field.</summary>
    /// <param name="month">The first day of the month that it is there.</param>
    /// <param name="wasLost">Whether it was in the bin there when it was last looked at.</param>
    public Decision<SupportSiteEvent> Again(SupportSite now, DateOnly month, bool wasLost)
    {
        var happened = Differences(now, month).Where(one => !now.Edited.HasFlag(one.Field)).Select(one => one.Happened).ToList();
        if (wasLost && now.IsArchived && now.ArchivedBy != ToldBy.Person) happened.Add(new SiteRestored());
        return happened;
    }

    /// <summary>Lines of fields that a person said.</summary>
    public IEnumerable<PassLine> LeftAlone(SupportSite now, DateOnly month, string outsideId, Guid target) => Differences(now, month).Where(one => now.Edited.HasFlag(one.Field))
        .Select(one => new PassLine(PassDid.LeftAlone, OutsideKind.Site, outsideId, target, Words.Of(one.Field), SiteDiary.Value(now, one.Field), SiteDiary.Value(now.Apply(one.Happened), one.Field)));

    private IEnumerable<(SiteFields Field, SupportSiteEvent Happened)> Differences(SupportSite now, DateOnly month)
    {
        if (ClientId != now.ClientId) yield return (SiteFields.Client, new SiteGiven(ClientId, ToldBy.Source));
        if (Name != now.Name) yield return (SiteFields.Name, new SiteRenamed(Name, ToldBy.Source));
        if (WebAddress != now.WebAddress) yield return (SiteFields.WebAddress, new SiteMoved(WebAddress, ToldBy.Source));
        if (Start != now.Start) yield return (SiteFields.Start, new HostingStarted(Start, ToldBy.Source));
        if (End != now.End) yield return (SiteFields.End, new HostingEnded(End, ToldBy.Source));
        if (Fee is { } fee && now.Fees.Count > 0 && fee != now.Fees[^1].Fee) yield return (SiteFields.Fee, new HostingFeeAgreed(now.LatestFrom(month), fee, ToldBy.Source));
    }
}

/// <summary>Sites in the diary: each event as fields, and back.</summary>
internal static class SiteDiary
{
    /// <summary>The line of an event.</summary>
    public static PassLine Line(SupportSiteEvent happened, SupportSite before, string outsideId, Guid target)
    {
        PassLine Changed(SiteFields field) => new(PassDid.Changed, OutsideKind.Site, outsideId, target, Words.Of(field), Value(before, field), Value(before.Apply(happened), field));
        PassLine About(PassDid what) => new(what, OutsideKind.Site, outsideId, target);
        return happened switch
        {
            SiteTakenOn => About(PassDid.Added),
            SiteGiven => Changed(SiteFields.Client),
            SiteRenamed => Changed(SiteFields.Name),
            SiteMoved => Changed(SiteFields.WebAddress),
            HostingStarted => Changed(SiteFields.Start),
            HostingEnded => Changed(SiteFields.End),
            HostingFeeAgreed => Changed(SiteFields.Fee),
            SiteArchived => About(PassDid.PutAway),
            SiteRestored => About(PassDid.Restored),
            _ => throw new UnknownEventException(nameof(SiteDiary), happened),
        };
    }

    /// <summary>What puts a changed field back, as a person's word; null where it is another by now.</summary>
    /// <param name="month">The first day of the month that it is: a fee is put back from then on.</param>
    public static SupportSiteEvent? Back(PassLine line, SupportSite now, DateOnly month)
    {
        if (line is not { What: PassDid.Changed, Field: { } word } || Words.Read<SiteFields>(word) is var field && Value(now, field) != line.Became) return null;
        return Words.Read<SiteFields>(word) switch
        {
            SiteFields.Client => new SiteGiven(Guid.Parse(line.Was!), ToldBy.Person),
            SiteFields.Name => new SiteRenamed(line.Was!, ToldBy.Person),
            SiteFields.WebAddress => new SiteMoved(line.Was!, ToldBy.Person),
            SiteFields.Start => new HostingStarted(Day(line.Was!), ToldBy.Person),
            SiteFields.End => new HostingEnded(line.Was is { } day ? Day(day) : null, ToldBy.Person),
            SiteFields.Fee when line.Was!.Split(' ') is [var amount, var currency] => new HostingFeeAgreed(now.LatestFrom(month), new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), Currency.Parse(currency)), ToldBy.Person),
            _ => null,
        };
    }

    /// <summary>A field as text; null for a day that nobody knows.</summary>
    public static string? Value(SupportSite now, SiteFields field) => field switch
    {
        SiteFields.Client => now.ClientId.ToString(),
        SiteFields.Name => now.Name,
        SiteFields.WebAddress => now.WebAddress,
        SiteFields.Start => now.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SiteFields.End => now.End?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        SiteFields.Fee => now.Fees.Count > 0 ? now.Fees[^1].Fee.ToString() : null,
        _ => null,
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
