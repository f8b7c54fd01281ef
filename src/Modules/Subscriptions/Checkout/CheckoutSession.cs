using Billing.EventStore;

namespace Billing.Subscriptions;

/// <summary>A link by which somebody can subscribe once, without an account.</summary>
/// <param name="Opened">What it is for; null for none.</param>
/// <param name="Completed">Whether somebody has.</param>
/// <param name="Expired">Whether it opens nothing any more.</param>
internal sealed record CheckoutSession(CheckoutOpened? Opened, bool Completed, bool Expired) : IAggregate<CheckoutSession>
{
    public static string Alias => "subscriptions.checkout_session";

    public static CheckoutSession Initial { get; } = new(null, false, false);

    /// <summary>The page on which a card was asked for last; null for none.</summary>
    public CheckoutCardAsked? CardAsked { get; init; }

    /// <summary>How often one was asked for.</summary>
    public int Asks { get; init; }

    /// <summary>The card that was left; null for none.</summary>
    public CheckoutCardLeft? Card { get; init; }

    /// <summary>Whether its page shows anything at an instant.</summary>
    public bool IsOpenAt(DateTimeOffset at) => !Expired && Opened?.ExpiresAt > at;

    /// <summary>Somebody subscribes: the first one who does.</summary>
    public Decision<CheckoutSessionEvent> Complete(DateTimeOffset at)
    {
        if (Completed) return CheckoutNo.Completed;
        return IsOpenAt(at) ? new CheckoutCompleted() : CheckoutNo.Expired;
    }

    /// <summary>A card is asked for, as often as anybody means it.</summary>
    public Decision<CheckoutSessionEvent> Ask(CheckoutCardAsked asked) => Completed || Asks >= CheckoutNo.MostAsks ? Decision.Nothing : asked;

    /// <summary>A card was left; another one replaces it as long as nobody has subscribed.</summary>
    public Decision<CheckoutSessionEvent> Leave(CheckoutCardLeft card) => Completed || card == Card ? Decision.Nothing : card;

    /// <summary>It opens nothing any more.</summary>
    public Decision<CheckoutSessionEvent> Expire()
    {
        if (Completed) return CheckoutNo.Completed;
        return Expired ? Decision.Nothing : new CheckoutExpired();
    }

    public CheckoutSession Apply(object happened) => happened switch
    {
        CheckoutOpened e => this with { Opened = e },
        CheckoutCardAsked e => this with { CardAsked = e, Asks = Asks + 1 },
        CheckoutCardLeft e => this with { Card = e },
        CheckoutCompleted => this with { Completed = true },
        CheckoutExpired => this with { Expired = true },
        _ => throw new UnknownEventException(nameof(CheckoutSession), happened),
    };
}

/// <summary>Why there is no such session, or nobody subscribes by it.</summary>
internal static class CheckoutNo
{
    /// <summary>The code of <see cref="Completed"/>.</summary>
    public const string IsCompleted = "checkout-completed";

    /// <summary>How many days a link opens something, unless something else is said, and at most.</summary>
    public const int UsualDays = 7, MostDays = 90;

    /// <summary>How often a link asks its provider for a page, at most: each time is an event, and anybody who has the link can knock.</summary>
    public const int MostAsks = 50;

    public static readonly Refusal Completed = new("checkout-completed", "Somebody has subscribed by this link already.");
    public static readonly Refusal Expired = new("checkout-expired", "This link has run out. Open another checkout session.");
    public static readonly Refusal Both = new("client-and-newcomer", "A checkout session is for one of your clients or for a new one. Leave one of them out.");
    public static readonly Refusal BadAddress = new("bad-return-address", "Where people go on is the whole address of a page, beginning with https:// or http://, of at most 2000 characters.");
    public static readonly Refusal BadEnd = new Refusal("bad-expiry", $"A checkout session ends in the future, at most {MostDays} days from now. Choose another end.").With("days", MostDays);
    public static readonly Refusal BadEmail = new("newcomer-email-wrong", "This is not a mail address; write one such as bills@client.example.test.");

    public static Refusal BadLanguage(string given, IReadOnlyList<string> offered) =>
        new Refusal("language-not-offered", $"{PlainText.Quote(given)} is no language of our documents; choose {string.Join(", ", offered)}.").With("given", PlainText.Shown(given)).With("languages", offered);
}
