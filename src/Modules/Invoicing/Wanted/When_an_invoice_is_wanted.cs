using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;

namespace Billing.Invoicing;

/// <summary>A module wants charges invoiced together. What fails again and again is parked, never lost.</summary>
internal sealed class When_an_invoice_is_wanted(PrintingPress press, IEnumerable<IOrganisations> organisations, IEnumerable<IEntitlements> plans) : MessageHandler<InvoiceCharges>(InvoiceCharges.Message)
{
    private const int ParkedFrom = 6;

    public override int Attempts => 100;

    public override int Together => 50;

    public override TimeSpan PauseAfter(int attempt) => AtMostAMinute(attempt);

    protected override Task<IDisposable?> Turn(Session session, CancellationToken stop) => WantedInvoices.Turn(session, stop);

    protected override async Task Prepare(IReadOnlyList<InvoiceCharges> bodies, Work work, CancellationToken stop)
    {
        await work.LoadMany<WantedInvoice>([.. bodies.Select(IdOf)], stop);
        await work.LoadMany<Invoice>([.. bodies.Select(wanted => MakeWantedInvoice.InvoiceOf(IdOf(wanted), 0).Value)], stop);
        await work.LoadMany<Charge>([.. bodies.SelectMany(wanted => wanted.Charges).Select(one => SourceOf(one).Id.Value)], stop);
        await work.LoadMany<Client>([.. bodies.SelectMany(wanted => wanted.Charges).Select(one => one.ClientId)], stop);
        await MakeWantedInvoice.LookForCarried(work, [.. bodies.Select(wanted => (wanted.Module, wanted.Series)).Distinct()], stop);
    }

    public override async Task Handle(Message<InvoiceCharges> message, Work work, CancellationToken stop)
    {
        var (wanted, first) = (message.Body, message.Body.Charges[0]);
        var id = IdOf(wanted);
        await WantedInvoices.Go(press, organisations, plans, work, message.Tenant, id, message.Attempt >= ParkedFrom, async attempt =>
        {
            if ((await attempt.Load<WantedInvoice>(id)).Exists) return;
            var charges = wanted.Charges.Select(one => new WantedCharge(SourceOf(one), new(one.Description, one.Quantity, one.UnitPrice, one.Currency, one.Period, one.TaxCategory, one.Group)));
            await attempt.Decide<WantedInvoice, WantedInvoiceEvent>(id, _ => new InvoiceWanted(wanted.Module, wanted.Reference, wanted.Series, new(first.ClientId), first.Currency, [.. charges], wanted.On, wanted.Period, wanted.Then));
        }, stop);
    }

    private static Guid IdOf(InvoiceCharges wanted) => WantedInvoice.Id(wanted.Module, wanted.Reference);

    private static ChargeSource SourceOf(PostCharge one) => new(one.Module, one.Kind, one.Fact);
}

/// <summary>A parked invoice is tried again.</summary>
internal sealed class When_an_invoice_is_wanted_again(PrintingPress press, IEnumerable<IOrganisations> organisations, IEnumerable<IEntitlements> plans) : MessageHandler<InvoiceChargesAgain>(InvoiceChargesAgain.Message)
{
    protected override Task<IDisposable?> Turn(Session session, CancellationToken stop) => WantedInvoices.Turn(session, stop);

    public override Task Handle(Message<InvoiceChargesAgain> message, Work work, CancellationToken stop) =>
        WantedInvoices.Go(press, organisations, plans, work, message.Tenant, WantedInvoice.Id(message.Body.Module, message.Body.Reference), parks: false, _ => Task.CompletedTask, stop);
}

/// <summary>What both have in common.</summary>
internal static class WantedInvoices
{
    /// <summary>Numbers are taken in turns within this process: without it, this would race with everybody who issues by hand.</summary>
    public static async Task<IDisposable?> Turn(Session session, CancellationToken stop) => await session.Turn(NumberKind.Invoice.Stream(), stop);

    /// <summary>Notes what is wanted, and makes it or parks it.</summary>
    public static async Task Go(PrintingPress press, IEnumerable<IOrganisations> organisations, IEnumerable<IEntitlements> plans, Work work, TenantId tenant, Guid id, bool parks, Func<Attempt, Task> note, CancellationToken stop)
    {
        if (await work.Once(nameof(organisations), () => When_a_recurring_invoice_is_due.Here(organisations, tenant, stop)) is not { } here) return;
        var sender = await work.Once(nameof(press), () => press.Sender(work.Session, here, stop));
        var attempt = new Attempt(work, fresh: false, stop);
        await note(attempt);
        var limit = plans.Select(plan => plan.Limit(tenant, IssueInvoice.MonthlyLimit)).Min();
        if (parks) await attempt.Decide<WantedInvoice, WantedInvoiceEvent>(id, wanted => wanted.Step == WantedStep.Wanted ? new WantedInvoiceParked(wanted.InvoiceId, RunReasons.Unexpected) : Decision.Nothing);
        else await new MakeWantedInvoice(new(sender, here, limit)).Go(attempt, id, LocalDay.Of(work.At, here.TimeZone));
    }
}
