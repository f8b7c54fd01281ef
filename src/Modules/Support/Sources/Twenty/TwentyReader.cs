using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Billing.Support;

/// <summary>A workspace of Twenty, by REST or by GraphQL; both tell the same.</summary>
internal sealed partial class TwentyReader(SourceCalls calls)
{
    /// <summary>Most records of a page. More may be cut without an error by older servers.</summary>
    public const int Limit = 60;

    private const string Stamp = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Whether a name can be one of an object: it goes into addresses and queries.</summary>
    public static bool IsName(string? name) => name is not null && Names().IsMatch(name);

    /// <summary>Makes the cheapest call that shows whether the key opens an object, and the workspace has it.</summary>
    /// <exception cref="SourceStopped">It does not.</exception>
    public async Task Verify(TwentyDoor to, string plural, CancellationToken stop) =>
        _ = TwentyPage.OfRest(Good(await calls.Get(to.At($"/rest/{plural}?limit=1&depth=0"), headers => Sign(headers, to), stop)), plural);

    /// <summary>Asks for a page by REST.</summary>
    /// <param name="cursor">Where the page before ended, as it was told; null for the first.</param>
    /// <param name="limit">Most records.</param>
    /// <exception cref="SourceStopped">It gave none.</exception>
    public async Task<TwentyPage> Page(TwentyDoor to, TwentyQuestion question, string? cursor, CancellationToken stop, int limit = Limit)
    {
        List<string> query = [string.Create(CultureInfo.InvariantCulture, $"limit={limit}"), "depth=0", $"order_by={Uri.EscapeDataString("updatedAt[AscNullsFirst],id")}"];
        // The bin is looked into by naming the field; its moment is the one of the deletion.
        if (question.Deleted) query.Add($"filter={Uri.EscapeDataString($"deletedAt[gte]:\"{Moment(question.Since ?? DateTimeOffset.UnixEpoch)}\"")}");
        else if (question.Since is { } since) query.Add($"filter={Uri.EscapeDataString($"updatedAt[gte]:\"{Moment(since)}\"")}");
        if (cursor is not null) query.Add($"starting_after={Uri.EscapeDataString(cursor)}");
        return Within(limit, TwentyPage.OfRest(Good(await calls.Get(to.At($"/rest/{question.Plural}?{string.Join('&', query)}"), headers => Sign(headers, to), stop)), question.Plural));
    }

    /// <summary>Asks for a page by GraphQL.</summary>
    /// <param name="fields">What is wanted of each record, as GraphQL writes it.</param>
    /// <exception cref="SourceStopped">It gave none.</exception>
    public async Task<TwentyPage> GraphPage(TwentyDoor to, TwentyQuestion question, string fields, string? cursor, CancellationToken stop, int limit = Limit)
    {
        var filter = question.Deleted ? $", filter: {{deletedAt: {{gte: \"{Moment(question.Since ?? DateTimeOffset.UnixEpoch)}\"}}}}" : question.Since is { } since ? $", filter: {{updatedAt: {{gte: \"{Moment(since)}\"}}}}" : "";
        var query = string.Create(CultureInfo.InvariantCulture, $"query($after: String) {{ {question.Plural}(first: {limit}, after: $after, orderBy: [{{updatedAt: AscNullsFirst}}]{filter}) {{ edges {{ cursor node {{ {fields} }} }} pageInfo {{ hasNextPage endCursor }} totalCount }} }}");
        return Within(limit, TwentyPage.OfGraph(Good(await calls.Post(to.At("/graphql"), new { query, variables = new { after = cursor } }, headers => Sign(headers, to), stop)), question.Plural));
    }

    /// <summary>Asks for one record; null where it was destroyed for good.</summary>
    /// <exception cref="SourceStopped">The workspace did not say whether there is one.</exception>
    public async Task<JsonElement?> Record(TwentyDoor to, string plural, string id, CancellationToken stop)
    {
        var answer = await calls.Get(to.At($"/rest/{plural}/{Uri.EscapeDataString(id)}?depth=0"), headers => Sign(headers, to), stop);
        if (answer is { Status: 404, Json: not null } || (answer.Status == 400 && Message(answer.Json).Contains("not found", StringComparison.OrdinalIgnoreCase) && !Message(answer.Json).Contains("object", StringComparison.OrdinalIgnoreCase))) return null;
        if (Good(answer).Part("data") is not { ValueKind: JsonValueKind.Object } data) throw new SourceStopped(SourceTrouble.IncompleteRead, "The workspace answered without the record.");
        return data.EnumerateObject().Select(part => (JsonElement?)part.Value).FirstOrDefault(part => part is { ValueKind: JsonValueKind.Object }); // under the singular, whatever that is
    }

    /// <summary>An error of the GraphQL API.</summary>
    internal static SourceStopped Said(JsonElement error) => (error.Part("extensions")?.Line("code") ?? "") switch
    {
        "UNAUTHENTICATED" => Rejected(),
        "FORBIDDEN" => Forbidden(),
        "INTERNAL_SERVER_ERROR" => new(SourceTrouble.Down, "The workspace has trouble of its own."),
        "TOO_MANY_REQUESTS" or "RATE_LIMITED" => new(SourceTrouble.RateLimited, "The workspace was asked too often."),
        _ => NotUnderstood(error.Line("message")),
    };

    private static TwentyPage Within(int limit, TwentyPage page) => page.Records.Count <= limit ? page : throw new SourceStopped(SourceTrouble.IncompleteRead, $"The workspace answered with more than the {limit} records that it was asked for.");

    private static JsonElement Good(SourceAnswer answer) => answer switch
    {
        { IsGood: true } => answer.Json!.Value,
        { Status: 401 } => throw Rejected(),
        { Status: 403, Json: not null } => throw Forbidden(),
        { Status: 429 } => throw new SourceStopped(SourceTrouble.RateLimited, "The workspace was asked too often.", answer.Wait ?? TimeSpan.FromMinutes(1)),
        { Status: >= 500 or 408 } => throw new SourceStopped(SourceTrouble.Down, $"The workspace has trouble of its own ({answer.Status}).", answer.Wait),
        { Status: >= 300 and < 400 } => throw new SourceStopped(SourceTrouble.QueryRefused, $"The workspace sends its visitors elsewhere ({PlainText.Shown(answer.LeadsTo)}). Write the address it sends them to."),
        { Json: null } => throw new SourceStopped(SourceTrouble.WebPage, "A web page came instead of an answer: the address is not that of Twenty's API, or a firewall stands in front of it.", answer.Wait),
        _ => throw NotUnderstood(Message(answer.Json)),
    };

    private static SourceStopped Rejected() => new(SourceTrouble.CredentialRejected, "The workspace does not take this key: it was revoked, has expired, or is another workspace's.");

    private static SourceStopped Forbidden() => new(SourceTrouble.PermissionMissing, "The workspace knows this key, but its role may not read these records.");

    private static SourceStopped NotUnderstood(string said) => new(SourceTrouble.QueryRefused, said.Length == 0 ? "The workspace does not understand what it was asked." : $"The workspace does not understand what it was asked. It says: {PlainText.Line(said)}");

    private static string Message(JsonElement? answer) => answer?.Part("messages") is { ValueKind: JsonValueKind.Array } messages && messages.GetArrayLength() > 0 ? PlainText.Line(messages[0].ToString()) : answer?.Line("message") ?? "";

    private static void Sign(HttpRequestHeaders headers, TwentyDoor to) => headers.Authorization = new AuthenticationHeaderValue("Bearer", to.Key);

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[a-z][A-Za-z0-9]{0,62}\z")]
    private static partial Regex Names();
}
