using System.Security.Cryptography;
using Billing.EventStore;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Invoicing;

/// <summary>In which form a document was printed.</summary>
internal enum PaperForm
{
    /// <summary>As it went out.</summary>
    Issued,

    /// <summary>With the mark that it counts no more.</summary>
    Voided,
}

/// <summary>A document as it was printed.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Hash">SHA-256 of its bytes, in hexadecimal.</param>
internal sealed record PrintedPaper(string Name, string Hash, byte[] Bytes)
{
    public PrintedPaper(string name, byte[] bytes) : this(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes)
    {
    }
}

/// <summary>What a kept paper is of.</summary>
/// <param name="Client">Whose forgetting takes it away.</param>
internal sealed record PaperPlace(Guid Document, PaperForm Form, Guid Client)
{
    /// <summary>SHA-256 of the secret of the client link that it bears; null when it bears none.</summary>
    public string? LinkProof { get; init; }
}

/// <summary>Documents that were printed once are kept, so that they stay the same to the last byte. Whoever keeps first, keeps.</summary>
internal static class KeptPapers
{
    private const string Find_ = "select name, hash, bytes from invoicing_kept_papers where tenant_id = $1 and document_id = $2 and form = $3";
    private const string Keep_ = "insert into invoicing_kept_papers (tenant_id, document_id, form, client_id, name, hash, bytes, printed_at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing";
    private const string Destroy = "delete from invoicing_kept_papers where tenant_id = $1 and client_id = $2";

    /// <summary>The document as it is kept; null when it was not printed in this form yet.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those that were kept.</exception>
    public static Task<PrintedPaper?> Find(Session session, Guid document, PaperForm form, CancellationToken stop) => session.Read(Find_, [Id(document), Text(Words.Of(form))], async row =>
    {
        if (!await row.ReadAsync(stop)) return null;
        var kept = new PrintedPaper(row.GetString(0), row.GetFieldValue<byte[]>(2));
        return kept.Hash == row.GetString(1) ? kept : throw new InvalidDataException($"The kept paper of {document} is damaged. Restore the table invoicing_kept_papers from a backup.");
    }, stop);

    /// <summary>Keeps a document, unless it is kept already.</summary>
    /// <returns>What is kept now: the first one.</returns>
    public static async Task<PrintedPaper> Keep(Session session, PaperPlace place, PrintedPaper paper, CancellationToken stop)
    {
        await session.Write(Keeping(session, place, paper));
        return await Find(session, place.Document, place.Form, stop) ?? paper;
    }

    /// <summary>Keeps a document, unless it is kept already, as a part of something larger.</summary>
    public static Statement Keeping(Session session, PaperPlace place, PrintedPaper paper) => new(
        Keep_, Id(place.Document), Text(Words.Of(place.Form)), Id(place.Client), Text(paper.Name), Text(paper.Hash),
        new NpgsqlParameter<byte[]> { TypedValue = paper.Bytes }, new NpgsqlParameter<DateTime> { TypedValue = session.Now.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz });

    /// <summary>A forgotten client's documents are kept no more; printed again, they do not tell who it was.</summary>
    public static Statement Gone(ClientId client) => new(Destroy, Id(client.Value));

    private static NpgsqlParameter<Guid> Id(Guid id) => new NpgsqlParameter<Guid> { TypedValue = id };

    private static NpgsqlParameter Text(string text) => new() { Value = text, NpgsqlDbType = NpgsqlDbType.Text };
}
