using Billing.EventStore;

namespace Billing.Support;

/// <summary>Something that was agreed for all support of an organisation.</summary>
internal abstract record SupportTermsEvent;

/// <summary>There is another category of requests.</summary>
/// <param name="Code">What requests call it.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Charged">Whether its hours are billed.</param>
[Event("support.category_opened")]
internal sealed record CategoryOpened(string Code, string Name, bool Charged) : SupportTermsEvent;

/// <summary>A category is called otherwise.</summary>
/// <param name="Code">Which.</param>
/// <param name="Name">As people call it from now on.</param>
[Event("support.category_renamed")]
internal sealed record CategoryRenamed(string Code, string Name) : SupportTermsEvent;

/// <summary>Hours of a category are billed from now on, or are not.</summary>
/// <param name="Code">Which.</param>
/// <param name="Charged">Whether they are billed. What was billed stays.</param>
[Event("support.category_charging_chosen")]
internal sealed record CategoryChargingChosen(string Code, bool Charged) : SupportTermsEvent;

/// <summary>A category is not offered any more; requests keep it.</summary>
/// <param name="Code">Which.</param>
[Event("support.category_closed")]
internal sealed record CategoryClosed(string Code) : SupportTermsEvent;

/// <summary>A category is offered again.</summary>
/// <param name="Code">Which.</param>
[Event("support.category_reopened")]
internal sealed record CategoryReopened(string Code) : SupportTermsEvent;

/// <summary>What an hour costs from a day on. A card of the same client and day is replaced.</summary>
/// <param name="ClientId">Whose hours; missing: of every client without a card of its own.</param>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Currency">Of the prices.</param>
/// <param name="Promotion">An hour at a promotional rate.</param>
/// <param name="Low">An hour of what can wait.</param>
/// <param name="Medium">An hour of what is done on the same day.</param>
/// <param name="High">An hour of an emergency.</param>
[Event("support.rates_agreed")]
internal sealed record RatesAgreed(Guid? ClientId, DateOnly From, Currency Currency, UnitPrice Promotion, UnitPrice Low, UnitPrice Medium, UnitPrice High) : SupportTermsEvent;

/// <summary>A rate card does not hold after all.</summary>
/// <param name="ClientId">Whose; missing: everybody's.</param>
/// <param name="From">The first day on which it would have held.</param>
[Event("support.rates_withdrawn")]
internal sealed record RatesWithdrawn(Guid? ClientId, DateOnly From) : SupportTermsEvent;

/// <summary>What costs nothing in a calendar month, from a month on. An allowance of the same client and month is replaced.</summary>
/// <param name="ClientId">Whose; missing: of every client without an allowance of its own.</param>
/// <param name="From">The first day of the first month.</param>
/// <param name="Hours">So many hours of support.</param>
/// <param name="Projects">So many projects of each category.</param>
/// <param name="SitesPer">One hosted site of so many active ones; 0: none.</param>
[Event("support.allowance_agreed")]
internal sealed record AllowanceAgreed(Guid? ClientId, DateOnly From, Quantity Hours, ValueList<FreeProjects> Projects, int SitesPer) : SupportTermsEvent;

/// <summary>An allowance does not hold after all.</summary>
/// <param name="ClientId">Whose; missing: everybody's.</param>
/// <param name="From">The first day of its first month.</param>
[Event("support.allowance_withdrawn")]
internal sealed record AllowanceWithdrawn(Guid? ClientId, DateOnly From) : SupportTermsEvent;

/// <summary>Which requests get the free hours of a month first.</summary>
/// <param name="Order">Which.</param>
[Event("support.free_hours_order_chosen")]
internal sealed record FreeHoursOrderChosen(FreeHoursOrder Order) : SupportTermsEvent;

/// <summary>A category of requests.</summary>
/// <param name="Code">What requests call it.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Charged">Whether its hours are billed.</param>
/// <param name="Closed">Whether it is not offered any more.</param>
internal sealed record RequestCategory(string Code, string Name, bool Charged, bool Closed);

/// <summary>What was agreed for all support of an organisation; one stream, under the same id in every organisation.</summary>
internal sealed record SupportTerms(ValueList<RequestCategory> Categories, ValueList<RateCard> Rates, ValueList<FreeAllowance> Allowances, FreeHoursOrder Order) : IAggregate<SupportTerms>
{
    /// <summary>The stream's id.</summary>
    public static readonly Guid Id = new("0193e0c0-0000-7000-8000-000000000071");

    /// <summary>The category of what nobody says more about.</summary>
    public const string GeneralCategory = "general";

    public static string Alias => "support.terms";

    public static SupportTerms Initial { get; } = new(
        [
            new("advisory", "Advisory", true, false), new("email", "Email", true, false), new("forms", "Forms", true, false), new(GeneralCategory, "General", true, false), new("hosting", "Hosting", true, false),
            new("migration", "Migration", false, false), new("non-billable", "Non-billable", false, false), new("scripts", "Scripts", true, false), new("support", "Support", true, false), new("website", "Website", true, false),
        ],
        [], [], FreeHoursOrder.Earliest);

    /// <summary>The category of a code; null when there is none.</summary>
    public RequestCategory? Category(string? code) => Categories.FirstOrDefault(one => one.Code == code);

    /// <summary>The codes of categories whose hours are billed.</summary>
    public string[] ChargedCategories() => [.. Categories.Where(one => one.Charged).Select(one => one.Code)];

    public SupportTerms Apply(object happened) => happened switch
    {
        CategoryOpened e => this with { Categories = [.. Categories, new(e.Code, e.Name, e.Charged, false)] },
        CategoryRenamed e => With(e.Code, one => one with { Name = e.Name }),
        CategoryChargingChosen e => With(e.Code, one => one with { Charged = e.Charged }),
        CategoryClosed e => With(e.Code, one => one with { Closed = true }),
        CategoryReopened e => With(e.Code, one => one with { Closed = false }),
        RatesAgreed e => this with { Rates = [.. RatesBut(e.ClientId, e.From), new(e.ClientId, e.From, e.Currency, e.Promotion, e.Low, e.Medium, e.High)] },
        RatesWithdrawn e => this with { Rates = [.. RatesBut(e.ClientId, e.From)] },
        AllowanceAgreed e => this with { Allowances = [.. AllowancesBut(e.ClientId, e.From), new(e.ClientId, e.From, e.Hours, e.Projects, e.SitesPer)] },
        AllowanceWithdrawn e => this with { Allowances = [.. AllowancesBut(e.ClientId, e.From)] },
        FreeHoursOrderChosen e => this with { Order = e.Order },
        _ => throw new UnknownEventException(nameof(SupportTerms), happened),
    };

    private SupportTerms With(string code, Func<RequestCategory, RequestCategory> change) => this with { Categories = [.. Categories.Select(one => one.Code == code ? change(one) : one)] };

    private IEnumerable<RateCard> RatesBut(Guid? client, DateOnly from) => Rates.Where(one => (one.ClientId, one.From) != (client, from));

    private IEnumerable<FreeAllowance> AllowancesBut(Guid? client, DateOnly from) => Allowances.Where(one => (one.ClientId, one.From) != (client, from));
}
