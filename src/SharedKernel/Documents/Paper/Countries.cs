using System.Collections.Frozen;
using System.Text;

namespace Billing.Documents;

/// <summary>
/// The names of countries in the languages of documents. They come with the product: the machine's own lists differ from one release of its libraries to the
/// next, and a document is the same everywhere.
/// </summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, string[]> Names = Read();

    /// <summary>The name of a country; a code that nobody knows stands for itself.</summary>
    /// <param name="code">Two letters of ISO 3166-1.</param>
    /// <param name="language">The document's.</param>
    public static string NameOf(string code, PaperLanguage language) => Names.GetValueOrDefault(code) is { } names ? names[(int)language] : code;

    private static FrozenDictionary<string, string[]> Read()
    {
        using var stream = typeof(Countries).Assembly.GetManifestResourceStream("Countries.tsv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).Select(line => line.Split('\t')).ToFrozenDictionary(cells => cells[0], cells => cells[1..]);
    }
}
