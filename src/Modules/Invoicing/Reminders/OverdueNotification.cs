using Billing.EventStore;
using Billing.Web;

namespace Billing.Invoicing;

/// <summary>Tells people that an invoice was not paid in time and its client is reminded.</summary>
internal sealed class OverdueNotification : INotificationWriter
{
    public Type Event => typeof(ClientReminded);

    public async Task<Notification?> Write(StoredEvent happened, Session session, CancellationToken stop)
    {
        var e = (ClientReminded)happened.Data;
        if (e.Step <= 0) return null;
        var invoice = (await session.Streams<Invoice>().Load(e.InvoiceId.Value, stop)).State;
        var (number, who) = (invoice.Number, PlainText.Line(invoice.Addressee?.Name.Text));
        return new(NotificationKind.Overdue, NotificationPriority.Normal, Permission.SeeInvoicing, $"/invoices/{e.InvoiceId}", language =>
        {
            var (days, open) = (language.Number(e.Step), language.Amount(e.Outstanding));
            return language.Choose<NotificationText>(
                new($"Invoice {number} is overdue", $"{open} of {who} were due {days} days ago; a reminder is on its way."),
                new($"Rechnung {number} ist überfällig", $"{open} von {who} waren vor {days} Tagen fällig; eine Mahnung ist unterwegs."),
                new($"La facture {number} est échue", $"{open} de {who} étaient à régler il y a {days} jours ; un rappel est en route."),
                new($"La factura {number} está vencida", $"{open} de {who} vencieron hace {days} días; se envía un recordatorio."));
        });
    }
}
