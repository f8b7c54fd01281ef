using System.Text;

namespace Billing.Documents;

/// <summary>A column that somebody hopes to find in a sheet.</summary>
/// <param name="Name">Its own name, as the documentation has it.</param>
/// <param name="Synonyms">Other names it goes by.</param>
public sealed record SheetField(string Name, params string[] Synonyms)
{
    /// <summary>
    /// Finds each field's column: chosen ones first, then names, then synonyms; case, spaces, underscores and punctuation do not matter, and no column serves two fields.
    /// </summary>
    /// <param name="fields">The fields wanted.</param>
    /// <param name="columns">The sheet's columns.</param>
    /// <param name="chosen">Field name → column name, as a person mapped them; an empty column name leaves the field out.</param>
    /// <returns>Field name → index of its column; fields that were not found are missing.</returns>
    public static IReadOnlyDictionary<string, int> Map(IReadOnlyList<SheetField> fields, IReadOnlyList<string> columns, IReadOnlyDictionary<string, string>? chosen = null)
    {
        var keys = columns.Select(Key).ToArray();
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = fields.ToList();
        foreach (var (name, column) in chosen ?? new Dictionary<string, string>())
        {
            if (open.Find(f => Key(f.Name) == Key(name)) is not { } field) continue;
            open.Remove(field);
            Take(field, column);
        }
        foreach (var field in open) Take(field, field.Name);
        foreach (var field in open)
            foreach (var synonym in field.Synonyms) Take(field, synonym);
        return found;

        void Take(SheetField field, string column)
        {
            if (found.ContainsKey(field.Name) || Key(column) is not { Length: > 0 } key) return;
            for (var i = 0; i < keys.Length; i++)
            {
                if (keys[i] != key || found.ContainsValue(i)) continue;
                found.Add(field.Name, i);
                return;
            }
        }
    }

    /// <summary>The letters and digits of a name in lower case: <c>Billing_Date</c> and <c>billing date</c> are one.</summary>
    internal static string Key(string name)
    {
        // Nobody names a column like that, and a file of long texts shall not cost time here.
        if (name.Length > 200) return "";
        var key = new StringBuilder(name.Length);
        foreach (var c in SheetText.Clean(name).Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
        return key.ToString();
    }
}
