using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;

namespace Billing.Subscriptions;

/// <summary>
/// Looks at something that Stripe bills, and shows it as it stands there now; what its event said counts for nothing, so that any order ends alike. Of two who look
/// at once, the one who looked first may commit last: then the stream has moved, and they look again. What was taken over is followed whoever bills by now.
/// </summary>
internal sealed class When_a_mirror_is_due(StripeConnections connections, StripeApi stripe, IOutsideClients clients, IInvoicing invoicing, IOrganisations organisations) : MessageHandler<MirrorDue>(MirrorDue.Message)
{
    public override int Attempts => 100;

    public override async Task Handle(Message<MirrorDue> message, Work work, CancellationToken stop)
    {
        var (kind, id) = (message.Body.Kind, message.Body.Id);
        var settings = await work.Load<SubscriptionSettings>(SubscriptionSettings.Id, stop, fresh: true);
        if (!settings.State.HasMirrored) return;
        if (connections.AccountOf(message.Tenant) is not { } account || await organisations.Find(message.Tenant, stop) is not { } here) return;
        try
        {
            if (kind == MirrorDue.Subscription) await Subscription(work, account, id, settings, stop);
            else if (settings.State.StripeBills || await invoicing.Invoice(work.Session, StripeMirror.InvoiceIdOf(id), stop) is not null) await Invoice(work, account, id, here.TimeZone, stop);
        }
        catch (StripeException gone) when (gone.Missing)
        {
            // a draft that was deleted there is nothing here
        }
    }

    private async Task Subscription(Work work, StripeAccount account, string id, Versioned<SubscriptionSettings> settings, CancellationToken stop)
    {
        var stream = MirroredSubscription.Of(id);
        // Loaded before Stripe is asked: whoever else commits meanwhile has us look again.
        var before = await work.Load<MirroredSubscription>(stream, stop, fresh: true);
        if (!before.Exists && !settings.State.StripeBills) return;
        var told = await stripe.FindSubscription(account, id, stop);
        if (StripeMirror.Look(told) is not { } look) return;
        if (!before.Exists) BillingWayGround.Begins(work, settings.Version);
        var client = before.Exists ? before.State.ClientId : await Client(work, account, told.Customer, look.Currency, stop);
        var now = new MirroredSubscription(id, client, DateTimeOffset.FromUnixTimeSeconds(told.StartDate ?? told.Created), look);
        if (work.Decide<MirroredSubscription, MirroredSubscriptionEvent>(stream, mirrored => mirrored.Follow(now)) is { } refused) throw new InvalidOperationException($"The subscription {id} is not mirrored: {refused.Code}.");
        // Whoever looked meanwhile may have found no news, and be right where this look is old by now: what has changed is looked at once more.
        if ((await work.Load<MirroredSubscription>(stream, stop)).Version > before.Version) new MirrorDue(MirrorDue.Subscription, id).With(work);
    }

    private async Task Invoice(Work work, StripeAccount account, string id, TimeZoneInfo zone, CancellationToken stop)
    {
        var told = await stripe.FindInvoice(account, id, stop);
        // A draft asks for nothing yet; one that gives back is Stripe's balance of its customer, and no invoice.
        if (told is { Status: null or "draft" } or { Number: null } or { Total: < 0 } || StripeMirror.CurrencyOf(told.Currency) is not { } currency) return;
        List<StripeInvoiceLine> lines = [.. told.Lines?.Data ?? []];
        if (told.Lines is { HasMore: true })
        {
            lines.Clear();
            await foreach (var line in stripe.LinesOf(account, id, stop)) lines.Add(line);
        }
        var payments = new List<StripeInvoicePayment>();
        await foreach (var payment in stripe.PaymentsOf(account, id, stop))
            if (payment.Status == "paid") payments.Add(payment);
        var rates = new Dictionary<string, StripeTaxRate>(StringComparer.Ordinal);
        foreach (var rate in lines.SelectMany(line => line.Taxes ?? []).Concat(told.TotalTaxes ?? []).Select(tax => tax.TaxRateDetails?.TaxRate).OfType<string>().Distinct()) rates[rate] = await stripe.FindTaxRate(account, rate, stop);
        var client = await Client(work, account, told.Customer, currency, stop);
        StripeMirror.Invoice(told, lines, payments, rates, client, zone).With(work);
        // What went back before we looked was told to nobody here.
        foreach (var intent in payments.Select(payment => payment.Payment?.PaymentIntent).OfType<string>().Distinct()) work.Send(RefundsTold.Message, new RefundsTold(intent), key: $"mirror/{intent}");
    }

    private async Task<ClientId> Client(Work work, StripeAccount account, string customer, Currency currency, CancellationToken stop)
    {
        var who = await stripe.FindCustomer(account, customer, stop);
        var said = who.Metadata?.GetValueOrDefault("client");
        return new(await clients.Of(work, new OutsideCustomer(customer, who.Name, who.Email, currency, Guid.TryParse(said, out var id) ? id : null), stop));
    }
}
