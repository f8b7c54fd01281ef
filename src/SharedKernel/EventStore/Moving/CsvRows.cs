using System.Text;

namespace Billing.EventStore;

/// <summary>Reads CSV as Postgres writes it: commas, quotes doubled inside quotes, nothing at all for null.</summary>
internal static class CsvRows
{
    public static IEnumerable<string?[]> Read(TextReader from)
    {
        var (row, cell, quoted, inside) = (new List<string?>(), new StringBuilder(), false, false);
        for (int next; (next = from.Read()) >= 0;)
        {
            var letter = (char)next;
            if (inside)
            {
                if (letter != '"') cell.Append(letter);
                else if (from.Peek() == '"') cell.Append((char)from.Read());
                else inside = false;
            }
            else if (letter == '"')
            {
                (quoted, inside) = (true, true);
            }
            else if (letter is ',' or '\n')
            {
                row.Add(cell.Length > 0 || quoted ? cell.ToString() : null);
                (cell, quoted) = (cell.Clear(), false);
                if (letter != '\n') continue;
                yield return [.. row];
                row.Clear();
            }
            else
            {
                cell.Append(letter);
            }
        }
    }
}
