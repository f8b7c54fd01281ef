using System.Globalization;
using System.Text.RegularExpressions;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Subscriptions;

/// <summary>Explains a line that a subscription was billed for: a price, the part of it that falls on some days, or what was used.</summary>
internal sealed partial class ExplainSubscriptionLine : IExplained
{
    public string Kind => $"{SubscriptionFact.Module}.{SubscriptionFact.Kind}";

    public Permission Needed => Permission.SeeSubscriptions;

    public IReadOnlyList<string> Amounts => ["amount"];

    public async Task<Explained?> Explain(Session session, ExplainedPlace asked, CancellationToken stop)
    {
        if (SubscriptionFact.Read(asked.Id) is not { } fact) return null;
        var past = await session.Past<Subscription>(fact.Id.Value, ExplainSubscription.Name, stop);
        var now = Subscription.Initial;
        foreach (var one in past.Events)
        {
            var (before, after) = (now, now.Apply(one.Data));
            now = after;
            var lines = fact.Bill == SubscriptionFact.GivenBack ? (before.GivenBack.Count == 0 ? after.GivenBack : []) : before.Bills.Count < fact.Bill && after.Bills.Count >= fact.Bill ? after.Bills[fact.Bill - 1].Lines : [];
            if (fact.Line >= lines.Count) continue;
            var plans = new Dictionary<PlanId, Plan>();
            foreach (var id in new[] { before.Has.PlanId, after.Has.PlanId }.Where(id => id != default).Distinct()) plans[id] = (await session.Streams<Plan>().Peek(id.Value, stop)).State;
            return Of(lines[fact.Line], new(one.Event, after.Currency, [.. new[] { after.Has, before.Has }.Where(has => plans.ContainsKey(has.PlanId)).Select(has => (plans[has.PlanId].Terms(has.Version), has.Quantity))])) with { Record = new(ExplainSubscription.Name, fact.Id.ToString()) };
        }
        return null;
    }

    /// <summary>What a line came about by.</summary>
    internal static Explained Of(SubscriptionLine line, LineGround ground)
    {
        if (line.Metered is { } use) return Used(line, use, ground);
        if (SubscriptionCoupon.Is(line.Component)) return Explained.Leaf(ExplainedAs.Coupon, line.Amount) with { Text = line.Description, Event = ground.Event };
        if (Part().Match(line.Description) is not { Success: true } part)
            return Explained.Rounded(ExplainedAs.SubscriptionLine, line.Amount, new(line.Quantity.Value * line.UnitPrice.Value, ground.Currency), new(ExplainedBy.Times, $"{line.Quantity} × {new ExactAmount(line.UnitPrice.Value, ground.Currency)}")) with { Text = line.Description, Event = ground.Event };
        var share = new Share(long.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture), long.Parse(part.Groups[2].Value, CultureInfo.InvariantCulture));
        var price = ground.Had.SelectMany(had => had.Terms.Components.Where(component => component.Code == line.Component).Select(component => component.Price(ground.Currency, had.Quantity)))
            .Select(whole => line.Amount.IsNegative ? -whole : whole).Cast<Money?>().FirstOrDefault(whole => share.From(whole!.Value) == line.Amount);
        var days = string.Create(CultureInfo.InvariantCulture, $"{share.Part} / {share.Of}");
        var told = price is { } found
            ? Explained.Rounded(ExplainedAs.SubscriptionLine, line.Amount, new(found.Amount * share.Part / share.Of, ground.Currency), new(ExplainedBy.Days, $"{days} × {found}"))
            : Explained.Leaf(ExplainedAs.SubscriptionLine, line.Amount) with { Rule = new(ExplainedBy.Days, days) };
        return told with { Text = line.Description, Event = ground.Event };
    }

    private static Explained Used(SubscriptionLine line, MeteredUse use, LineGround ground)
    {
        var parts = use.Parts.Select(part => Explained.Leaf(ExplainedAs.PricePart, Number(part.Amount, ground.Currency)) with
        {
            Text = part.Label, Event = ground.Event, Rule = part is { Quantity: { } quantity, Unit: { } unit } ? new(ExplainedBy.Times, $"{quantity} × {Number(unit, ground.Currency)}") : null,
        });
        var whole = Explained.Of(ExplainedAs.UsageCharge, use.Whole, parts) with { Text = $"{line.Description}, {use.Quantity}", Event = ground.Event };
        if (use.Whole == line.Amount) return whole;
        return Explained.Of(ExplainedAs.SubscriptionLine, line.Amount, [whole, Explained.Leaf(ExplainedAs.BilledBefore, line.Amount - use.Whole) with { Event = ground.Event }]) with { Text = line.Description, Rule = new(ExplainedBy.Difference, $"{use.Whole} - {use.Whole - line.Amount}"), Event = ground.Event };
    }

    private static ExactAmount Number(string text, Currency currency) => new(decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), currency);

    // As PricedPlan writes it.
    [GeneratedRegex(@"\((\d+) of (\d+) (?:days|seconds)(?:, \d+ seats)?\)$")]
    private static partial Regex Part();
}

/// <summary>What a line is explained by.</summary>
/// <param name="Event">That billed it.</param>
/// <param name="Had">What the client had after it, and before, with how many seats.</param>
internal sealed record LineGround(ExplainedEvent Event, Currency Currency, IReadOnlyList<(PlanOffer Terms, int Quantity)> Had);
