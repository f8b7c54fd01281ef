using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.AiCosts;

/// <summary>A provider does not take a credential any more: the account says so, nobody asks there again, and those who keep accounts are told once.</summary>
internal sealed class AiRejections(IColleagues colleagues)
{
    public async Task Tell(Work work, Guid account, string code, CancellationToken stop)
    {
        await work.Load<AiAccount>(account, stop, fresh: true);
        work.Decide<AiAccount, AiAccountEvent>(account, now => now.Credential == AiCredentialState.Kept ? new AiCredentialRejected(code) : Decision.Nothing);
        foreach (var reader in await colleagues.WhoMay(work.Session.Tenant, Permission.ArrangeAiCosts, stop)) work.WantMail(AiRejectionMail.Name, reader.Id, account);
    }
}

/// <summary>Tells somebody that a provider does not take a credential any more.</summary>
internal sealed class AiRejectionMail(IOrganisations organisations, IColleagues colleagues, AiProviders providers) : IMailComposer
{
    public const string Name = "aicosts.credential_rejected";

    public string Kind => Name;

    public async Task<Mail?> Compose(MailWanted wanted, Session session, CancellationToken stop)
    {
        if (wanted.About is not { } id || await organisations.Find(session.Tenant, stop) is not { } here) return null;
        if ((await session.Streams<AiAccount>().Load(id, stop)).State is not { Credential: AiCredentialState.Rejected } account) return null; // somebody was quicker
        if (!await AiAlertRules.Tell(session, AiAlertKind.CredentialRejected, id, account, stop)) return null;
        if ((await colleagues.WhoMay(session.Tenant, Permission.ArrangeAiCosts, stop)).FirstOrDefault(one => one.Id == wanted.For) is not { } reader) return null;
        return Text(here.Locale, reader, account, providers.Find(account.Provider)!, id) with { Sender = new MailSender(here.Name), ToItsPeople = true };
    }

    /// <summary>What it says, in German or English.</summary>
    public static Mail Text(string language, Colleague reader, AiAccount account, AiProvider provider, Guid id)
    {
        var name = PlainText.Line(account.Name);
        return language.StartsWith("de", StringComparison.OrdinalIgnoreCase)
            ? new(reader.Email, reader.Name, language, $"{provider.Name} nimmt den Schlüssel von {name} nicht mehr an",
            [
                new MailPart.Paragraph($"Guten Tag {reader.Name},\n{provider.Name} hat den Schlüssel des Kontos {name} abgelehnt. Bis ein anderer hinterlegt ist, werden seine Kosten nicht gelesen."),
                new MailPart.Facts([new("Schlüssel", account.Shown), new("Verlangt wird", provider.KeyKind ?? "")]),
                new MailPart.Button("Konto ansehen", $"/ai/accounts/{id}"),
            ])
            : new(reader.Email, reader.Name, language, $"{provider.Name} does not take the key of {name} any more",
            [
                new MailPart.Paragraph($"Hello {reader.Name},\n{provider.Name} has rejected the key of the account {name}. Until another one is kept, its costs are not read."),
                new MailPart.Facts([new("Key", account.Shown), new("It takes", provider.KeyKind ?? "")]),
                new MailPart.Button("See the account", $"/ai/accounts/{id}"),
            ]);
    }
}
