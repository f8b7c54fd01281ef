using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Billing.Support;

/// <summary>Where a site with Fluent Support is, and as whom it is asked.</summary>
/// <param name="Site">Its address, without a slash behind.</param>
/// <param name="User">A WordPress user who is a support agent.</param>
/// <param name="Password">An application password of theirs; its spaces do not matter.</param>
internal sealed record FluentDoor(Uri Site, string User, string Password)
{
    public override string ToString() => Site.Host; // never the password
}

/// <summary>What a site tells of itself.</summary>
/// <param name="Zone">The name of its time zone.</param>
/// <param name="HasPlainAddresses">Whether its addresses are of the kind <c>?rest_route=</c>.</param>
internal sealed record FluentSite(string Zone, bool HasPlainAddresses)
{
    /// <summary>The same as a zone.</summary>
    public TimeZoneInfo TimeZone => SourceZone.Find(Zone) ?? TimeZoneInfo.Utc;
}

/// <summary>What a site knows of one ticket.</summary>
/// <param name="Row">The ticket; null where there is none, or none to be seen.</param>
/// <param name="IsHidden">Whether it is in a mailbox that the agent may not see: it is there all the same.</param>
internal sealed record FluentFound(JsonElement? Row, bool IsHidden);

/// <summary>Fluent Support's API in WordPress. It has no feed of changes and no limit of its own; what is in front of it may have one.</summary>
internal sealed class FluentReader(SourceCalls calls)
{
    /// <summary>Most tickets of a page; at 15 and more a row tells nothing of who looks at it.</summary>
    public const int PerPage = 100;

    /// <summary>How a site says in a bare text that there is no such ticket.</summary>
    private static readonly string[] NoTicket = ["ticket not found", @"no query results for model [FluentSupport\App\Models\Ticket]"];

    private const string Space = "fluent-support/v2", NoRoute = "rest_no_route";

    /// <summary>Looks at a site without signing in: its zone, and whether Fluent Support is there.</summary>
    /// <exception cref="SourceStopped">It is no such site, or none that can be asked.</exception>
    public async Task<FluentSite> Look(FluentDoor to, CancellationToken stop)
    {
        var plain = false;
        var answer = await calls.Get(At(to, false, "", ""), null, stop);
        if (answer is { Json: null, Status: >= 200 and < 300 or 404 })
        {
            // Without pretty addresses the path is a page that is not there, or the front page.
            var other = await calls.Get(At(to, true, "", ""), null, stop);
            if (other.IsGood) (answer, plain) = (other, true);
        }
        if (!answer.IsGood) throw Said(answer);
        var index = answer.Json!.Value;
        if (index.Part("namespaces") is not { ValueKind: JsonValueKind.Array } spaces) throw new SourceStopped(SourceTrouble.FeatureNotAvailable, "There is no WordPress at this address. Write the address of the site as its home page has it.");
        if (!spaces.EnumerateArray().Any(space => space.ValueKind == JsonValueKind.String && space.ValueEquals(Space))) throw new SourceStopped(SourceTrouble.FeatureNotAvailable, "This site has no Fluent Support, or one without an API (fluent-support/v2). Install it there, or switch it on.");
        if (index.Part("authentication") is { ValueKind: JsonValueKind.Object } signIns && signIns.Part("application-passwords") is null) throw new SourceStopped(SourceTrouble.CredentialRejected, "Application passwords are switched off on this site. Switch them on there; nothing else opens its API.");
        return new FluentSite(ZoneOf(index), plain);
    }

    /// <summary>Asks a site who its visitor is.</summary>
    /// <exception cref="SourceStopped">Nobody it knows, no agent, or one who may see no tickets.</exception>
    public async Task Me(FluentDoor to, FluentSite site, CancellationToken stop)
    {
        var answer = await Ask(to, site, "/me", "", stop);
        if (answer is { Status: 403, Json: not null }) throw NotAnAgent();
        if (!answer.IsGood) throw Said(answer);
        var me = answer.Json!.Value;
        var rights = me.Part("permissions") ?? me.Part("user")?.Part("permissions") ?? me.Part("agent")?.Part("permissions") ?? me.Part("me")?.Part("permissions");
        if (rights is { ValueKind: JsonValueKind.Array } list && !list.EnumerateArray().Any(right => right.ToString().Contains("ticket", StringComparison.OrdinalIgnoreCase))) throw NoRight();
    }

    /// <summary>Asks for a page of tickets.</summary>
    /// <param name="mailbox">Only tickets of this one; null: of all.</param>
    /// <param name="byChange">Whether the last changed ones come first; else the newest do.</param>
    /// <exception cref="SourceStopped">It gave none.</exception>
    public async Task<FluentPage> Page(FluentDoor to, FluentSite site, long? mailbox, bool byChange, int page, CancellationToken stop)
    {
        // The address of the next page that the site tells lacks the filters, so each is made here.
        var query = string.Create(CultureInfo.InvariantCulture, $"per_page={PerPage}&page={page}&order_by={(byChange ? "updated_at" : "id")}&order_type=DESC{(mailbox is { } only ? $"&filters[mailbox_id]={only}" : "")}&filters[status_type]=all");
        var answer = await Ask(to, site, "/tickets", query, stop);
        if (answer is { Status: 403, Json: not null })
        {
            await Me(to, site, stop); // says so when the visitor is no agent
            throw NoRight();
        }
        if (!answer.IsGood) throw Said(answer);
        return FluentPage.Read(answer.Json!.Value) is { Rows.Count: <= PerPage } read ? read : throw new SourceStopped(SourceTrouble.IncompleteRead, $"The site answered with more than the {PerPage} tickets that it was asked for.");
    }

    /// <summary>Asks for one ticket, under either of its two addresses.</summary>
    /// <exception cref="SourceStopped">The site did not say whether there is one.</exception>
    public async Task<FluentFound> Ticket(FluentDoor to, FluentSite site, long id, CancellationToken stop)
    {
        var answer = await Ask(to, site, $"/tickets/{id}", "", stop);
        if (answer.Status == 404 && Code(answer) == NoRoute) answer = await Ask(to, site, $"/ticket/{id}", "", stop);
        return answer switch
        {
            { IsGood: true } => new FluentFound(answer.Json!.Value.Part("ticket") ?? answer.Json.Value, false),
            { Status: 404, Json: not null } when Code(answer) != NoRoute => new FluentFound(null, false),
            // Both "there is none" and "you may not see it" come as a bare text; only the words differ. What is not known to say that there is none does not say so.
            { Status: 422, Json: { ValueKind: JsonValueKind.String } said } => new FluentFound(null, !NoTicket.Any(words => said.GetString()!.Contains(words, StringComparison.OrdinalIgnoreCase))),
            _ => throw Said(answer),
        };
    }

    private Task<SourceAnswer> Ask(FluentDoor to, FluentSite site, string path, string query, CancellationToken stop) =>
        calls.Get(At(to, site.HasPlainAddresses, $"{Space}{path}", query), headers => Sign(headers, to), stop);

    private static void Sign(HttpRequestHeaders headers, FluentDoor to) =>
        headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{to.User}:{to.Password.Replace(" ", "", StringComparison.Ordinal)}")));

    private static Uri At(FluentDoor to, bool plain, string path, string query)
    {
        var site = to.Site.AbsoluteUri.TrimEnd('/');
        return new Uri(plain ? $"{site}/?rest_route=/{path}{(query.Length > 0 ? "&" : "")}{query}" : $"{site}/wp-json/{path}{(query.Length > 0 ? "?" : "")}{query}");
    }

    private static string ZoneOf(JsonElement index)
    {
        if (index.Line("timezone_string") is { Length: > 0 } named && SourceZone.Find(named) is not null) return named;
        return index.Part("gmt_offset") is { } offset && SourceJson.Number(offset) is { } hours && SourceZone.Name(hours) is { } name ? name
            : throw new SourceStopped(SourceTrouble.IncompleteRead, "The site does not say in which time zone it is. Choose one in its general settings.");
    }

    private static string Code(SourceAnswer answer) => answer.Json?.Line("code") ?? "";

    private static SourceStopped NotAnAgent() => new(SourceTrouble.NotAnAgent, "The site knows this user and password, but the user is no agent of Fluent Support. Make them one there.");

    private static SourceStopped NoRight() => new(SourceTrouble.PermissionMissing, "The user is an agent, but may see no tickets. Give them a permission for tickets in Fluent Support.");

    private static SourceStopped Said(SourceAnswer answer) => answer switch
    {
        { Status: 401, Json: not null } when Code(answer) is "rest_forbidden" or "rest_not_logged_in" => new(SourceTrouble.CredentialRejected, "The site saw no sign-in: its web server may drop it, or the user name or application password is wrong."),
        { Status: 401 } => new(SourceTrouble.CredentialRejected, "The site does not take this user name and application password. Make another application password in the user's profile there."),
        { Status: 403, Json: not null } => new(SourceTrouble.PermissionMissing, "The site knows this user, but shows them nothing of Fluent Support."),
        { Status: 429 } => new(SourceTrouble.RateLimited, "The site was asked too often.", answer.Wait),
        { Status: >= 500 or 408 } => new(SourceTrouble.Down, $"The site has trouble of its own ({answer.Status}).", answer.Wait),
        { Status: >= 300 and < 400 } => new(SourceTrouble.QueryRefused, $"The site sends its visitors elsewhere ({PlainText.Shown(answer.LeadsTo)}). Write the address it sends them to."),
        { Status: 404 } => new(SourceTrouble.FeatureNotAvailable, "There is no Fluent Support at this address, or one whose API is older than version 2."),
        { Json: null } => new(SourceTrouble.WebPage, "A web page came instead of an answer: a sign-in page, or a firewall in front of the site. Let this server through there.", answer.Wait),
        _ => new(SourceTrouble.QueryRefused, $"The site does not understand what it was asked ({answer.Status})."),
    };
}
