using Billing.Web;

namespace Billing.Support;

/// <summary>What a connection is to be like, as somebody wants it; its credential apart.</summary>
/// <param name="Address">Where the system is.</param>
/// <param name="User">Of Fluent Support: the user of WordPress.</param>
/// <param name="Mailbox">Of Fluent Support: only tickets of this one.</param>
/// <param name="Projects">Of Twenty: the plural of the object that projects are.</param>
/// <param name="Sites">Of Twenty: the same of sites.</param>
internal sealed record ConnectionTerms(
    string? Name, string? Address, string? User, string? TimeZone, long? Mailbox, string? Projects, string? Sites, Guid? ClientId, IReadOnlyList<SourceClient>? Clients, IReadOnlyList<SourceCategory>? Categories, IReadOnlyList<SourceUrgency>? Urgencies, int? EveryMinutes)
{
    private const int LeastMinutes = 5, MostMinutes = 10_080, MostMeanings = 5_000, LongestUser = 100, LongestOutside = 200;

    /// <summary>Checks all.</summary>
    public Result<CheckedConnection> Check(SourceKind kind, OutgoingRules outgoing, SupportTerms terms)
    {
        if (!PlainText.Name(Name, "A connection", 100).TryGet(out var name, out var refused)) return refused;
        if (!AddressOf(Address, outgoing).TryGet(out var address, out refused)) return refused;
        var user = kind == SourceKind.Fluent ? PlainText.Line(User, LongestUser) : "";
        if (kind == SourceKind.Fluent && (user.Length == 0 || user.Contains(':', StringComparison.Ordinal))) return ConnectionNo.UserMissing;
        var zone = TimeZone?.Trim() ?? "";
        if (zone.Length > 0 && SourceZone.Find(zone) is null) return new Refusal("bad-time-zone", $"{PlainText.Quote(zone)} is not a time zone; write one such as Europe/Berlin.").With("given", PlainText.Shown(zone));
        if (Mailbox is <= 0) return ConnectionNo.MailboxWrong;
        var names = new TwentyNames();
        var (projects, sites) = kind == SourceKind.Twenty ? (Projects ?? names.Projects, Sites ?? names.Sites) : ("", "");
        foreach (var plural in (string[])[projects, sites])
            if (plural.Length > 0 && !TwentyReader.IsName(plural)) return ConnectionNo.ObjectWrong(plural);
        if (kind == SourceKind.Twenty && projects.Length == 0 && sites.Length == 0) return ConnectionNo.NothingToRead;
        var pace = EveryMinutes ?? SourceConnection.UsualMinutes;
        if (pace is < LeastMinutes or > MostMinutes) return ConnectionNo.PaceWrong;
        if (!MeaningsOf(terms).TryGet(out var meanings, out refused)) return refused;
        return new CheckedConnection(name, address, user, new SourceScope(kind == SourceKind.Fluent ? Mailbox : null, projects, sites, zone), meanings, pace);
    }

    /// <summary>Why a credential is none; null when it may be one.</summary>
    public static Refusal? Against(string credential) => credential.Trim().Length is 0 or > 4000 || credential.Any(letter => letter is < ' ' or > '~') ? ConnectionNo.CredentialWrong : null;

    private Result<SourceMeanings> MeaningsOf(SupportTerms terms)
    {
        var (clients, categories, urgencies) = (Clients ?? [], Categories ?? [], Urgencies ?? []);
        if (clients.Count > MostMeanings || categories.Count > MostMeanings || urgencies.Count > MostMeanings) return ConnectionNo.TooManyMeanings;
        if (clients.Any(one => one is null || Outside(one.Outside).Length == 0) || categories.Any(one => one is null || Outside(one.Outside).Length == 0) || urgencies.Any(one => one is null || Outside(one.Outside).Length == 0)) return ConnectionNo.OutsideMissing;
        foreach (var category in categories)
            if (terms.Category(category.Category) is null) return CategoryNo.Unknown(category.Category);
        return new SourceMeanings(
            ClientId, [.. clients.Select(one => one with { Outside = Outside(one.Outside) }).DistinctBy(one => one.Outside)], [.. categories.Select(one => one with { Outside = Outside(one.Outside) }).DistinctBy(one => one.Outside)],
            [.. urgencies.Select(one => one with { Outside = Outside(one.Outside) }).DistinctBy(one => one.Outside)]);
    }

    private static string Outside(string? text) => PlainText.Line(text, LongestOutside).ToLowerInvariant();

    private static Result<string> AddressOf(string? wanted, OutgoingRules outgoing)
    {
        var typed = wanted?.Trim().TrimEnd('/') ?? "";
        if (typed.EndsWith("/wp-json", StringComparison.OrdinalIgnoreCase)) typed = typed[..^"/wp-json".Length];
        if (typed.Length == 0) return ConnectionNo.AddressMissing;
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var address)) return ConnectionNo.AddressWrong("The address begins with https://.");
        if (address.Query.Length > 0 || address.Fragment.Length > 0) return ConnectionNo.AddressWrong("Write the address without what follows a ? or a #.");
        return outgoing.Against(address) is { } objection ? ConnectionNo.AddressWrong(objection) : typed;
    }
}

/// <summary>What a connection is to be like, checked.</summary>
internal sealed record CheckedConnection(string Name, string Address, string User, SourceScope Scope, SourceMeanings Meanings, int EveryMinutes);

/// <summary>Why something cannot be done with a connection.</summary>
internal static class ConnectionNo
{
    public static readonly Refusal NameTaken = new("connection-name-taken", "There is a connection of this name already. Choose another name.");
    public static readonly Refusal Disconnected = new("connection-ended", "This connection was ended. Make another one.");
    public static readonly Refusal CredentialMissing = new("source-credential-missing", "Write the credential: an application password of WordPress, or an API key of Twenty. For another address or another user it is asked for again.");
    public static readonly Refusal CredentialWrong = new("source-credential-wrong", "A credential is one line of at most 4000 characters.");
    public static readonly Refusal UserMissing = new("source-user-missing", "Write the name of the WordPress user whose application password this is; it has no colon.");
    public static readonly Refusal AddressMissing = new("source-address-missing", "Write where the system is, such as https://desk.example.test.");
    public static readonly Refusal MailboxWrong = new("source-mailbox-wrong", "A mailbox is named by its number. Leave it out for all of them.");
    public static readonly Refusal NothingToRead = new("source-nothing-to-read", "Name at least one of the objects that projects and sites are.");
    public static readonly Refusal PaceWrong = new("source-pace-wrong", "A connection is read once in 5 to 10080 minutes.");
    public static readonly Refusal TooManyMeanings = new("too-many-meanings", "A list of who is who has at most 5000 entries. Name whole domains of mail instead of each customer.");
    public static readonly Refusal OutsideMissing = new("meaning-incomplete", "Each entry says what it is called outside. Write it, or drop the entry.");
    public static readonly Refusal NotRead = new("source-not-read", "Nobody asks there: the connection is paused, or the system did not take its credential. Write another one, or resume it.");
    public static readonly Refusal NudgeSecretMissing = new("nudge-secret-missing", "Write the secret that Twenty shows beside its webhook; it has 16 to 500 characters.");
    public static readonly Refusal PassOpen = new("pass-not-over", "This pass is not over. Take it back when it is.");
    public static readonly Refusal PassUndone = new("pass-undone", "This pass was taken back already.");

    public static Refusal AddressWrong(string sentence) => new("source-address-wrong", sentence);

    public static Refusal ObjectWrong(string? given) => new Refusal("source-object-wrong", $"{PlainText.Quote(given)} cannot be the plural of an object in Twenty. Write it as its API does, such as websiteProperties.").With("given", PlainText.Shown(given));
}
