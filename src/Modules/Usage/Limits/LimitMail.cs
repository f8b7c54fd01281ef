using System.Globalization;
using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Usage;

/// <summary>Tells somebody that usage has come to a threshold of a limit.</summary>
internal sealed class LimitMail(IOrganisations organisations, IColleagues colleagues, IInvoicing invoicing) : IMailComposer
{
    public const string Name = "usage.limit_reached";

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        if (await organisations.Find(session.Tenant, stop) is not { } here || wanted.About is not { } id || (await session.Streams<LimitAlert>().Load(id, stop)).State.Reached is not { } reached) return null;
        if ((await colleagues.WhoMay(session.Tenant, Permission.SeeUsage, stop)).FirstOrDefault(one => one.Id == wanted.For) is not { } reader) return null;
        var who = Guid.TryParse(reached.Subject, out var client) && await invoicing.Client(session, client, stop) is { } known ? known.Name : reached.Subject;
        return Text(here.Locale, reader, who, reached) with { Sender = new MailSender(here.Name), ToItsPeople = true };
    }

    /// <summary>What it says, in German or English.</summary>
    public static Mail Text(string language, Colleague reader, string who, LimitReached reached)
    {
        var german = language.StartsWith("de", StringComparison.OrdinalIgnoreCase);
        var culture = CultureInfo.GetCultureInfo(german || language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? language : "en-GB");
        var (subject, last) = (PlainText.Line(who), reached.Period.Through.ToString("D", culture));
        string Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture).ToString("#,0.############", culture);
        var (hard, limit) = (reached.Limit.Kind == LimitKind.Hard, Amount(reached.Limit.Limit.ToString()));
        return german
            ? new(reader.Email, reader.Name, language, $"{subject}: {reached.Threshold} % des Limits {reached.Limit.Code} sind erreicht",
            [
                new MailPart.Paragraph($"Guten Tag {reader.Name},\ndie Nutzung von {subject} hat {reached.Threshold} % eines Limits erreicht."),
                new MailPart.Facts([new("Limit", reached.Limit.Code), new("Zähler", reached.Limit.Meter), new("Genutzt", Amount(reached.Used)), new("Höchstens", limit), new("Bis", last)]),
                new MailPart.Paragraph(hard ? "Was darüber hinausgeht, wird nicht angenommen, bis das Limit erhöht wird oder ein neuer Zeitraum beginnt." : "Weitere Nutzung wird angenommen."),
                new MailPart.Button("Limits ansehen", "/usage/limits"),
            ])
            : new(reader.Email, reader.Name, language, $"{subject}: {reached.Threshold}% of the limit {reached.Limit.Code} is reached",
            [
                new MailPart.Paragraph($"Hello {reader.Name},\nusage of {subject} has come to {reached.Threshold}% of a limit."),
                new MailPart.Facts([new("Limit", reached.Limit.Code), new("Meter", reached.Limit.Meter), new("Used", Amount(reached.Used)), new("At most", limit), new("Through", last)]),
                new MailPart.Paragraph(hard ? "What goes beyond is not taken until the limit is raised or a new period begins." : "Further usage is taken."),
                new MailPart.Button("See the limits", "/usage/limits"),
            ]);
    }
}
