using Billing.EventStore;
using Billing.Web;

namespace Billing.AiCosts;

/// <summary>Tells people that costs have come to a threshold of a budget.</summary>
internal sealed class AiBudgetNotification : INotificationWriter
{
    public Type Event => typeof(AiBudgetThresholdReached);

    public async Task<Notification?> Write(StoredEvent happened, Session session, CancellationToken stop)
    {
        var e = (AiBudgetThresholdReached)happened.Data;
        if (await AiAlertRules.Find(session, AiAlertRules.IdOf(AiAlertKind.Budget), stop) is not { IsOn: true, Rule.Audience: { } audience }) return null;
        var name = PlainText.Line((await session.Streams<AiBudget>().Load(happened.StreamId, stop)).State.Name);
        return new(NotificationKind.Budget, AiNotifications.Priority(e.Level), audience, "/ai/budgets", language =>
        {
            var (at, month, spent) = (language.Share(e.At.Value), language.Month(e.From), language.Amount(e.Spent));
            return language.Choose<NotificationText>(
                new($"{name}: {at} is spent", $"The costs of this budget in {month} have come to {spent}."),
                new($"{name}: {at} sind ausgegeben", $"Die Kosten dieses Budgets im {month} haben {spent} erreicht."),
                new($"{name} : {at} sont dépensés", $"Les coûts de ce budget en {month} ont atteint {spent}."),
                new($"{name}: se ha gastado el {at}", $"Los costes de este presupuesto en {month} han llegado a {spent}."));
        });
    }
}

/// <summary>What notices of this module have in common.</summary>
internal static class AiNotifications
{
    /// <summary>How much an alert of a level matters.</summary>
    public static NotificationPriority Priority(AlertLevel level) => level == AlertLevel.Warning ? NotificationPriority.Normal : NotificationPriority.High;
}
