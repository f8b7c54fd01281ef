using Billing.EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Web;

/// <summary>
/// A kind of thing with amounts that can be explained, such as <c>invoice</c>. A module says what it knows; where a part is known by another module, it names the place
/// and does not know who answers there.
/// </summary>
public interface IExplained
{
    /// <summary>In addresses: lower case. A fact that a module charged for is called after its module and what kind of fact it is there, such as <c>usage.usage</c>.</summary>
    string Kind { get; }

    /// <summary>What one must be permitted to read it.</summary>
    Permission Needed { get; }

    /// <summary>The amounts that such a thing has; the first is meant where none is named.</summary>
    IReadOnlyList<string> Amounts { get; }

    /// <summary>Whether there is one of each currency, so that it must be named.</summary>
    bool PerCurrency => false;

    /// <summary>An amount and what it is made of; null when there is no such thing.</summary>
    /// <param name="session">The organisation's that asks.</param>
    /// <param name="asked">Which.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop);
}

/// <summary>Words for modules.</summary>
public static class ExplainedWiring
{
    /// <summary>Parts that are listed at once; more are opened by themselves.</summary>
    public const int PartsAtOnce = 100;

    /// <summary>Lets people ask under <c>/api/explain</c> how amounts of a kind of thing came about.</summary>
    public static IServiceCollection AddExplained<T>(this IServiceCollection services) where T : class, IExplained => services.AddScoped<IExplained, T>();

    /// <summary>The thing's id; null for what is none.</summary>
    public static Guid? Guid(this ExplainedPlace place) => System.Guid.TryParse((place ?? throw new ArgumentNullException(nameof(place))).Id, out var id) ? id : null;

    /// <summary>Many parts page by page: those of this page, and all further ones as one part that is opened by itself.</summary>
    /// <param name="parts">All of them.</param>
    /// <param name="currency">Of all.</param>
    /// <param name="asked">From which one on.</param>
    public static IReadOnlyList<Explained> Paged(this IReadOnlyList<Explained> parts, Currency currency, ExplainedPlace asked)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(asked);
        var after = asked.After + PartsAtOnce;
        if (parts.Count <= after) return asked.After == 0 ? parts : [.. parts.Skip(asked.After)];
        var further = parts.Skip(after).ToList();
        return [.. parts.Skip(asked.After).Take(PartsAtOnce), Explained.Leaf(ExplainedAs.More, ExactAmount.Sum(currency, further.Select(part => part.Amount))) with { Count = further.Count, Place = asked with { After = after, Sum = null } }];
    }

    /// <summary>What parts come to, page by page: on a further page it is what is listed from there on.</summary>
    /// <param name="name">What they come to together.</param>
    /// <param name="currency">Of all.</param>
    /// <param name="parts">All of them.</param>
    /// <param name="asked">From which one on.</param>
    public static Explained SumPaged(ExplainedAs name, Currency currency, IReadOnlyList<Explained> parts, ExplainedPlace asked) =>
        Explained.Sum(asked?.After > 0 ? ExplainedAs.More : name, currency, parts.Paged(currency, asked!));
}
