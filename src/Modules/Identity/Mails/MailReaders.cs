using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>What a mail's composer must know of its reader and its sender.</summary>
internal sealed class MailReaders(Memberships memberships)
{
    private const string LogoOf = "select l.type, l.bytes from identity_logos l join identity_organisations o on o.tenant_id = l.tenant_id and o.logo = l.hash where l.tenant_id = $1";

    /// <summary>The language of a person's first organisation; English when they belong to none.</summary>
    public async Task<string> Language(PersonId person, CancellationToken stop) =>
        await memberships.Of(person, stop) is [var first, ..] && await memberships.Find(first.Tenant, stop) is { } organisation ? organisation.Locale : "en-US";

    /// <summary>The organisation as a sender, with its logo if it has one.</summary>
    public static async Task<MailSender> Sender(Session session, string name, CancellationToken stop) =>
        await session.One(LogoOf, row => new MailSender(name, row.GetFieldValue<byte[]>(1), row.GetString(0)), stop) ?? new MailSender(name);
}
