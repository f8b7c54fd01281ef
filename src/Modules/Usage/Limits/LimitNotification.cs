using System.Globalization;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;

namespace Billing.Usage;

/// <summary>Tells people that usage has come to a threshold of a limit.</summary>
internal sealed class LimitNotification(IInvoicing invoicing) : INotificationWriter
{
    public Type Event => typeof(LimitReached);

    public async Task<Notification?> Write(StoredEvent happened, Session session, CancellationToken stop)
    {
        var e = (LimitReached)happened.Data;
        var who = PlainText.Line(Guid.TryParse(e.Subject, out var client) && await invoicing.Client(session, client, stop) is { } known ? known.Name : e.Subject);
        return new(NotificationKind.Limit, e.Threshold >= 100 ? NotificationPriority.High : NotificationPriority.Normal, Permission.SeeUsage, "/usage/limits", language =>
        {
            var (at, code) = (language.Share(e.Threshold), PlainText.Line(e.Limit.Code));
            var (used, most, last) = (language.Number(decimal.Parse(e.Used, CultureInfo.InvariantCulture)), language.Number(e.Limit.Limit.Value), language.Day(e.Period.Through));
            return language.Choose<NotificationText>(
                new($"{who}: {at} of the limit {code} is reached", $"{used} of {most} used; the limit holds through {last}."),
                new($"{who}: {at} des Limits {code} sind erreicht", $"{used} von {most} genutzt; das Limit gilt bis {last}."),
                new($"{who} : {at} de la limite {code} sont atteints", $"{used} sur {most} utilisés ; la limite vaut jusqu’au {last}."),
                new($"{who}: se ha alcanzado el {at} del límite {code}", $"{used} de {most} usados; el límite vale hasta el {last}."));
        });
    }
}
