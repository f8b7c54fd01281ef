using System.Text.Json.Serialization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>A site is hosted for a client.</summary>
/// <param name="ClientId">For whom.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Start">The first day on which it is hosted.</param>
/// <param name="WebAddress">Where it is.</param>
/// <param name="End">The last day; left out while nobody knows one.</param>
/// <param name="Fee">For a whole month, in the client's currency; left out: 99.</param>
/// <param name="OutsideId">What the system that it came from calls it.</param>
internal sealed record TakeOnSite(Guid ClientId, string Name, DateOnly Start, string? WebAddress = null, DateOnly? End = null, Money? Fee = null, string? OutsideId = null)
{
    /// <summary>What a month costs unless somebody says otherwise.</summary>
    public const decimal UsualFee = 99;

    /// <param name="currency">The client's.</param>
    public Decision<SupportSiteEvent> Decide(Currency currency)
    {
        if (!PlainText.Name(Name, "A site").TryGet(out var name, out var refused)) return refused;
        if (!RequestTerms.WebAddress(WebAddress).TryGet(out var address, out refused)) return refused;
        if (!SiteNo.Fee(Fee ?? new Money(UsualFee, currency), currency).TryGet(out var fee, out refused)) return refused;
        if (End < Start) return SiteNo.EndsBefore;
        var taken = new SiteTakenOn(ClientId, name, address, Start, fee, RequestTerms.OutsideId(OutsideId));
        return End is null ? taken : new SupportSiteEvent[] { taken, new HostingEnded(End, ToldBy.Person) };
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/support/sites", async (TakeOnSite command, Session session, IInvoicing invoicing, CommandEdge edge, Commands<SupportSite> sites, CancellationToken stop) =>
        {
            if (await invoicing.Client(session, command.ClientId, stop) is not { } client) return edge.Refused(ClientNo.Unknown);
            var id = session.NewId();
            return await sites.Start(id, _ => (command with { ClientId = client.Id }).Decide(client.Currency), now => SiteCard.Of(new(id), now), $"/api/support/sites/{id}", stop);
        })
        .Produces<SiteCard>(201).Requires(Permission.KeepSupport).WithSummary("Take on a site that is hosted for a client");
}

/// <summary>A site is to be like this. What is left out stays as it is; what is said, the system that it came from does not say any more. Months that were billed are made up for by charges.</summary>
/// <param name="Start">The first day on which it is hosted.</param>
/// <param name="Fee">For a whole month, in the client's currency.</param>
/// <param name="FeeFrom">A day of the first month for which the fee holds; left out: the month of the organisation's day.</param>
internal sealed record AmendSite(Guid? ClientId = null, string? Name = null, string? WebAddress = null, DateOnly? Start = null, Money? Fee = null, DateOnly? FeeFrom = null)
{
    /// <summary>The last day on which it is hosted; null: nobody knows one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Change<DateOnly> End { get; init; }

    /// <param name="currency">The client's.</param>
    /// <param name="today">Where the organisation is.</param>
    public Decision<SupportSiteEvent> Decide(SupportSite now, Currency currency, DateOnly today)
    {
        List<SupportSiteEvent> happened = [];
        if (ClientId is { } client && client != now.ClientId)
        {
            if (now.Fees[^1].Fee.Currency != currency) return ProjectNo.OtherCurrency(currency);
            happened.Add(new SiteGiven(client, ToldBy.Person));
        }
        if (Name is not null)
        {
            if (!PlainText.Name(Name, "A site").TryGet(out var name, out var refused)) return refused;
            if (name != now.Name) happened.Add(new SiteRenamed(name, ToldBy.Person));
        }
        if (WebAddress is not null)
        {
            if (!RequestTerms.WebAddress(WebAddress).TryGet(out var address, out var refused)) return refused;
            if (address != now.WebAddress) happened.Add(new SiteMoved(address, ToldBy.Person));
        }
        DateOnly? end = End.IsSaid ? End.TryGet(out var day) ? day : null : now.End;
        if (end < (Start ?? now.Start)) return SiteNo.EndsBefore;
        if (Start is { } start && start != now.Start) happened.Add(new HostingStarted(start, ToldBy.Person));
        if (end != now.End) happened.Add(new HostingEnded(end, ToldBy.Person));
        if (Fee is { } typed)
        {
            if (!SiteNo.Fee(typed, currency).TryGet(out var fee, out var refused)) return refused;
            var month = Months.Of(FeeFrom ?? today);
            if (now.Hosted(default).FeeOf(month) != fee || now.Fees.Any(one => one.From == month && one.Fee != fee)) happened.Add(new HostingFeeAgreed(month, fee, ToldBy.Person));
        }
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPatch("/api/support/sites/{id}", async (SiteId id, AmendSite command, Session session, Organisation here, IInvoicing invoicing, CommandEdge edge, Commands<SupportSite> sites, CancellationToken stop) =>
        {
            var before = await sites.Streams.Load(id.Value, stop);
            if (!before.Exists) return Problems.NotFound;
            if (await invoicing.Client(session, command.ClientId ?? before.State.ClientId, stop) is not { } client) return edge.Refused(ClientNo.Unknown);
            return await sites.Decide(id.Value, now => (command with { ClientId = command.ClientId is null ? null : client.Id }).Decide(now, client.Currency, LocalDay.Of(session.Now, here.TimeZone)), now => SiteCard.Of(id, now), stop);
        })
        .Produces<SiteCard>().Requires(Permission.KeepSupport).WithSummary("Amend a hosted site, its days and its fee from a month on; what is left out stays as it is");

        app.MapPost("/api/support/sites/{id}/archive", (SiteId id, Commands<SupportSite> sites, CancellationToken stop) =>
            sites.Decide<SupportSiteEvent>(id.Value, now => now.IsArchived ? Decision.Nothing : now.End is null ? SiteNo.StillHosted : new SiteArchived(ToldBy.Person), now => SiteCard.Of(id, now), stop))
        .Produces<SiteCard>().Requires(Permission.KeepSupport).WithSummary("Put a site away whose hosting ends; the months in which it was hosted stay");

        app.MapPost("/api/support/sites/{id}/restore", (SiteId id, Commands<SupportSite> sites, CancellationToken stop) =>
            sites.Decide<SupportSiteEvent>(id.Value, now => now.IsArchived ? new SiteRestored() : Decision.Nothing, now => SiteCard.Of(id, now), stop))
        .Produces<SiteCard>().Requires(Permission.KeepSupport).WithSummary("Show a hosted site in lists again");
    }
}

/// <summary>Why something cannot be done with a site.</summary>
internal static class SiteNo
{
    public static readonly Refusal EndsBefore = new("hosting-ends-before", "Hosting ends on the day it begins, or later. Write other days.");
    public static readonly Refusal FeeNegative = new("hosting-fee-negative", "A monthly fee is nothing or more. Write another one.");
    public static readonly Refusal StillHosted = new("site-still-hosted", "This site is still hosted. Say on which day its hosting ends first.");
    public static readonly Refusal OutsideIdTaken = new("site-known", "There is a site of this outside id already. Change that one.");

    public static Result<Money> Fee(Money fee, Currency client) => fee.IsNegative ? FeeNegative : fee.Currency != client ? ProjectNo.OtherCurrency(client) : fee;
}

/// <summary>A site as lists and its page show it.</summary>
/// <param name="Start">The first day on which it is hosted.</param>
/// <param name="End">The last day; null while nobody knows one.</param>
/// <param name="Fee">The latest one, for a whole month.</param>
/// <param name="Fees">Each with the first day of the month from which it holds.</param>
/// <param name="Edited">The fields that a person said last.</param>
internal sealed record SiteCard(SiteId Id, Guid ClientId, string Name, string? WebAddress, DateOnly Start, DateOnly? End, Money Fee, IReadOnlyList<HostingFee> Fees, string? OutsideId, bool Archived, IReadOnlyList<string> Edited, long Version)
{
    public static SiteCard Of(SiteId id, Versioned<SupportSite> site) => Of(id, site.State, site.Version);

    public static SiteCard Of(SiteId id, SupportSite now, long version) => new(
        id, now.ClientId, now.Name, now.WebAddress.Length > 0 ? now.WebAddress : null, now.Start, now.End, now.Fees[^1].Fee, now.Fees, now.OutsideId.Length > 0 ? now.OutsideId : null, now.IsArchived,
        [.. Enum.GetValues<SiteFields>().Where(field => field != SiteFields.None && now.Edited.HasFlag(field)).Select(Words.Of)], version);
}
