namespace Billing.Web;

/// <summary>What people are told of something that happened; who of them is decided, and how it reaches them, elsewhere.</summary>
/// <param name="Kind">What it is about: people choose by it.</param>
/// <param name="Priority">How much it matters.</param>
/// <param name="Sees">What somebody must be permitted to be told of it.</param>
/// <param name="Path">Of the dashboard, from the slash on: where there is more of it.</param>
/// <param name="In">What it says in a language. Names in it are those of the moment.</param>
public sealed record Notification(NotificationKind Kind, NotificationPriority Priority, Permission Sees, string Path, Func<NotificationLanguage, NotificationText> In);

/// <summary>What a notice says.</summary>
/// <param name="Title">One line.</param>
/// <param name="Text">A sentence or two; may be empty.</param>
public sealed record NotificationText(string Title, string Text)
{
    /// <summary>Nothing of it: it names clients.</summary>
    public override string ToString() => nameof(NotificationText);
}

/// <summary>What people are told of.</summary>
public enum NotificationKind
{
    /// <summary>Costs have come to a threshold of a budget.</summary>
    Budget,

    /// <summary>Something costs much more, or less, than it did.</summary>
    Anomaly,

    /// <summary>Usage has come to a threshold of a limit.</summary>
    Limit,

    /// <summary>An invoice was not paid in time.</summary>
    Overdue,

    /// <summary>A client's card gave nothing, or the client objects to a payment.</summary>
    PaymentFailed,

    /// <summary>A system outside cannot be read.</summary>
    SyncTrouble,

    /// <summary>An address that is told of what happens takes nothing.</summary>
    WebhookTrouble,

    /// <summary>Anything else that a person must look at.</summary>
    System,
}

/// <summary>How much something matters; later ones more.</summary>
public enum NotificationPriority
{
    /// <summary>Good to know.</summary>
    Low,

    /// <summary>Somebody should look.</summary>
    Normal,

    /// <summary>Somebody must act.</summary>
    High,
}
