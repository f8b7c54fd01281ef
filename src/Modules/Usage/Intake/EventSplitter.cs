using System.Buffers;

namespace Billing.Usage;

/// <summary>
/// Finds the events in a JSON array without understanding them, so that one that is not JSON spoils itself alone: an event ends where its last brace closes.
/// </summary>
internal static class EventSplitter
{
    private static readonly SearchValues<byte> Marks = SearchValues.Create("{}[]\","u8);
    private static readonly SearchValues<byte> InText = SearchValues.Create("\"\\"u8);

    /// <summary>Calls <paramref name="found"/> with each element of the array, in order.</summary>
    /// <param name="body">What was sent; may be cut short.</param>
    /// <returns>Whether the array ended as it should, with nothing behind it.</returns>
    public static bool Split(ReadOnlyMemory<byte> body, Action<ReadOnlyMemory<byte>> found)
    {
        var text = body.Span;
        var at = Skip(text, 0);
        if (at == text.Length || text[at] != '[') return false;
        var (start, depth, any) = (at + 1, 0, false);
        for (at++; at < text.Length;)
        {
            var next = text[at..].IndexOfAny(Marks);
            if (next < 0) return false;
            at += next;
            switch (text[at])
            {
                case (byte)'"':
                    at = EndOfText(text, at + 1);
                    continue;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                case (byte)'}':
                    depth--;
                    break;
                case (byte)',' when depth == 0:
                    Tell(start, at);
                    (start, any) = (at + 1, true);
                    break;
                case (byte)']' when depth == 0:
                    if (any || Skip(text[..at], start) < at) Tell(start, at);
                    return Skip(text, at + 1) == text.Length;
                case (byte)']':
                    depth--;
                    break;
            }
            if (depth < 0) return false;
            at++;
        }
        return false;

        void Tell(int from, int to) => found(body[from..to]);
    }

    /// <summary>Behind the quote that ends a text.</summary>
    private static int EndOfText(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length)
        {
            var next = text[at..].IndexOfAny(InText);
            if (next < 0) return text.Length;
            at += next;
            if (text[at] == '"') return at + 1;
            at += 2; // a backslash and what it protects
        }
        return text.Length;
    }

    private static int Skip(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') at++;
        return at;
    }
}
