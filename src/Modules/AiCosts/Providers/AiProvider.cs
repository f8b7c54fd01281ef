namespace Billing.AiCosts;

/// <summary>What a provider tells of itself.</summary>
internal enum AiReading
{
    /// <summary>What was spent.</summary>
    Money,

    /// <summary>What was used; what that costs is computed.</summary>
    Tokens,

    /// <summary>What is left of what was paid before.</summary>
    Balance,

    /// <summary>Nothing: usage comes by file, by hand, or from the organisation's own programs.</summary>
    Nothing,
}

/// <summary>A provider of AI services, as the catalogue has it.</summary>
/// <param name="Code">What accounts and programs call it; it stays.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Reading">The best that it tells.</param>
/// <param name="KeyKind">Which kind of key opens its reports, for who types it.</param>
/// <param name="Address">Where it is for everybody; null: only servers of one's own.</param>
/// <param name="ScopeKind">What besides the key says whose reports are meant, such as a team's id; null: nothing.</param>
/// <param name="LeastMinutes">It is asked at most once in so many minutes.</param>
/// <param name="IsKeyOptional">Whether only some of its plans have such a key: accounts without one are told of by file, by hand or by programs.</param>
internal sealed record AiProvider(string Code, string Name, AiReading Reading, string? KeyKind = null, Uri? Address = null, string? ScopeKind = null, int LeastMinutes = 15, bool IsKeyOptional = false)
{
    /// <summary>Whether accounts say where their server is.</summary>
    public bool IsSelfHosted => KeyKind is not null && Address is null;
}

/// <summary>Where an account is asked, and as whom.</summary>
/// <param name="Address">Its server, without a slash behind.</param>
/// <param name="Key">The credential.</param>
/// <param name="Scope">The organisation or team there; empty where none is asked for.</param>
internal sealed record AiConnection(Uri Address, string Key, string Scope = "")
{
    /// <summary>An address of its API.</summary>
    public Uri At(string path) => new(Address.AbsoluteUri.TrimEnd('/') + path);

    public override string ToString() => Address.Host; // never the key
}
