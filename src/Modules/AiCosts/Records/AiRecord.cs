namespace Billing.AiCosts;

/// <summary>What a record's cost rests on. Two of them describe one spend and are never added.</summary>
internal enum AiBasis
{
    /// <summary>The provider says so.</summary>
    Reported,

    /// <summary>What was used, by the price book.</summary>
    Computed,

    /// <summary>Somebody guesses, the provider itself among them.</summary>
    Estimated,

    /// <summary>Somebody wrote it down.</summary>
    Manual,
}

/// <summary>What a record is told apart by within its bucket; null where the provider does not say, which is a value of its own.</summary>
/// <param name="Model">As the provider calls it.</param>
/// <param name="Project">A project or workspace there.</param>
/// <param name="Key">The key, by its id there.</param>
/// <param name="User">Who.</param>
/// <param name="Tier">standard, batch, flex, priority.</param>
/// <param name="Context">The class of the prompt's length, where that has a price.</param>
/// <param name="Item">What was bought, in the provider's words.</param>
/// <param name="Detail">Whatever else keeps two rows apart.</param>
internal sealed record AiDimensions(string? Model = null, string? Project = null, string? Key = null, string? User = null, string? Tier = null, string? Context = null, string? Item = null, string? Detail = null)
{
    /// <summary>In the order in which they make a record's identity.</summary>
    public IReadOnlyList<string?> Values => [Model, Project, Key, User, Tier, Context, Item, Detail];
}

/// <summary>One row of a report.</summary>
/// <param name="Of">Which.</param>
/// <param name="Tokens">What was used, in kinds that do not overlap.</param>
/// <param name="Requests">How many calls; null where the provider does not count them.</param>
/// <param name="Cost">In units of the currency, exact, at most 12 decimals; null where the report tells no money.</param>
/// <param name="Currency">Of the cost.</param>
/// <param name="Basis">What the cost rests on; of a record without one, what it will rest on.</param>
/// <param name="Searches">Web searches, which have a price of their own.</param>
/// <param name="Quantity">What else was used, such as seconds or characters.</param>
/// <param name="Unit">Of the quantity.</param>
internal sealed record AiRecord(AiDimensions Of, TokenKinds Tokens, long? Requests, decimal? Cost, string? Currency, AiBasis Basis, long Searches = 0, decimal? Quantity = null, string? Unit = null)
{
    /// <summary>Parts of one row put together.</summary>
    public static AiRecord operator +(AiRecord a, AiRecord b) => a with { Tokens = a.Tokens + b.Tokens, Requests = a.Requests + b.Requests, Cost = a.Cost + b.Cost, Searches = a.Searches + b.Searches, Quantity = a.Quantity + b.Quantity };

    /// <summary>Money that a provider says was spent.</summary>
    public static AiRecord Money(AiDimensions of, decimal cost, string currency, decimal? quantity = null, string? unit = null) => new(of, TokenKinds.None, null, cost, currency.ToUpperInvariant(), AiBasis.Reported, 0, quantity, unit);

    /// <summary>Usage whose cost the price book says.</summary>
    public static AiRecord Usage(AiDimensions of, TokenKinds tokens, long? requests, long searches = 0, decimal? quantity = null, string? unit = null) => new(of, tokens, requests, null, null, AiBasis.Computed, searches, quantity, unit);
}
