using static Billing.Stories.Story<Billing.Support.SupportTerms, Billing.Support.SupportTermsEvent>;

namespace Billing.Support.Tests.Terms;

public class Terms_of_support
{
    private static readonly Currency Usd = Currency.Parse("USD");

    [Fact]
    public void begin_with_ten_categories_of_which_two_are_never_charged()
    {
        Assert.Equal(10, SupportTerms.Initial.Categories.Count);
        Assert.Equal(["migration", "non-billable"], SupportTerms.Initial.Categories.Where(one => !one.Charged).Select(one => one.Code));
    }

    [Fact]
    public void give_each_category_a_code_of_its_own()
    {
        Given().When(new OpenCategory("Training Days!").Decide).Then(new CategoryOpened("training-days", "Training Days!", true));
        Given(new CategoryOpened("training", "Training!", true)).When(new OpenCategory("Training", false).Decide).Then(new CategoryOpened("training-2", "Training", false));
        Given().When(new OpenCategory("hosting").Decide).ThenRefused("category-name-taken");
    }

    [Fact]
    public void close_and_reopen_categories()
    {
        Given().When(now => new AmendCategory(Closed: true, Charged: true).Decide(now, "migration")).Then(new CategoryChargingChosen("migration", true), new CategoryClosed("migration"));
        Given(new CategoryClosed("migration")).When(now => new AmendCategory(Closed: false).Decide(now, "migration")).Then(new CategoryReopened("migration"));
    }

    [Fact]
    public void replace_a_card_of_the_same_day()
    {
        var agreed = new RatesAgreed(null, new(2025, 6, 1), Usd, new(1), new(2), new(3), new(4));
        Given(agreed).When(now => new AgreeRates(new(2025, 6, 1), new(1), new(2), new(3), new(4)).Decide(now, Usd)).ThenNothing();
        Assert.Single(Given(agreed).When(now => new AgreeRates(new(2025, 6, 1), new(1), new(2), new(3), new(5)).Decide(now, Usd)).Then(agreed with { High = new(5) }).Rates);
        Given().When(now => new AgreeRates(new(2025, 6, 1), new(-1), new(2), new(3), new(4)).Decide(now, Usd)).ThenRefused("rate-wrong");
    }

    [Fact]
    public void allow_from_the_first_of_a_month_on()
    {
        Given().When(new AgreeAllowance(new(2025, 6, 15), new(5), [new("LANDING_PAGE", 2)], 0).Decide).Then(new AllowanceAgreed(null, new(2025, 6, 1), new(5), [new("landing-page", 2)], 0));
        Given().When(new AgreeAllowance(new(2025, 6, 15), new(-1)).Decide).ThenRefused("free-hours-wrong");
        Given().When(new AgreeAllowance(new(2025, 6, 15), new(1), [new("a", 1), new("a", 2)]).Decide).ThenRefused("free-projects-wrong");
    }
}
