using System.Collections.Immutable;
using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>A version of a plan.</summary>
/// <param name="Number">From 1.</param>
/// <param name="ExistingFrom">From the first period that begins on this day or later subscriptions of earlier versions have it; null: they keep theirs.</param>
internal sealed record OfferVersion(int Number, PlanOffer Terms, DateOnly? ExistingFrom);

/// <summary>What clients subscribe to.</summary>
/// <param name="Versions">Oldest first.</param>
internal sealed record Plan(string Code, ImmutableList<OfferVersion> Versions, bool IsPublic, int SortOrder, bool IsArchived) : IAggregate<Plan>
{
    public static string Alias => "subscriptions.plan";

    public static Plan Initial { get; } = new("", [], false, 0, false);

    /// <summary>Stripe's prices that stand for it.</summary>
    public ValueList<string> OutsidePrices { get; init; } = [];

    /// <summary>The newest version: what new subscriptions have.</summary>
    public OfferVersion Newest => Versions[^1];

    /// <summary>The terms of a version.</summary>
    public PlanOffer Terms(int version) => Versions[version - 1].Terms;

    /// <summary>The version that a subscription of one has for a period that begins on a day.</summary>
    public int VersionFor(int version, DateOnly day) => Versions.LastOrDefault(one => one.Number > version && one.ExistingFrom <= day)?.Number ?? version;

    public Plan Apply(object happened) => happened switch
    {
        PlanOffered e => this with { Code = e.Code, Versions = [new(1, e.Terms, null)], IsPublic = e.IsPublic, SortOrder = e.SortOrder },
        PlanRevised e => this with { Versions = Versions.Add(new(Versions.Count + 1, e.Terms, e.ExistingFrom)) },
        PlanPlaced e => this with { IsPublic = e.IsPublic, SortOrder = e.SortOrder },
        PlanLinkedOutside e => this with { OutsidePrices = e.Prices },
        PlanArchived => this with { IsArchived = true },
        _ => throw new UnknownEventException(nameof(Plan), happened),
    };
}
