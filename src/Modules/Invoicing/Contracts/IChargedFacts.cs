using Billing.EventStore;

namespace Billing.Invoicing.Contracts;

/// <summary>A module that posts charges tells what its facts are made of, for those who ask how an amount came about.</summary>
public interface IChargedFacts
{
    /// <summary>The module that knows the facts, as in its charges.</summary>
    string Module { get; }

    /// <summary>What facts are made of; those of which there is nothing to say are missing.</summary>
    /// <param name="session">The organisation's that asks.</param>
    /// <param name="kind">What kind of facts they are there.</param>
    /// <param name="facts">Their ids there.</param>
    /// <param name="stop">Ends the wait.</param>
    Task<IReadOnlyDictionary<string, FactDetail>> Explain(Session session, string kind, IReadOnlyCollection<string> facts, CancellationToken stop);
}

/// <summary>What a fact is made of.</summary>
/// <param name="Label">One line for people, in English.</param>
/// <param name="Link">An address of this API that answers what it is made of; null where there is none.</param>
public sealed record FactDetail(string Label, string? Link);
