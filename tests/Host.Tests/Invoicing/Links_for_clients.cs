using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Billing.Host.Tests.Facilities;
using static Billing.Host.Tests.Eventually;

namespace Billing.Host.Tests.Invoicing;

/// <summary>Who has a link sees one invoice, and nothing else; who has none sees nothing.</summary>
public class Links_for_clients : Bureau
{
    private protected override Task<IReadOnlyDictionary<string, string?>> Settings() => Task.FromResult<IReadOnlyDictionary<string, string?>>(new Dictionary<string, string?> { ["Public:Address"] = "https://billing.example.test" });

    [Fact]
    public async Task open_the_invoice_and_its_pdf_without_an_account()
    {
        var (id, charge) = await Issued(Ours);
        var link = (await Ours.Post($"/api/invoices/{id}/links", new { })).Ok(201);
        var path = new Uri(link.Text("url")).AbsolutePath;
        var page = await Open(path);
        Assert.Equal((200, "no-referrer", "noindex, nofollow", "no-store"), ((int)page.StatusCode, page.Headers.GetValues("Referrer-Policy").Single(), page.Headers.GetValues("X-Robots-Tag").Single(), page.Headers.CacheControl!.ToString()));
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        var html = await page.Content.ReadAsStringAsync(Stop);
        Assert.Contains("$19.99", html, StringComparison.Ordinal);
        Assert.DoesNotContain(charge, html, StringComparison.Ordinal);
        Assert.DoesNotContain("pays late", html, StringComparison.Ordinal);
        var pdf = await Open(path + "/pdf");
        Assert.Equal((await Ours.Get($"/api/invoices/{id}/pdf")).Body, await pdf.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal("2025-11-19 2025-11-19 open", await Seen(id, link.Text("id")));
        Assert.Equal("client_link_given invoice_seen", await Events(link.Text("id"))); // once a day, however often
        await Open(path);
        Assert.Equal("client_link_given invoice_seen", await Events(link.Text("id")));
    }

    [Fact]
    public async Task say_of_an_invoice_that_was_credited_whole_that_it_was_credited_and_not_paid()
    {
        var (id, _) = await Issued(Ours);
        var path = new Uri((await Ours.Post($"/api/invoices/{id}/links", new { })).Ok(201).Text("url")).AbsolutePath;
        (await Ours.Post($"/api/invoices/{id}/credit-notes", new { reason = "Damaged" })).Ok(201);
        var html = await (await Open(path)).Content.ReadAsStringAsync(Stop);
        Assert.Contains("<p>Credited</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>Paid</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Amount due", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task that_are_withdrawn_run_out_or_unknown_answer_one_and_the_same()
    {
        var (id, _) = await Issued(Ours);
        var (withdrawn, expired) = ((await Ours.Post($"/api/invoices/{id}/links", new { })).Ok(201), (await Ours.Post($"/api/invoices/{id}/links", new { expiresOn = "2025-11-20" })).Ok(201));
        Assert.Equal(200, (int)(await Open(new Uri(withdrawn.Text("url")).AbsolutePath)).StatusCode);
        Assert.Equal(200, (int)(await Open(new Uri(expired.Text("url")).AbsolutePath)).StatusCode);
        (await Theirs.Post($"/api/invoices/{id}/links/{withdrawn.Text("id")}/withdraw")).Refused("not-found", 404);
        (await Ours.Post($"/api/invoices/{id}/links/{withdrawn.Text("id")}/withdraw")).Ok();
        Clock.Forward(TimeSpan.FromDays(2));
        var answers = new List<string>();
        foreach (var path in new[] { new Uri(withdrawn.Text("url")).AbsolutePath, new Uri(expired.Text("url")).AbsolutePath, "/p/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/p/x", new Uri(expired.Text("url")).AbsolutePath + "/pdf" })
        {
            var answer = await Open(path);
            answers.Add($"{(int)answer.StatusCode} {string.Join(',', answer.Headers.Where(header => header.Key is not ("X-Request-ID" or "Date")).Select(header => $"{header.Key}={string.Join(',', header.Value)}"))} {await answer.Content.ReadAsStringAsync(Stop)}");
        }
        Assert.True(answers.Distinct().Count() == 1 && answers[0].StartsWith("404 ", StringComparison.Ordinal), string.Join('\n', answers));
        Assert.Equal("withdrawn expired", string.Join(' ', (await Ours.Get($"/api/invoices/{id}/links")).Ok()["items"]!.AsArray().Where(one => !one!["onPaper"]!.GetValue<bool>()).Select(one => one.Text("state")).OrderDescending()));
        Assert.DoesNotContain(expired.Text("url").Split('/')[^1], await Table("select data from mt_events") + await Table("select body from idempotency_keys"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task are_made_for_issued_invoices_of_one_s_own_and_not_for_ever_so_many_looks()
    {
        var (id, _) = await Issued(Ours);
        (await Theirs.Post($"/api/invoices/{id}/links", new { })).Refused("not-found", 404);
        (await Theirs.Get($"/api/invoices/{id}/links")).Refused("not-found", 404);
        (await Ours.Post($"/api/invoices/{id}/links", new { expiresOn = "2025-11-18" })).Refused("expiry-past");
        (await Ours.As(Billing.Web.Role.Viewer).Post($"/api/invoices/{id}/links", new { })).Refused("not-permitted", 403);
        for (var i = 0; i < 125; i++)
            if ((await Open("/p/unknown")).StatusCode == System.Net.HttpStatusCode.TooManyRequests) return;
        Assert.Fail("Nobody slowed it down.");
    }

    [Fact]
    public async Task and_papers_are_kept_as_they_were_printed_first_and_go_with_the_client()
    {
        var (id, _) = await Issued(Ours);
        var first = (await Ours.Get($"/api/invoices/{id}/pdf")).Body;
        (await Ours.Post($"/api/invoices/{id}/payments", new { reference = "A", amount = new { amount = "5", currency = "USD" } })).Ok();
        Assert.Equal(first, (await Ours.Get($"/api/invoices/{id}/pdf")).Body);
        Assert.Equal("(ours,issued)", await Table("select tenant_id, form from invoicing_kept_papers"));
        var other = (await Issued(Ours)).Id;
        await Until("what is issued is printed without anybody asking", async () => await Table($"select form from invoicing_kept_papers where document_id = '{other}'") == "(issued)");
        (await Ours.Post($"/api/invoices/{other}/void", new { reason = "Wrong" })).Ok();
        var voided = (await Ours.Get($"/api/invoices/{other}/pdf")).Body;
        Assert.Equal(voided, (await Ours.Get($"/api/invoices/{other}/pdf")).Body);
        Assert.Equal("(issued)\n(voided)", await Table($"select form from invoicing_kept_papers where document_id = '{other}'"));

        var client = (await Ours.Get($"/api/invoices/{id}")).Ok().Text("client.id");
        (await Ours.Delete($"/api/clients/{client}")).Ok();
        (await Ours.Post($"/api/clients/{client}/forget")).Ok();
        Assert.Equal("(0)", await Table($"select count(*) from invoicing_kept_papers where document_id = '{id}'"));
        Assert.NotEqual(first, (await Ours.Get($"/api/invoices/{id}/pdf")).Body);
    }

    [Fact]
    public async Task stand_on_the_paper_too_until_they_are_withdrawn()
    {
        var (id, _) = await Issued(Ours);
        var paper = (await Ours.Get($"/api/invoices/{id}/pdf")).Body;
        var printed = Assert.Single(LinksOn(paper));
        Assert.Matches("^https://billing\\.example\\.test/p/[0-9a-z]{26}$", printed);
        var path = new Uri(printed).AbsolutePath;
        Assert.Contains("$19.99", await (await Open(path)).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        var link = Assert.Single((await Ours.Get($"/api/invoices/{id}/links")).Ok()["items"]!.AsArray());
        Assert.Equal("True open 2025-11-19", $"{link!["onPaper"]!.GetValue<bool>()} {link.Text("state")} {link.Text("firstSeenOn")}");
        Assert.DoesNotContain(path.Split('/')[^1], await Table("select data from mt_events") + await Table("select proofs::text from invoicing_client_links"), StringComparison.Ordinal);

        (await Theirs.Post($"/api/invoices/{id}/links/{link.Text("id")}/withdraw")).Refused("not-found", 404);
        (await Ours.Post($"/api/invoices/{id}/links/{link.Text("id")}/withdraw")).Ok();
        Assert.Equal(404, (int)(await Open(path)).StatusCode);
        Assert.Equal(paper, (await Ours.Get($"/api/invoices/{id}/pdf")).Body);
    }

    [Fact]
    public async Task lead_to_the_payment_page_where_there_is_one()
    {
        (await Ours.Put("/api/invoicing-settings", new { paymentPage = "https://pay.example.test/{number}?amount={amount}&currency={currency}" })).Ok();
        var (id, _) = await Issued(Ours);
        Assert.Equal(["https://pay.example.test/INV-2025-0001?amount=19.99&currency=USD"], LinksOn((await Ours.Get($"/api/invoices/{id}/pdf")).Body));
        Assert.Empty((await Ours.Get($"/api/invoices/{id}/links")).Ok()["items"]!.AsArray());
        Assert.Equal(["/p/"], LinksOn((await Theirs.Get($"/api/invoices/{(await Issued(Theirs)).Id}/pdf")).Body).Select(link => new Uri(link).AbsolutePath[..3]));

        var path = new Uri((await Ours.Post($"/api/invoices/{id}/links", new { })).Ok(201).Text("url")).AbsolutePath;
        async Task<string> Seen() => await (await Open(path)).Content.ReadAsStringAsync(Stop);
        Assert.Contains("""href="https://pay.example.test/INV-2025-0001?amount=19.99&amp;currency=USD" rel="noopener noreferrer">Pay online</a>""", await Seen(), StringComparison.Ordinal);
        (await Ours.Post($"/api/invoices/{id}/payments", new { reference = "A", amount = new { amount = "5", currency = "USD" } })).Ok();
        Assert.Contains("amount=14.99&amp;", await Seen(), StringComparison.Ordinal);
        Assert.Equal("https://pay.example.test/INV-2025-0001?amount=14.99&currency=USD", (await Ours.Get($"/api/invoices/{id}/letterhead")).Ok().Text("paymentPage"));
        (await Ours.Post($"/api/invoices/{id}/payments", new { reference = "B", amount = new { amount = "14.99", currency = "USD" } })).Ok();
        Assert.DoesNotContain("Pay online", await Seen(), StringComparison.Ordinal);

        (await Ours.Put("/api/invoicing-settings", new { paymentPage = "", linksOnPaper = false })).Ok();
        var other = (await Issued(Ours)).Id;
        Assert.Empty(LinksOn((await Ours.Get($"/api/invoices/{other}/pdf")).Body));
        Assert.Empty((await Ours.Get($"/api/invoices/{other}/links")).Ok()["items"]!.AsArray());
        (await Ours.Put("/api/invoicing-settings", new { paymentPage = "http://pay.example.test" })).Refused("payment-page-wrong");
    }

    [Fact]
    public async Task and_the_page_of_an_invoice_knows_its_letterhead_as_it_was_issued()
    {
        (await Ours.Put("/api/invoicing-settings", new { look = "modern", bank = new { holder = "Office", iban = "DE89370400440532013000" }, sellerTaxId = "DE 1" })).Ok();
        var (id, _) = await Issued(Ours);
        var draft = (await Ours.Post("/api/invoices", new { clientId = (await Ours.Get($"/api/invoices/{id}")).Ok().Text("client.id"), lines = new[] { new { description = "Support", unitPrice = "1" } } })).Ok(201).Text("id");
        (await Ours.Put("/api/invoicing-settings", new { look = "minimal", bank = new { holder = "Elsewhere" } })).Ok();
        static string Said(JsonNode head) => $"{head.Text("look")} {head.Text("bank.holder")} {head["bank"]!["iban"]} {head["bank"]!["reference"]} {head.Text("taxId")}";
        Assert.Equal("modern Office DE89 3704 0044 0532 0130 00 INV-2025-0001 DE 1", Said((await Ours.Get($"/api/invoices/{id}/letterhead")).Ok()));
        Assert.Equal("minimal Elsewhere   DE 1", Said((await Ours.Get($"/api/invoices/{draft}/letterhead")).Ok()));
        (await Theirs.Get($"/api/invoices/{id}/letterhead")).Refused("not-found", 404);
    }

    [Fact]
    public async Task and_quotes_and_credit_notes_know_theirs()
    {
        (await Ours.Put("/api/invoicing-settings", new { look = "modern", footer = "Then", bank = new { holder = "Office", iban = "DE89370400440532013000" }, sellerTaxId = "DE 1" })).Ok();
        var (id, _) = await Issued(Ours);
        var client = (await Ours.Get($"/api/invoices/{id}")).Ok().Text("client.id");
        async Task<string> Quote() => (await Ours.Post("/api/quotes", new { clientId = client, lines = new[] { new { description = "Support", unitPrice = "1" } } })).Ok(201).Text("id");
        var (note, quote, draft) = ((await Ours.Post($"/api/invoices/{id}/credit-notes", new { reason = "Damaged" })).Ok(201).Text("id"), await Quote(), await Quote());
        (await Ours.Post($"/api/quotes/{quote}/issue", new { })).Ok();
        (await Ours.Put("/api/invoicing-settings", new { look = "minimal", footer = "Now" })).Ok();
        async Task<string> Head(string of) => (await Ours.Get($"/api/{of}/letterhead")).Ok() is var head ? $"{head.Text("look")} {head.Text("footer")} {head.Text("taxId")} {head["bank"]}{head["paymentPage"]}" : "";
        Assert.Equal("modern Then DE 1 ", await Head($"credit-notes/{note}"));
        Assert.Equal("modern Then DE 1 ", await Head($"quotes/{quote}"));
        Assert.Equal("minimal Now DE 1 ", await Head($"quotes/{draft}"));
        foreach (var of in new[] { $"credit-notes/{note}", $"quotes/{quote}", $"credit-notes/{quote}", $"quotes/{note}" }) (await Theirs.Get($"/api/{of}/letterhead")).Refused("not-found", 404);
    }

    [Fact]
    public async Task and_a_credit_note_is_printed_when_it_is_issued()
    {
        var (id, _) = await Issued(Ours);
        var note = (await Ours.Post($"/api/invoices/{id}/credit-notes", new { reason = "Damaged" })).Ok(201).Text("id");
        await Until("what is credited is printed without anybody asking", async () => await Table($"select form from invoicing_kept_papers where document_id = '{note}'") == "(issued)");
        var paper = (await Ours.Get($"/api/credit-notes/{note}/pdf")).Body;
        (await Ours.Put("/api/invoicing-settings", new { look = "modern", footer = "Another one" })).Ok();
        Assert.Equal(paper, (await Ours.Get($"/api/credit-notes/{note}/pdf")).Body);
        (await Theirs.Get($"/api/credit-notes/{note}/pdf")).Refused("not-found", 404);
    }

    /// <summary>Where a document leads, each once: its pages lie in packed streams.</summary>
    private static string[] LinksOn(byte[] pdf)
    {
        var said = new StringBuilder(Encoding.Latin1.GetString(pdf));
        foreach (Match begin in Regex.Matches(said.ToString(), @"stream\r?\n"))
        {
            try
            {
                using var unpack = new ZLibStream(new MemoryStream(pdf[(begin.Index + begin.Length)..]), CompressionMode.Decompress);
                using var plain = new MemoryStream();
                unpack.CopyTo(plain);
                said.Append(Encoding.Latin1.GetString(plain.ToArray()));
            }
            catch (InvalidDataException)
            {
                // not packed, or no stream at all
            }
        }
        return [.. Regex.Matches(said.ToString(), @"/URI \(([^)]*)\)").Select(match => match.Groups[1].Value).Distinct()];
    }

    private async Task<HttpResponseMessage> Open(string path) => await Ours.Http.GetAsync(path, Stop);

    private async Task<string> Seen(string id, string link)
    {
        var one = (await Ours.Get($"/api/invoices/{id}/links")).Ok()["items"]!.AsArray().Single(one => one.Text("id") == link); // the one on the paper may be there by now, too
        return $"{one.Text("firstSeenOn")} {one.Text("lastSeenOn")} {one.Text("state")}";
    }

    private static async Task<(string Id, string Charge)> Issued(Desk desk)
    {
        var client = (await desk.Client("Meadow Health", new { note = "pays late" })).Text("id");
        var charge = (await desk.Charge(client, "19.99")).Text("id");
        var id = (await desk.Post("/api/invoices", new { clientId = client, charges = new[] { charge } })).Ok(201).Text("id");
        (await desk.Post($"/api/invoices/{id}/issue", new { })).Ok();
        return (id, charge);
    }
}
