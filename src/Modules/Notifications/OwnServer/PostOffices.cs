using System.Net.Mail;
using Billing.EventStore;
using Billing.Web;

namespace Billing.Notifications;

/// <summary>Finds who takes an organisation's letters away: a mail server of its own, called as any address that a user typed, or the product's. In test mode its clients get no mail.</summary>
internal sealed class PostOffices(EventStore.EventStore store, IPost products, OutgoingCalls calls, DevelopmentMails shown)
{
    private const string Record = "notifications.mail_server";
    private const string Field = "password";

    /// <summary>What a letter waits for whose server has a login, and nobody its password: it does not come along when an organisation moves.</summary>
    internal const string NoPassword = "The password of the organisation's mail server is not kept here: write it anew in the settings.";

    /// <param name="tenant">Whose letters.</param>
    /// <param name="toItsPeople">Whether its own people read them: they do so in test mode, too.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <exception cref="PostAwayException">Its password is not kept.</exception>
    public async Task<IPost> Of(TenantId tenant, bool toItsPeople, CancellationToken stop)
    {
        var session = store.Open(tenant, Actor.System);
        if (session.InTestMode && !toItsPeople) return shown.IsAtHome is true ? shown : Nobody.Reads;
        if ((await session.Streams<MailServer>().Load(MailServer.Id, stop)).State is not { IsOn: true } own) return products;
        var password = await Password(tenant, stop);
        return own.User.Length > 0 && password is null ? throw new PostAwayException(NoPassword) : By(own, password);
    }

    /// <summary>A server that somebody names.</summary>
    public IPost By(MailServer own, string? password) => new SmtpPost(own.With(password), new MailAddress(own.From)) { Dial = (host, port, stop) => calls.Dial(host, port, stop), Mended = "look at the organisation's mail settings" };

    public Task<string?> Password(TenantId tenant, CancellationToken stop) => store.Secrets.Open(tenant, Record, Field, stop);

    /// <summary>What keeps a password, in the transaction that arranges it.</summary>
    public Statement Keep(TenantId tenant, string password, DateTimeOffset at) => store.Secrets.Put(tenant, Record, Field, password, at);

    /// <summary>What drops it.</summary>
    public static Statement Drop() => Secrets.Drop(Record);

    /// <summary>Takes letters away for organisations in test mode: they go nowhere.</summary>
    private sealed class Nobody : IPost
    {
        public static Nobody Reads { get; } = new();

        public Task<IReadOnlyList<string>> Send(Letter letter, CancellationToken stop) => Task.FromResult<IReadOnlyList<string>>([]);
    }
}
