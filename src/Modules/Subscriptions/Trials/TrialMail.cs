using System.Globalization;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Billing.Usage.Contracts;
using Billing.Web;

namespace Billing.Subscriptions;

/// <summary>Tells a client that the trial ends in a few days, and what is billed from then on.</summary>
internal sealed class TrialMail(IEnumerable<IOrganisations> organisations, IInvoicing invoicing, ICoupons coupons) : IMailComposer
{
    public const string Name = "subscriptions.trial_end";

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        var work = session.Begin();
        var subscription = (await work.Load<Subscription>(wanted.For, stop, fresh: true)).State;
        if (subscription.StatusAt(session.Now) != SubscriptionStatus.Trialing || subscription.Ends) return null;
        if (await invoicing.Readers(session, subscription.ClientId.Value, stop) is not { } readers || await Here(session.Tenant, stop) is not { } here) return null;
        var ground = await SubscriptionDesk.Whole(work, coupons, new(wanted.For), subscription, null, stop);
        var first = SubscriptionPreview.Of(subscription, [], ground).NextTotal;
        return Text(readers.Language ?? here.Locale, readers, here.Name, ground.Terms(subscription.Has).Name, LocalDay.Of(subscription.TrialEnds, subscription.Zone), first) with { Sender = new MailSender(here.Name) };
    }

    /// <summary>What it says, in German or English.</summary>
    public static Mail Text(string language, ClientReaders readers, string sender, string plan, DateOnly ends, Money first)
    {
        var german = language.StartsWith("de", StringComparison.OrdinalIgnoreCase);
        var culture = CultureInfo.GetCultureInfo(german ? "de-DE" : "en-GB");
        var (name, day, price) = (PlainText.Line(plan), ends.ToString("D", culture), $"{first.Amount.ToString("N" + first.Currency.MinorUnits.ToString(CultureInfo.InvariantCulture), culture)} {first.Currency}");
        var mail = german
            ? new Mail(readers.To[0], "", "de", $"Ihre Probezeit von {name} endet am {day}",
            [
                new MailPart.Paragraph($"Guten Tag,\nIhre Probezeit bei {sender} endet bald. Danach geht es ohne Ihr Zutun weiter, und die erste Rechnung kommt."),
                new MailPart.Facts([new("Tarif", name), new("Probezeit bis", day), new("Erste Rechnung, ohne Steuern", price)]),
                new MailPart.Paragraph("Möchten Sie nicht weitermachen, antworten Sie bis dahin auf diese Mail."),
            ])
            : new Mail(readers.To[0], "", "en", $"Your trial of {name} ends on {day}",
            [
                new MailPart.Paragraph($"Hello,\nyour trial with {sender} ends soon. It goes on from then without your doing, and the first invoice follows."),
                new MailPart.Facts([new("Plan", name), new("Trial until", day), new("First invoice, before taxes", price)]),
                new MailPart.Paragraph("If you do not want to go on, answer this mail before that day."),
            ]);
        return mail with { AlsoTo = [.. readers.To.Skip(1)], Copies = readers.Cc };
    }

    private async Task<Organisation?> Here(TenantId tenant, CancellationToken stop)
    {
        foreach (var one in organisations)
            if (await one.Find(tenant, stop) is { } here) return here;
        return null;
    }
}
