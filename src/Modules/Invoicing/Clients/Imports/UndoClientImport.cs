using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Billing.Invoicing;

/// <summary>What taking an import back came to.</summary>
/// <param name="Undone">Clients that are as they were before, or archived where the import had made them.</param>
/// <param name="Kept">Clients that somebody changed or billed since: they stay.</param>
internal sealed record ClientImportTakenBack(ImportId ImportId, int Undone, IReadOnlyList<KeptClient> Kept);

/// <summary>A client that stays as it is.</summary>
internal sealed record KeptClient(ClientId ClientId, string Name);

/// <summary>An import of clients is taken back as a whole: each becomes what it was before, and those it made are archived, but for what people changed or billed since.</summary>
internal static class UndoClientImport
{
    private static readonly Refusal UndoneAlready = new("import-undone", "This import was taken back already.");

    // Everything an import wrote was written in one transaction, its own event near the first: a small commit numbers continued streams before started ones.
    private const string Touched = """
        select e.stream_id, min(e.version), max(e.version) = s.version
               and (min(e.version) > 1 or not exists (select from invoicing_charges c where c.tenant_id = $1 and c.client_id = e.stream_id) and not exists (select from invoicing_invoices i where i.tenant_id = $1 and i.client_id = e.stream_id))
        from mt_events e join mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
        where e.tenant_id = $1 and e.correlation_id = $3 and s.type = $4
          and e.seq_id > (select seq_id from mt_events where tenant_id = $1 and stream_id = $2 and version = 1) - 10000
        group by e.stream_id, s.version
        """;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/client-imports/{id:guid}/undo", async (Guid id, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            var import = await work.Load<ClientImport>(id, stop, fresh: true);
            if (!import.Exists) return Problems.NotFound;
            if (import.State.IsUndone) return edge.Refused(UndoneAlready);
            var touched = await Find(session, id, stop);
            var undone = touched.Where(client => client.Untouched).ToList();
            var before = await session.Streams<Client>().LoadManyAt(undone.Where(client => client.First > 1).ToDictionary(client => client.Id, client => client.First - 1), stop);
            await work.LoadMany<Client>([.. touched.Select(client => client.Id)], stop);
            foreach (var client in undone) work.Decide<Client, ClientEvent>(client.Id, now => before.TryGetValue(client.Id, out var then) ? WayBack(now, then, new ClientId(client.Id)) : new ClientArchived());
            var kept = new List<KeptClient>();
            foreach (var client in touched.Where(client => !client.Untouched)) kept.Add(new(new(client.Id), (await work.Load<Client>(client.Id, stop)).State.Name));
            work.Decide<ClientImport, ClientImportEvent>(id, _ => new ClientImportUndone(undone.Count, kept.Count));
            return await edge.Commit(work, Answer.Of(new ClientImportTakenBack(new(id), undone.Count, kept)), stop);
        })
        .Produces<ClientImportTakenBack>().Requires(Permission.ArrangeInvoicing).WithSummary("Take an import of clients back");

    /// <summary>The facts that make a client what it was before.</summary>
    internal static Decision<ClientEvent> WayBack(Client now, Client then, ClientId id)
    {
        static Change<string> Back(string? text) => text is null ? Change<string>.Cleared : text;
        var details = new ClientDetails(then.Name, then.Currency, then.Emails, then.CcEmails, then.Address, then.TaxTreatment, !then.RemindersSilenced)
        {
            Phone = Back(then.Phone), TaxId = Back(then.TaxId), Language = Back(then.Language), TermsDays = then.TermsDays is { } days ? days : Change<int>.Cleared, ExemptionReason = Back(then.ExemptionReason), Note = Back(then.Note),
            StripeId = Back(then.OutsideIds.Stripe), HelpDeskId = Back(then.OutsideIds.HelpDesk), CrmId = Back(then.OutsideIds.Crm), AccountingId = Back(then.OutsideIds.Accounting),
        };
        var decision = details.From(now, id, null);
        return then.Standing == ClientStanding.Archived && now.Standing == ClientStanding.Active ? (List<ClientEvent>)[.. decision.Events, new ClientArchived()] : decision;
    }

    private static Task<List<TouchedClient>> Find(Session session, Guid id, CancellationToken stop) => session.Read(
        Touched, [new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<string> { TypedValue = ClientImport.Correlation(id) }, new NpgsqlParameter<string> { TypedValue = Client.Alias }], async reader =>
        {
            var touched = new List<TouchedClient>();
            while (await reader.ReadAsync(stop)) touched.Add(new(reader.GetGuid(0), reader.GetInt64(1), reader.GetBoolean(2)));
            return touched;
        }, stop);

    /// <param name="First">The version of the import's first event in it.</param>
    /// <param name="Untouched">Nothing happened to it since, and one that the import made was not billed.</param>
    private sealed record TouchedClient(Guid Id, long First, bool Untouched);
}
