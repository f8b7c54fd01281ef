using Billing.Web;

namespace Billing.AiCosts;

/// <summary>A record of usage on a page.</summary>
/// <param name="Called">Its model, or else what it is.</param>
/// <param name="At">UTC; null where it is not known any more.</param>
/// <param name="Basis">How it is known what it cost.</param>
/// <param name="Formula">How its cost became the amount; empty where it is the amount.</param>
/// <param name="Event">By which it was charged; null where it was not.</param>
internal sealed record AiExplainedUsage(Guid Id, string Called, DateTimeOffset? At, string? Basis, string Formula, ExplainedEvent? Event);

/// <summary>Records of usage, page by page: there may be many thousand.</summary>
/// <param name="Parts">Those of this page.</param>
/// <param name="All">How many there are on all pages.</param>
/// <param name="FromHere">What those of this page and of all that follow come to.</param>
internal sealed record AiUsagePage(List<Explained> Parts, int All, ExactAmount FromHere)
{
    /// <summary>With one more.</summary>
    /// <param name="fromHere">What it comes to together with all that follow.</param>
    public AiUsagePage With(ExactAmount amount, int all, ExactAmount fromHere, AiExplainedUsage line)
    {
        var part = Explained.Leaf(ExplainedAs.AiUsage, amount) with
        {
            Text = line.At is { } at ? $"{line.Called}, {DateText.Write(DateOnly.FromDateTime(at.UtcDateTime))}" : line.Called, Record = new("ai-usage", line.Id.ToString()), Event = line.Event,
            Rule = new(line.Basis switch { "computed" => ExplainedBy.PriceBook, "manual" => ExplainedBy.Entered, _ => ExplainedBy.Reported }, line.Formula),
        };
        return new AiUsagePage([.. Parts, part], all, Parts.Count == 0 ? fromHere : FromHere);
    }

    /// <summary>The page with all further ones as one part.</summary>
    /// <param name="whole">What all pages come to.</param>
    public Explained Explain(ExplainedPlace asked, ExactAmount whole, ExplainedAs name)
    {
        var further = All - asked.After - Parts.Count;
        IEnumerable<Explained> parts = Parts.Count == 0 || further <= 0 ? Parts
            : Parts.Append(Explained.Leaf(ExplainedAs.More, FromHere - ExactAmount.Sum(whole.Currency, Parts.Select(part => part.Amount))) with { Count = further, Place = asked with { After = asked.After + Parts.Count, Sum = null } });
        return asked.After > 0 ? Explained.Of(ExplainedAs.More, FromHere, parts) : Explained.Of(name, whole, parts);
    }
}
