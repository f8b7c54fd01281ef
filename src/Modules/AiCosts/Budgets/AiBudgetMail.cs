using System.Globalization;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.AiCosts;

/// <summary>Tells somebody that costs have come to a threshold of a budget, or are below it again.</summary>
internal sealed class AiBudgetMail(IOrganisations organisations, IColleagues colleagues) : IMailComposer
{
    public const string Name = "aicosts.budget_told";

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        if (wanted.About is not { } id || await organisations.Find(session.Tenant, stop) is not { } here) return null;
        if ((await session.Streams<AiBudget>().Load(id, stop)).State is not { News: { } news, IsClosed: false } budget) return null;
        if (await AiAlertRules.Find(session, AiAlertRules.IdOf(AiAlertKind.Budget), stop) is not { IsOn: true, Rule.Audience: not null }) return null;
        if ((await colleagues.WhoMay(session.Tenant, Permission.ArrangeAiCosts, stop)).FirstOrDefault(one => one.Id == wanted.For) is not { } reader) return null;
        return Text(here.Locale, reader, budget, news) with { Sender = new MailSender(here.Name), ToItsPeople = true };
    }

    /// <summary>What it says, in German or English.</summary>
    public static Mail Text(string language, Colleague reader, AiBudget budget, AiBudgetNews news)
    {
        var german = language.StartsWith("de", StringComparison.OrdinalIgnoreCase);
        var culture = CultureInfo.GetCultureInfo(german || language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? language : "en-GB");
        string Amount(Money money) => $"{money.Amount.ToString("N" + money.Currency.MinorUnits, culture)} {money.Currency}";
        var (name, at, month) = (PlainText.Line(budget.Name), news.At.Value.ToString("0.######", culture), news.From.ToString("Y", culture));
        return german
            ? new(reader.Email, reader.Name, language, news.Level is null ? $"{name}: wieder unter {at} %" : $"{name}: {at} % sind ausgegeben",
            [
                new MailPart.Paragraph(news.Level is null
                    ? $"Guten Tag {reader.Name},\neine Berichtigung hat die Kosten des Budgets {name} wieder unter {at} % gebracht."
                    : $"Guten Tag {reader.Name},\ndie Kosten des Budgets {name} haben {at} % erreicht."),
                new MailPart.Facts([new("Monat", month), new("Ausgegeben", Amount(news.Spent)), new("Budget", Amount(budget.Amount))]),
                new MailPart.Button("KI-Budgets ansehen", "/ai/budgets"),
            ])
            : new(reader.Email, reader.Name, language, news.Level is null ? $"{name}: below {at}% again" : $"{name}: {at}% is spent",
            [
                new MailPart.Paragraph(news.Level is null
                    ? $"Hello {reader.Name},\na correction has brought the costs of the budget {name} below {at}% again."
                    : $"Hello {reader.Name},\nthe costs of the budget {name} have come to {at}%."),
                new MailPart.Facts([new("Month", month), new("Spent", Amount(news.Spent)), new("Budget", Amount(budget.Amount))]),
                new MailPart.Button("See the AI budgets", "/ai/budgets"),
            ]);
    }
}
