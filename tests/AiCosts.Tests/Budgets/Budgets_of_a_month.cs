using static Billing.Stories.Story<Billing.AiCosts.AiBudget, Billing.AiCosts.AiBudgetEvent>;

namespace Billing.AiCosts.Tests;

public class Budgets_of_a_month
{
    private static readonly Period November = new(new(2026, 11, 1), new(2026, 11, 30));
    private static readonly Period December = new(new(2026, 12, 1), new(2026, 12, 31));
    private static readonly AiAccountId Account = new(new("0193e0c0-0000-7000-8000-000000000001"));

    private static AiBudgetOpened Opened(params BudgetThreshold[] thresholds) => new("Support", AiBudgetScope.Organisation, null, "", Usd(100), [.. thresholds.Length == 0 ? BudgetTerms.Usual : thresholds]);

    private static Money Usd(decimal amount) => new(amount, Worth.Dollar);

    private static Func<AiBudget, Decision<AiBudgetEvent>> Spending(decimal amount, Period? month = null) => now => now.Look(month ?? November, Worth.Usd(amount));

    private static AiBudgetThresholdReached Reached(int at, AlertLevel level, decimal spent, Period? month = null) => new((month ?? November).From, new Percentage(at), level, Usd(spent));

    private static AiBudgetThresholdLeft Left(int at, decimal spent) => new(November.From, new Percentage(at), Usd(spent));

    private static readonly AiBudgetThresholdReached Warned = Reached(70, AlertLevel.Warning, 70);

    [Fact]
    public void say_nothing_before_the_first_threshold() => Given(Opened()).When(Spending(69.99m)).ThenNothing();

    [Fact]
    public void warn_when_it_is_reached() => Given(Opened()).When(Spending(70)).Then(Warned);

    [Fact]
    public void say_it_once() => Given(Opened(), Warned).When(Spending(89.99m)).ThenNothing();

    [Fact]
    public void say_what_comes_next() => Given(Opened(), Warned, Reached(90, AlertLevel.Critical, 90)).When(Spending(100)).Then(Reached(100, AlertLevel.Emergency, 100));

    [Fact]
    public void say_nothing_new_beyond_the_last() => Given(Opened(), Warned, Reached(90, AlertLevel.Critical, 90), Reached(100, AlertLevel.Emergency, 100)).When(Spending(105)).ThenNothing();

    [Fact]
    public void say_all_that_was_passed_at_once() => Given(Opened()).When(Spending(95)).Then(Reached(70, AlertLevel.Warning, 95), Reached(90, AlertLevel.Critical, 95));

    [Fact]
    public void begin_anew_with_the_month() => Given(Opened(), Warned).When(Spending(70, December)).Then(Reached(70, AlertLevel.Warning, 70, December));

    [Fact]
    public void take_back_what_a_correction_took_back_and_say_neither_twice()
    {
        Given(Opened(), Warned).When(Spending(69)).Then(Left(70, 69));
        Given(Opened(), Warned, Left(70, 69)).When(Spending(69)).ThenNothing();
        Given(Opened(), Warned, Left(70, 69)).When(Spending(71)).ThenNothing();
    }

    [Fact]
    public void say_anew_what_comes_to_another_amount() => Given(Opened(), Warned, new AiBudgetAmountAgreed(Usd(200))).When(Spending(150)).Then(Reached(70, AlertLevel.Warning, 150));

    [Fact]
    public void say_nothing_when_they_are_closed() => Given(Opened(), new AiBudgetClosed()).When(Spending(100)).ThenNothing();

    [Fact]
    public void are_opened_with_usual_thresholds() => Given().When(_ => new OpenBudget(" Support ", Usd(100)).Decide(null)).Then(Opened());

    [Fact]
    public void may_be_for_an_account_or_a_tag()
    {
        Given().When(_ => new OpenBudget("Support", Usd(100), AiBudgetScope.Account, Account, Thresholds: []).Decide(AiAccount.Initial)).Then(new AiBudgetOpened("Support", AiBudgetScope.Account, Account.Value, "", Usd(100), []));
        Given().When(_ => new OpenBudget("Support", Usd(100), AiBudgetScope.Tag, Tag: " blue ", Thresholds: []).Decide(null)).Then(new AiBudgetOpened("Support", AiBudgetScope.Tag, null, "blue", Usd(100), []));
    }

    [Theory]
    [InlineData("Organisation", true, null)]
    [InlineData("Organisation", false, "blue")]
    [InlineData("Account", false, null)]
    [InlineData("Account", true, "blue")]
    [InlineData("Tag", false, " ")]
    [InlineData("Tag", true, "blue")]
    [InlineData("Tag", false, "123456789012345678901234567890123456789012345678901")]
    public void are_for_one_thing(string scope, bool account, string? tag) =>
        Given().When(_ => new OpenBudget("Support", Usd(100), Enum.Parse<AiBudgetScope>(scope), account ? Account : null, tag).Decide(AiAccount.Initial)).ThenRefused("ai-budget-scope-unclear");

    [Fact]
    public void are_for_an_account_that_is_followed()
    {
        Given().When(_ => new OpenBudget("Support", Usd(100), AiBudgetScope.Account, Account).Decide(null)).ThenRefused("ai-budget-account-unknown");
        Given().When(_ => new OpenBudget("Support", Usd(100), AiBudgetScope.Account, Account).Decide(AiAccount.Initial with { IsArchived = true })).ThenRefused("ai-budget-account-unknown");
    }

    [Fact]
    public void are_more_than_nothing() => Given().When(_ => new OpenBudget("Support", Usd(0)).Decide(null)).ThenRefused("budget-not-positive");

    [Fact]
    public void are_arranged_by_what_is_new_about_them()
    {
        Given(Opened()).When(new ArrangeBudget("Support", Usd(100)).Decide).ThenNothing();
        Given(Opened()).When(new ArrangeBudget("North", Usd(150), [new(new Percentage(50), AlertLevel.Warning)]).Decide)
            .Then(new AiBudgetRenamed("North"), new AiBudgetAmountAgreed(Usd(150)), new AiBudgetThresholdsChosen([new(new Percentage(50), AlertLevel.Warning)]));
        Given(Opened(), new AiBudgetClosed()).When(new ArrangeBudget("North", Usd(150)).Decide).ThenRefused("ai-budget-closed");
    }

    [Fact]
    public void are_closed_once()
    {
        Given(Opened()).When(ArrangeBudget.Close).Then(new AiBudgetClosed());
        Given(Opened(), new AiBudgetClosed()).When(ArrangeBudget.Close).ThenNothing();
    }

    [Fact]
    public void are_written_about_in_the_language_of_their_reader()
    {
        var budget = AiBudget.Initial with { Name = "Support", Amount = Usd(1000) };
        var reader = new Identity.Contracts.Colleague(default, "ann@example.test", "Ann Owner");
        Assert.Equal("Support: 99,5 % sind ausgegeben", AiBudgetMail.Text("de-DE", reader, budget, new(November.From, new Percentage(99.5m), AlertLevel.Emergency, Usd(995))).Subject);
        var again = AiBudgetMail.Text("en-US", reader, budget, new(November.From, new Percentage(70), null, Usd(699)));
        Assert.Equal("Support: below 70% again", again.Subject);
        Assert.Equal("/ai/budgets", Assert.Single(again.Parts.OfType<Web.MailPart.Button>()).Path);
    }
}
