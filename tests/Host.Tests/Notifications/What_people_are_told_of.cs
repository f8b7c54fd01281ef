using Billing.AiCosts;
using Billing.EventStore;
using Billing.Host.Tests.Facilities;
using Billing.Host.Tests.Identity;
using Billing.Invoicing;
using Billing.Subscriptions;
using Billing.Support;
using Billing.Usage;
using Billing.Web;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Host.Tests.Notifications;

/// <summary>Everything that people are told of, in every language: what happened, to what, and where there is more of it.</summary>
public class What_people_are_told_of : Neighbours
{
    [Fact]
    public async Task is_said_in_four_languages()
    {
        var (ours, theirs) = (await Owner("ours"), await Owner("theirs"));
        var about = await Invoiced(ours, "ours");
        var store = Product.Services.GetRequiredService<EventStore.EventStore>();
        var session = store.Open(new TenantId((await ours.Get("/api/auth/me")).Ok().Text("organisations.0.id")), Actor.System);
        async Task Happens<T, TEvent>(params TEvent[] happened) where T : class, IAggregate<T>
        {
            var (id, work) = (session.NewId(), session.Begin());
            work.New<T>(id);
            foreach (var one in happened) work.Decide<T, TEvent>(id, _ => one);
            await work.Commit();
        }
        var (invoice, account) = (new InvoiceId(Guid.Parse(about["invoice"])), Guid.Parse(about["aiAccount"]));
        PersonalText Personal(string text) => new(Guid.CreateVersion7(), text);
        foreach (var kind in new[] { AiAlertKind.Anomaly, AiAlertKind.Unpriced, AiAlertKind.CredentialRejected, AiAlertKind.SyncStale, AiAlertKind.BalanceLow, AiAlertKind.ServiceDown })
            await Happens<AiAlert, AiAlertEvent>(new AiAlertRaised(kind, AlertLevel.Critical, account, null, kind == AiAlertKind.Anomaly ? new(2025, 11, 18) : null, null));
        await Happens<AiAlert, AiAlertEvent>(new AiAlertRaised(AiAlertKind.Budget, AlertLevel.Critical, null, Guid.Parse(about["aiBudget"]), new(2025, 11, 1), new Percentage(90))); // budgets speak for themselves
        await Happens<LimitAlert, LimitAlertEvent>(new LimitReached(about["client"], new("calls", "requests", new Quantity(1000), LimitKind.Hard, [100]), 100, "1000.5", new(new(2025, 11, 1), new(2025, 11, 30))));
        await Happens<InvoiceReminders, InvoiceRemindersEvent>(new ClientReminded(invoice, -3, new(2025, 11, 18), new(100, Currency.Parse("EUR")), new(session.NewId()), null), new ClientReminded(invoice, 14, new(2025, 11, 18), new(100, Currency.Parse("EUR")), new(session.NewId()), null));
        await Happens<Sending, SendingEvent>(new SendingAsked(invoice, [Personal("reader@example.test")], [], Personal("Invoice"), Personal("Hello"), null), new SendingFailed(SendingTrouble.Refused));
        await Happens<Sending, SendingEvent>(new QuoteSendingAsked(new(Guid.Parse(about["quote"])), [Personal("reader@example.test")], [], Personal("Quote"), Personal("Hello"), null), new SendingBounced(Personal("reader@example.test"), Personal("mailbox full")));
        await Happens<SourceConnection, SourceConnectionEvent>(new SourceConnected(SourceKind.Fluent, "Help desk", "https://desk.example.test", "us"), new SourceShut("source-credential-rejected"));
        await Happens<Collection, CollectionEvent>(
            new CollectionBegun(invoice.Value, "2025-0001", new(session.NewId()), new(Guid.Parse(about["client"]))), new AttemptBegun(1, AttemptReason.Issued, new(100, Currency.Parse("EUR")), "test", "payer", "card", "4242", session.Now),
            new AttemptFailed(1, null, "declined", false), new CollectionExhausted(DunningEnd.Unpaid), new PaymentDisputed("dispute", "payment"));

        await Hears(ours, 14);
        await AllTold();
        Assert.Empty(await Notifications(theirs));
        var said = new List<string>();
        foreach (var language in NotificationLanguage.Offered) said.Add(await Titles(ours, $"?language={language}"));
        var lines = said.Select(titles => titles.Split('\n')).ToList();
        for (var n = 0; n < 14; n++) Assert.Equal(4, lines.Select(titles => titles[n]).Distinct().Count());
        Assert.All(said, titles => Assert.DoesNotMatch("  |^:|^ |\\{", titles));
        Assert.All(await Notifications(ours), one => Assert.Matches("^(/[A-Za-z0-9_-]+)+$", one!.Text("path")));
        Assert.All(await Notifications(ours), one => Assert.NotEmpty(one!.Text("text")));
        Assert.Equal(
            ["Basement of ours: not read for a while", "Basement of ours: nothing is left", "Basement of ours: the credential is not taken any more", "Basement of ours: the provider does not answer", "Basement of ours: unusual costs on 18 November 2025", "Basement of ours: usage without a price", "Client of ours: 100% of the limit calls is reached"],
            lines[0].Where(title => title.Contains(" of ours: ", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("Help desk does not let us in any more", said[0], StringComparison.Ordinal);
        Assert.Equal("anomaly limit overdue paymentFailed paymentFailed paymentFailed syncTrouble syncTrouble syncTrouble syncTrouble system system system system", string.Join(' ', (await Notifications(ours)).Select(one => one!.Text("kind")).Order(StringComparer.Ordinal)));
    }
}
