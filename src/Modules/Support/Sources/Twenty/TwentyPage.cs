using System.Text.Json;

namespace Billing.Support;

/// <summary>A page of records.</summary>
/// <param name="Records">Not read yet.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Total">How many there are in all; null where nobody says.</param>
internal sealed record TwentyPage(IReadOnlyList<JsonElement> Records, string? Next, int? Total)
{
    private const int LongestCursor = 4_000;

    /// <summary>Reads an answer of the REST API. A limit that was cut shows only in that there is more.</summary>
    /// <exception cref="SourceStopped">It is not whole.</exception>
    public static TwentyPage OfRest(JsonElement answer, string plural)
    {
        if (answer.Part("data")?.Part(plural) is not { ValueKind: JsonValueKind.Array } records) throw Incomplete($"The workspace answered without a list of {PlainText.Quote(plural)}.");
        return new TwentyPage([.. records.EnumerateArray()], NextOf(answer.Part("pageInfo")), Count(answer));
    }

    /// <summary>Reads an answer of the GraphQL API, which has status 200 when it is an error, too.</summary>
    /// <exception cref="SourceStopped">It is an error, or not whole.</exception>
    public static TwentyPage OfGraph(JsonElement answer, string plural)
    {
        if (answer.Part("errors") is { ValueKind: JsonValueKind.Array } errors && errors.GetArrayLength() > 0) throw TwentyReader.Said(errors[0]);
        if (answer.Part("data")?.Part(plural) is not { } list || list.Part("edges") is not { ValueKind: JsonValueKind.Array } edges) throw Incomplete($"The workspace answered without a list of {PlainText.Quote(plural)}.");
        return new TwentyPage([.. edges.EnumerateArray().Select(edge => edge.Part("node") ?? throw Incomplete("The workspace answered with a record that is none."))], NextOf(list.Part("pageInfo")), Count(list));
    }

    private static string? NextOf(JsonElement? info) => info?.Part("hasNextPage") switch
    {
        { ValueKind: JsonValueKind.False } => null,
        { ValueKind: JsonValueKind.True } => info?.Part("endCursor") is { ValueKind: JsonValueKind.String } cursor && cursor.GetString() is { Length: > 0 and < LongestCursor } text ? text : throw Incomplete("The workspace says that there is more, and not where."),
        _ => throw Incomplete("The workspace does not say whether there is more."),
    };

    private static int? Count(JsonElement of) => of.Part("totalCount") is { ValueKind: JsonValueKind.Number } total && total.TryGetInt32(out var count) ? count : null;

    private static SourceStopped Incomplete(string sentence) => new(SourceTrouble.IncompleteRead, sentence);
}
