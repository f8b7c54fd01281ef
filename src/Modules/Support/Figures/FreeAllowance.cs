namespace Billing.Support;

/// <summary>How many projects of a category cost nothing in a month.</summary>
/// <param name="Category">By its code.</param>
/// <param name="Count">So many.</param>
internal sealed record FreeProjects(string Category, int Count);

/// <summary>What costs a client nothing in a calendar month, from a month on. What is not used lapses.</summary>
/// <param name="ClientId">Whose; null: of every client without an allowance of its own.</param>
/// <param name="From">The first day of the first month.</param>
/// <param name="Hours">So many hours of support.</param>
/// <param name="Projects">So many projects of each category; of those not named, none.</param>
/// <param name="SitesPer">One hosted site of so many active ones; 0: none.</param>
internal sealed record FreeAllowance(Guid? ClientId, DateOnly From, Quantity Hours, ValueList<FreeProjects> Projects, int SitesPer)
{
    /// <summary>What holds where nobody said anything.</summary>
    public static FreeAllowance Usual { get; } = new(null, DateOnly.MinValue, new(10), [new(ProjectCategories.LandingPage, 1), new(ProjectCategories.MultiForm, 1), new(ProjectCategories.BasicForm, 5)], 20);

    /// <summary>How many projects of a category are free.</summary>
    public int Of(string category) => Projects.FirstOrDefault(one => one.Category == category)?.Count ?? 0;

    /// <summary>A client's for a month: its own latest one, else the organisation's, else the usual one.</summary>
    /// <param name="month">Its first day.</param>
    public static FreeAllowance For(IEnumerable<FreeAllowance> all, Guid client, DateOnly month) =>
        all.Where(one => one.From <= month && (one.ClientId is null || one.ClientId == client)).OrderBy(one => one.ClientId is null).ThenByDescending(one => one.From).FirstOrDefault() ?? Usual;
}

/// <summary>The categories of projects that have a meaning of their own; people may use others.</summary>
internal static class ProjectCategories
{
    /// <summary>A whole site.</summary>
    public const string Website = "website";

    /// <summary>One page.</summary>
    public const string LandingPage = "landing-page";

    /// <summary>A site moves.</summary>
    public const string Migration = "migration";

    /// <summary>A form of several steps.</summary>
    public const string MultiForm = "multi-form";

    /// <summary>A form of one step.</summary>
    public const string BasicForm = "basic-form";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Known { get; } = [Website, LandingPage, Migration, MultiForm, BasicForm];
}
