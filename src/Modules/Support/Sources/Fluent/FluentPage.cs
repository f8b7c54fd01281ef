using System.Text.Json;

namespace Billing.Support;

/// <summary>A page of a list of tickets.</summary>
/// <param name="Rows">Not read yet: one that cannot be read must not take the others along.</param>
/// <param name="Total">How many tickets the list has now; null where the list does not say.</param>
/// <param name="Last">The number of the last page; null where the list does not say.</param>
internal sealed record FluentPage(IReadOnlyList<JsonElement> Rows, int? Total, int? Last)
{
    /// <summary>Reads an answer: with a page block or without one, its rows a list, or, as PHP writes lists with holes, an object with numbers for names.</summary>
    /// <exception cref="SourceStopped">There are no tickets in it.</exception>
    public static FluentPage Read(JsonElement answer)
    {
        var block = answer.Part("tickets") ?? answer;
        var data = block.Part("data") ?? block;
        var rows = data.ValueKind switch
        {
            JsonValueKind.Array => data.EnumerateArray().ToList(),
            JsonValueKind.Object when data.EnumerateObject().All(part => part.Name.All(char.IsAsciiDigit)) => [.. data.EnumerateObject().Select(part => part.Value)],
            _ => throw new SourceStopped(SourceTrouble.IncompleteRead, "The site answered without a list of tickets."),
        };
        return new FluentPage(rows, Count(block, "total"), Count(block, "last_page"));
    }

    private static int? Count(JsonElement block, string name)
    {
        try
        {
            return block.Whole(name) is { } count and >= 0 and < int.MaxValue ? (int)count : null;
        }
        catch (BadRecord)
        {
            return null;
        }
    }
}
