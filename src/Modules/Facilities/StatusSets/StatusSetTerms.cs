using System.Text.RegularExpressions;

namespace Billing.Facilities;

/// <summary>A status as somebody wants it.</summary>
/// <param name="Id">The status meant; null for a new one.</param>
/// <param name="Color">#RRGGBB.</param>
/// <param name="Settles">Whether it says that the money is in; left out, a status called "Paid" does.</param>
internal sealed record WantedStatus(string Name, string Color, StatusId? Id = null, bool? Settles = null);

/// <summary>Reads the statuses of a set: names once each, colours as #RRGGBB.</summary>
internal static partial class StatusSetTerms
{
    private const int Most = 50;

    public static Result<List<Status>> Read(IReadOnlyList<WantedStatus> wanted, Func<Guid> newId)
    {
        if (wanted.Count is 0 or > Most) return new Refusal("wrong-number-of-statuses", $"A set has 1 to {Most} statuses.").With("most", Most);
        var statuses = new List<Status>(wanted.Count);
        foreach (var status in wanted)
        {
            if (!PlainText.Name(status.Name, "A status", 60).TryGet(out var name, out var refused)) return refused;
            if (!Hex().IsMatch(status.Color)) return new Refusal("not-a-colour", $"{PlainText.Quote(status.Color)} is not a colour; write it like #22C55E.").With("given", PlainText.Shown(status.Color));
            if (statuses.Any(s => PlainText.Key(s.Name) == PlainText.Key(name))) return new Refusal("status-twice", $"{PlainText.Quote(name)} stands in the set twice.").With("given", name);
            if (status.Id is { } id && statuses.Any(s => s.Id == id)) return new Refusal("status-twice", $"{PlainText.Quote(name)} names a status that stands in the set already.").With("given", name);
            statuses.Add(new Status(status.Id ?? new(newId()), name, status.Color.ToUpperInvariant(), status.Settles ?? PlainText.Key(name) is "PAID" or "BEZAHLT"));
        }
        return statuses;
    }

    [GeneratedRegex(@"^#[0-9A-Fa-f]{6}\z")]
    private static partial Regex Hex();
}
