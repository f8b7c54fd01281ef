using System.Text;
using System.Text.Json;
using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Notifications;

/// <summary>A mail provider tells that a mail came back. Which one it was says its Message-ID, for as long as the store remembers what was sent: thirty days.</summary>
internal sealed class HearOfBounce(EventStore.EventStore store, IEnumerable<IMailComposer> composers)
{
    private const int LongestReason = 500;
    private const string Find = "select body ->> 'kind', body ->> 'for', body ->> 'about', body ->> 'wantedAt', key, handled_at is not null from messages where tenant_id = $1 and id = $2 and type = $3";

    /// <summary>The same whether there is no such organisation, it hears of nothing, or the signature is none of its.</summary>
    private static readonly Problem NotSigned = new(401, "signature-wrong", "This is not signed with the secret of this address, or not within the last five minutes.") { Module = "notifications" };

    /// <summary>It came back before we have noted that it went.</summary>
    private static readonly Problem UnderWay = new(409, "mail-under-way", "This mail is just being handed over. Tell of it again in a minute.") { Module = "notifications" };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/mail-bounces/{organisation}", async (string organisation, HttpContext http, HearOfBounce heard, CancellationToken stop) =>
        {
            using var bytes = new MemoryStream();
            await http.Request.Body.CopyToAsync(bytes, stop);
            return await heard.Take(organisation, http.Request.Headers, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), stop);
        })
        .WithMetadata(new ReadsItsBody(), new KeepsNoAnswer()).OpenToAnybody().WithSummary("Where a mail provider tells that a mail came back; signed after Standard Webhooks");

    private async Task<IResult> Take(string organisation, IHeaderDictionary headers, ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        if (organisation.Length > 100 || !organisation.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')) return NotSigned;
        var tenant = new TenantId(organisation);
        if (await BouncesPage.SecretOf(store, tenant, stop) is not { } secret) return NotSigned;
        var session = store.Open(tenant, Actor.System).InEverybodysTime;
        if (!WebhookSignature.IsGood(headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"], body.Span, secret, session.Now)) return NotSigned;
        if (Read(Encoding.UTF8.GetString(body.Span)) is not var (type, data) || data is null) return Problems.BadRequest(new Fault("", "This is signed, but tells of no mail: it needs type, and data with messageId, recipient and, if known, reason and permanent."));
        if (type != "mail.bounced" || !data.Permanent || data.Mail is not { } mail || await Wanted(session, mail, stop) is not var (wanted, key, handled)) return TypedResults.NoContent(); // nothing of ours, or another try is still made
        if (!handled) return UnderWay;
        if (composers.FirstOrDefault(one => one.Kind == wanted.Kind) is not { } composer) return TypedResults.NoContent();
        for (var tries = 0; ; tries++)
        {
            var work = session.Begin();
            try
            {
                await composer.CameBack(wanted, new MailBounce(data.Recipient, data.Reason, key), work, stop);
                await work.Commit();
                return TypedResults.NoContent();
            }
            catch (ConcurrencyException) when (tries < 3)
            {
                // told of twice at once: the other one was first, and this one is decided anew
            }
        }
    }

    private static Task<(MailWanted Mail, string? Key, bool Handled)?> Wanted(Session session, Guid mail, CancellationToken stop) => session.Read<(MailWanted, string?, bool)?>(Find, [new NpgsqlParameter<Guid> { TypedValue = mail }, new NpgsqlParameter<string> { TypedValue = MailWanted.Message }], async row =>
        await row.ReadAsync(stop) ? (new MailWanted(row.GetString(0), Guid.Parse(row.GetString(1)), row.IsDBNull(2) ? null : Guid.Parse(row.GetString(2)), DateTimeOffset.Parse(row.GetString(3), System.Globalization.CultureInfo.InvariantCulture)), row.IsDBNull(4) ? null : row.GetString(4), row.GetBoolean(5)) : null, stop);

    /// <summary>What is told; null for a body that tells nothing.</summary>
    internal static (string Type, ToldBounce Data)? Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 32 });
            if (json.RootElement is not { ValueKind: JsonValueKind.Object } told || Text(told, "type") is not { } type) return null;
            if (!told.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object || Text(data, "messageId") is not { } id || Text(data, "recipient") is not { } recipient) return null;
            var permanent = !data.TryGetProperty("permanent", out var said) || said.ValueKind != JsonValueKind.False;
            return (type, new ToldBounce(MailOf(id), PlainText.Line(recipient, 320), PlainText.Line(Text(data, "reason") ?? "", LongestReason), permanent));
        }
        catch (Exception unread) when (unread is JsonException or InvalidOperationException) // half a character, too
        {
            return null;
        }
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Our mail of a Message-ID, with or without its angle brackets.</summary>
    private static Guid? MailOf(string messageId) => Guid.TryParseExact(messageId.Trim().Trim('<', '>').Split('@')[0], "n", out var id) ? id : null;
}

/// <summary>What a provider tells of a mail that came back.</summary>
/// <param name="Mail">Which of ours; null when it is none.</param>
/// <param name="Permanent">Nobody tries again.</param>
internal sealed record ToldBounce(Guid? Mail, string Recipient, string Reason, bool Permanent)
{
    public override string ToString() => nameof(ToldBounce); // it names a person
}
