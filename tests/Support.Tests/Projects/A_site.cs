using static Billing.Stories.Story<Billing.Support.SupportSite, Billing.Support.SupportSiteEvent>;

namespace Billing.Support.Tests.Projects;

public class A_site
{
    private static readonly Currency Usd = Currency.Parse("USD");
    private static readonly Guid Client = new("0193e0c0-0000-7000-8000-000000000001");
    private static readonly SiteTakenOn Taken = new(Client, "Acme", "", new(2025, 6, 15), new(99, Usd), "");

    [Fact]
    public void costs_the_usual_fee_unless_somebody_says_otherwise_and_nothing_is_really_nothing()
    {
        Given().When(_ => new TakeOnSite(Client, "Acme", new(2025, 6, 15)).Decide(Usd)).Then(Taken);
        Given().When(_ => new TakeOnSite(Client, "Acme", new(2025, 6, 15), Fee: new(0, Usd)).Decide(Usd)).Then(Taken with { Fee = new(0, Usd) });
        Given().When(_ => new TakeOnSite(Client, "Acme", new(2025, 6, 15), Fee: new(-1, Usd)).Decide(Usd)).ThenRefused("hosting-fee-negative");
        Given().When(_ => new TakeOnSite(Client, "Acme", new(2025, 6, 15), End: new(2025, 6, 14)).Decide(Usd)).ThenRefused("hosting-ends-before");
    }

    [Fact]
    public void has_another_fee_from_a_month_on()
    {
        Given(Taken).When(now => new AmendSite(Fee: new(120, Usd), FeeFrom: new(2025, 8, 20)).Decide(now, Usd, new(2025, 11, 19))).Then(new HostingFeeAgreed(new(2025, 8, 1), new(120, Usd), ToldBy.Person));
        var later = Given(Taken).When(now => new AmendSite(Fee: new(120, Usd)).Decide(now, Usd, new(2025, 11, 19))).Then(new HostingFeeAgreed(new(2025, 11, 1), new(120, Usd), ToldBy.Person));
        Assert.Equal([99m, 120m], new[] { 10, 11 }.Select(month => later.Hosted(default).FeeOf(new(2025, month, 1)).Amount));
        Given(Taken).When(now => new AmendSite(Fee: new(99, Usd)).Decide(now, Usd, new(2025, 11, 19))).ThenNothing();
    }

    [Fact]
    public void that_begins_in_a_month_to_come_is_told_another_fee_once_and_billed_by_it()
    {
        var (told, fee) = (new SiteTold(Client, "Acme", "", Taken.Start, null, new(120, Usd)), new HostingFeeAgreed(new(2025, 6, 1), new(120, Usd), ToldBy.Source));
        var later = Given(Taken).When(now => told.Again(now, new(2025, 4, 1), wasLost: false)).Then(fee);
        Assert.Equal(120m, later.Hosted(default).FeeOf(new(2025, 6, 1)).Amount);
        Given(Taken, fee).When(now => told.Again(now, new(2025, 4, 1), wasLost: false)).ThenNothing();
        Given(Taken).When(now => told.Again(now, new(2025, 8, 1), wasLost: false)).Then(fee with { From = new(2025, 8, 1) });
    }

    [Fact]
    public void has_its_latest_fee_put_back_from_when_that_one_holds()
    {
        var line = new PassLine(PassDid.Changed, OutsideKind.Site, "s1", default(Guid), "fee", "120.00 USD", "99.00 USD");
        Given(Taken).When(now => SiteDiary.Back(line, now, new(2025, 4, 1))!).Then(new HostingFeeAgreed(new(2025, 6, 1), new(120, Usd), ToldBy.Person));
    }

    [Fact]
    public void that_a_person_put_away_stays_so_when_its_system_has_it_again()
    {
        var told = new SiteTold(Client, "Acme", "", Taken.Start, null, null);
        Given(Taken, new SiteArchived()).When(now => told.Again(now, new(2025, 8, 1), wasLost: true)).Then(new SiteRestored());
        Given(Taken, new SiteArchived(ToldBy.Person)).When(now => told.Again(now, new(2025, 8, 1), wasLost: true)).ThenNothing();
    }

    [Fact]
    public void ends_and_goes_on()
    {
        Given(Taken).When(now => new AmendSite { End = new DateOnly(2025, 8, 10) }.Decide(now, Usd, default)).Then(new HostingEnded(new(2025, 8, 10), ToldBy.Person));
        Given(Taken, new HostingEnded(new(2025, 8, 10), ToldBy.Person)).When(now => new AmendSite { End = Change<DateOnly>.Cleared }.Decide(now, Usd, default)).Then(new HostingEnded(null, ToldBy.Person));
        Given(Taken, new HostingEnded(new(2025, 8, 10), ToldBy.Person)).When(now => new AmendSite(Start: new(2025, 9, 1)).Decide(now, Usd, default)).ThenRefused("hosting-ends-before");
    }
}
