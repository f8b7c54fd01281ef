using System.Security.Cryptography;
using Billing.Testing;

namespace Billing.Faults;

/// <summary>The product is killed while it issues, prints and mails: each invoice is printed once and stays so to the last byte, each mail arrives, and a second time only as itself.</summary>
internal sealed class MailKills(Options options)
{
    private const int Mails = 20;

    public async Task Run(Trial trial)
    {
        var random = new Random(options.Seed + 5);
        await using var server = await Counterpart.Start("smtp.mjs", new { });
        await using var site = await Site.Open(options.Port, mails: server.Port);
        var inspection = new Inspection(site, trial);
        var client = (await Insistent.Post(site, trial, "/api/clients", new { name = "Client" })).GetProperty("id").GetGuid();
        var readers = new Dictionary<string, Guid>();
        for (var round = 0; round < options.Share(6); round++)
        {
            var drafts = new List<(Guid Id, string Reader)>();
            for (var n = 0; n < Mails; n++) drafts.Add(((await Insistent.Post(site, trial, "/api/invoices", new { clientId = client, lines = new[] { new { description = "Work", unitPrice = "1" } } })).GetProperty("id").GetGuid(), $"reader-{round}-{n}@example.test"));
            foreach (var (id, reader) in drafts) readers.Add(reader, id);
            var going = drafts.Select(async draft =>
            {
                await Insistent.Post(site, trial, $"/api/invoices/{draft.Id}/issue", new { });
                await Insistent.Post(site, trial, $"/api/invoices/{draft.Id}/send", new { to = new[] { draft.Reader } });
            }).ToList();
            await Task.Delay(random.Next(50, 900));
            await site.Kill();
            trial.Faults++;
            await site.Start();
            trial.Recovered(site.Product.UntilFirstAnswer);
            await Task.WhenAll(going);
        }
        await inspection.Becomes("select count(*) from invoicing_sendings where state = 'sent'", readers.Count, "mails sent");
        await inspection.Becomes("select count(*) from invoicing_kept_papers where form = 'issued'", readers.Count, "papers kept");
        await inspection.Expect("select count(*) from invoicing_sendings", readers.Count, "mails asked for");

        var arrived = server.Said.Where(said => said.GetProperty("event").GetString() == "mail").ToLookup(mail => mail.GetProperty("address").GetString());
        foreach (var (reader, invoice) in readers)
        {
            var paper = Convert.ToHexStringLower(SHA256.HashData(await site.Http.GetByteArrayAsync(new Uri($"/api/invoices/{invoice}/pdf", UriKind.Relative))));
            if (await site.Ask($"select encode(sha256(bytes), 'hex') from invoicing_kept_papers where document_id = '{invoice}' and form = 'issued'") is var kept && kept as string != paper) trial.Lose($"the paper of {invoice} is {paper}, kept is {kept}");
            if (!arrived[reader].Any()) trial.Lose($"{reader} got no mail");
            if (arrived[reader].DistinctBy(mail => mail.GetProperty("id").GetString()).Count() > 1) trial.Lose($"{reader} got two different mails");
            foreach (var mail in arrived[reader])
                if (mail.GetProperty("attachments").EnumerateArray().Select(one => one.GetProperty("hash").GetString()).ToList() is var attached && (attached.Count != 1 || attached[0] != paper)) trial.Lose($"{reader} got {string.Join(' ', attached)} instead of {paper}");
        }
        foreach (var mail in arrived.Where(mails => !readers.ContainsKey(mails.Key!)).SelectMany(mails => mails).Where(mail => mail.GetProperty("attachments").GetArrayLength() > 0)) trial.Lose($"an invoice went to {mail.GetProperty("address")}");
        await inspection.Store();
        await inspection.Commands();
    }
}
