using System.Text;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Support;

/// <summary>The categories of requests.</summary>
internal sealed record CategoriesPage(IReadOnlyList<RequestCategory> Items, long Version)
{
    public static CategoriesPage Of(Versioned<SupportTerms> terms) => new([.. terms.State.Categories.OrderBy(one => PlainText.Key(one.Name), StringComparer.Ordinal)], terms.Version);
}

/// <summary>There is to be another category.</summary>
/// <param name="Name">As people call it; its code follows from it.</param>
/// <param name="Charged">Whether its hours are billed.</param>
internal sealed record OpenCategory(string Name, bool Charged = true)
{
    private const int Most = 100;

    public Decision<SupportTermsEvent> Decide(SupportTerms now)
    {
        if (!PlainText.Name(Name, "A category", CategoryNo.Longest).TryGet(out var name, out var refused)) return refused;
        if (now.Categories.Count >= Most) return CategoryNo.TooMany;
        if (CategoryNo.Taken(now, name, null) is { } taken) return taken;
        var code = Code(name);
        for (var next = 2; now.Category(code) is not null; next++) code = FormattableString.Invariant($"{Code(name)}-{next}");
        return new CategoryOpened(code, name, Charged);
    }

    private static string Code(string name)
    {
        var code = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-')) code.Append(letter == ' ' ? '-' : letter);
        return code.ToString().Trim('-') is { Length: > 0 } made ? made : "category";
    }
}

/// <summary>A category is to be like this; what is left out stays as it is.</summary>
/// <param name="Name">As people call it.</param>
/// <param name="Charged">Whether its hours are billed; what was billed stays.</param>
/// <param name="Closed">Whether it is not offered any more; requests keep it.</param>
internal sealed record AmendCategory(string? Name = null, bool? Charged = null, bool? Closed = null)
{
    public Decision<SupportTermsEvent> Decide(SupportTerms now, string code)
    {
        if (now.Category(code) is not { } category) return CategoryNo.Unknown(code);
        List<SupportTermsEvent> happened = [];
        if (Name is not null)
        {
            if (!PlainText.Name(Name, "A category", CategoryNo.Longest).TryGet(out var name, out var refused)) return refused;
            if (CategoryNo.Taken(now, name, code) is { } taken) return taken;
            if (name != category.Name) happened.Add(new CategoryRenamed(code, name));
        }
        if (Charged is { } charged && charged != category.Charged) happened.Add(new CategoryChargingChosen(code, charged));
        if (Closed is { } closed && closed != category.Closed) happened.Add(closed ? new CategoryClosed(code) : new CategoryReopened(code));
        return happened;
    }
}

/// <summary>Why a category cannot be.</summary>
internal static class CategoryNo
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int Longest = 60;

    public static readonly Refusal TooMany = new("too-many-categories", "There are at most 100 categories. Rename one that is not needed any more.");

    public static Refusal Unknown(string? code) => new Refusal("unknown-category", $"{PlainText.Quote(code)} is none of the categories. Choose one of the list.").With("given", PlainText.Shown(code));

    public static Refusal? Taken(SupportTerms now, string name, string? but) =>
        now.Categories.Any(one => one.Code != but && PlainText.Key(one.Name) == PlainText.Key(name)) ? new("category-name-taken", "There is a category of this name already. Choose another name.") : null;
}

/// <summary>Lists, opens and amends categories.</summary>
internal static class KeepCategories
{
    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/support/categories", async (Streams<SupportTerms> terms, CancellationToken stop) => await terms.Load(SupportTerms.Id, stop) is var now ? Answer.Of(CategoriesPage.Of(now), now.Version) : null!)
            .Produces<CategoriesPage>().Requires(Permission.SeeSupport).WithSummary("The categories of support requests, and whether their hours are billed");

        app.MapPost("/api/support/categories", (OpenCategory command, Commands<SupportTerms> terms, CancellationToken stop) => terms.DecideOrStart(SupportTerms.Id, command.Decide, CategoriesPage.Of, stop))
            .Produces<CategoriesPage>().Requires(Permission.ArrangeSupport).WithSummary("Open a category of support requests");

        app.MapPatch("/api/support/categories/{code}", (string code, AmendCategory command, Commands<SupportTerms> terms, CancellationToken stop) => terms.DecideOrStart(SupportTerms.Id, now => command.Decide(now, code), CategoriesPage.Of, stop))
            .Produces<CategoriesPage>().Requires(Permission.ArrangeSupport).WithSummary("Rename, close or reopen a category of support requests, or say whether its hours are billed");
    }
}
