using System.Security.Cryptography;
using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NpgsqlTypes;

namespace Billing.Support;

/// <summary>A connection as its page shows it. The credential is told to nobody.</summary>
/// <param name="CredentialShown">As much of it as may be shown; null without one.</param>
/// <param name="Shut">The code of why the system does not let us in; null: it does.</param>
/// <param name="TimeZone">Where its days begin; null: as a site says itself, and of Twenty where the organisation is.</param>
/// <param name="Active">Whether it is read: neither paused nor ended.</param>
/// <param name="Nudges">Whether the system may nudge us.</param>
/// <param name="NudgePath">Where it does so; of Fluent Support a secret follows, which is shown once.</param>
internal sealed record ConnectionPage(
    ConnectionId Id, SourceKind Kind, string Name, string Address, string? User, string? CredentialShown, string? Shut, string? TimeZone, long? Mailbox, string? Projects, string? Sites, Guid? ClientId, IReadOnlyList<SourceClient> Clients,
    IReadOnlyList<SourceCategory> Categories, IReadOnlyList<SourceUrgency> Urgencies, int EveryMinutes, bool Active, bool Ended, bool Nudges, string NudgePath, long Version)
{
    public static ConnectionPage Of(ConnectionId id, Versioned<SourceConnection> connection) => Of(id, connection.State, connection.Version);

    private static ConnectionPage Of(ConnectionId id, SourceConnection now, long version) => new(
        id, now.Kind, now.Name, now.Address, Some(now.User), Some(now.Shown), Some(now.Shut), Some(now.Scope.TimeZone), now.Scope.Mailbox, Some(now.Scope.Projects), Some(now.Scope.Sites), now.Meanings.ClientId, now.Meanings.Clients, now.Meanings.Categories,
        now.Meanings.Urgencies, now.EveryMinutes, now is { IsPaused: false, IsDisconnected: false }, now.IsDisconnected, now.Nudges, $"/api/webhooks/{Words.Of(now.Kind)}/{id}", version);

    private static string? Some(string text) => text.Length > 0 ? text : null;
}

/// <summary>A system outside is to be read.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Address">Where it is, such as https://desk.example.test.</param>
/// <param name="Credential">An application password of WordPress, or an API key of Twenty.</param>
/// <param name="User">Of Fluent Support: the user of WordPress whose password it is.</param>
/// <param name="TimeZone">Where its days begin; left out: as a site says itself, and of Twenty where the organisation is.</param>
/// <param name="Mailbox">Of Fluent Support: only tickets of this one; left out: of all.</param>
/// <param name="Projects">Of Twenty: the plural of the object that projects are; left out: projects.</param>
/// <param name="Sites">Of Twenty: the same of sites; left out: websiteProperties.</param>
/// <param name="ClientId">The client of everybody who is not named.</param>
/// <param name="Clients">Who outside is which client here.</param>
/// <param name="Categories">Products that are not called as a category is.</param>
/// <param name="Urgencies">Words of priority besides normal, medium and critical.</param>
/// <param name="EveryMinutes">Read once in so many minutes; left out: 15.</param>
internal sealed record ConnectSource(
    SourceKind Kind, string Name, string Address, string? Credential = null, string? User = null, string? TimeZone = null, long? Mailbox = null, string? Projects = null, string? Sites = null, Guid? ClientId = null, IReadOnlyList<SourceClient>? Clients = null,
    IReadOnlyList<SourceCategory>? Categories = null, IReadOnlyList<SourceUrgency>? Urgencies = null, int? EveryMinutes = null)
{
    public override string ToString() => nameof(ConnectSource); // never the credential

    /// <summary>Checks what was typed.</summary>
    public Decision<SourceConnectionEvent> Decide(OutgoingRules outgoing, SupportTerms terms)
    {
        if (!new ConnectionTerms(Name, Address, User, TimeZone, Mailbox, Projects, Sites, ClientId, Clients, Categories, Urgencies, EveryMinutes).Check(Kind, outgoing, terms).TryGet(out var wanted, out var refused)) return refused;
        if (Credential is null) return ConnectionNo.CredentialMissing;
        if (ConnectionTerms.Against(Credential) is { } wrong) return wrong;
        List<SourceConnectionEvent> happened = [new SourceConnected(Kind, wanted.Name, wanted.Address, wanted.User), new SourceScopeChosen(wanted.Scope), new SourceMeaningsAgreed(wanted.Meanings), new SourceCredentialKept(SecretHint.Show(Credential.Trim()))];
        if (wanted.EveryMinutes != SourceConnection.UsualMinutes) happened.Add(new SourcePaced(wanted.EveryMinutes));
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/support/connections", async (ConnectSource command, Session session, Organisation here, IInvoicing invoicing, SourceCredentials credentials, OutgoingRules outgoing, CommandEdge edge, CancellationToken stop) =>
        {
            var (id, work) = (session.NewId(), session.Begin());
            var terms = (await session.Streams<SupportTerms>().Peek(SupportTerms.Id, stop)).State;
            if (await ConnectionDesk.StrangerAmong(session, invoicing, command.ClientId, command.Clients, stop)) return edge.Refused(ClientNo.Unknown);
            work.New<SourceConnection>(id);
            if (work.Decide<SourceConnection, SourceConnectionEvent>(id, _ => (command with { TimeZone = ConnectionDesk.Zone(command.Kind, command.TimeZone, here) }).Decide(outgoing, terms)) is { } refusal) return edge.Refused(refusal);
            var made = await work.Load<SourceConnection>(id, stop);
            var credential = command.Credential!.Trim();
            if ((await credentials.Try(made.State, credential, stop)).Refusal is { } refused) return edge.Refused(refused);
            work.Also(credentials.Keep(session.Tenant, id, credential, work.At));
            return await edge.Commit(work, Answer.Of(ConnectionPage.Of(new(id), made), made.Version, 201, $"/api/support/connections/{id}"), stop);
        })
        .Produces<ConnectionPage>(201).Requires(Permission.ArrangeSupport).WithSummary("Connect a help desk or a CRM; its credential is tried before it is kept");
}

/// <summary>A connection is to be like this from now on; what is left out is as of a new one.</summary>
/// <param name="Credential">Another one; left out: the one that is kept, where address and user stay.</param>
/// <param name="Active">False: it is not read until somebody says so.</param>
internal sealed record ArrangeConnection(
    string Name, string Address, string? Credential = null, string? User = null, string? TimeZone = null, long? Mailbox = null, string? Projects = null, string? Sites = null, Guid? ClientId = null, IReadOnlyList<SourceClient>? Clients = null,
    IReadOnlyList<SourceCategory>? Categories = null, IReadOnlyList<SourceUrgency>? Urgencies = null, int? EveryMinutes = null, bool Active = true)
{
    public override string ToString() => nameof(ArrangeConnection); // never the credential

    /// <summary>Checks what was typed. A credential for one door is not carried to another.</summary>
    public Decision<SourceConnectionEvent> Decide(SourceConnection now, OutgoingRules outgoing, SupportTerms terms)
    {
        if (now.IsDisconnected) return ConnectionNo.Disconnected;
        if (!new ConnectionTerms(Name, Address, User, TimeZone, Mailbox, Projects, Sites, ClientId, Clients, Categories, Urgencies, EveryMinutes).Check(now.Kind, outgoing, terms).TryGet(out var wanted, out var refused)) return refused;
        if (Credential is not null && ConnectionTerms.Against(Credential) is { } wrong) return wrong;
        var moved = (wanted.Address, wanted.User) != (now.Address, now.User);
        if (moved && Credential is null) return ConnectionNo.CredentialMissing;
        List<SourceConnectionEvent> happened = [];
        if (wanted.Name != now.Name) happened.Add(new SourceRenamed(wanted.Name));
        if (moved) happened.Add(new SourceMoved(wanted.Address, wanted.User));
        if (Credential is not null) happened.Add(new SourceCredentialKept(SecretHint.Show(Credential.Trim())));
        if (wanted.Scope != now.Scope) happened.Add(new SourceScopeChosen(wanted.Scope));
        if (wanted.Meanings != now.Meanings) happened.Add(new SourceMeaningsAgreed(wanted.Meanings));
        if (wanted.EveryMinutes != now.EveryMinutes) happened.Add(new SourcePaced(wanted.EveryMinutes));
        if (Active == now.IsPaused) happened.Add(Active ? new SourceResumed() : new SourcePaused());
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPut("/api/support/connections/{id}", async (ConnectionId id, ArrangeConnection command, Session session, Organisation here, IInvoicing invoicing, SourceCredentials credentials, OutgoingRules outgoing, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            var before = await work.Load<SourceConnection>(id.Value, stop, fresh: true);
            if (!before.Exists) return Problems.NotFound;
            if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict(ConnectionPage.Of(id, before));
            var terms = (await session.Streams<SupportTerms>().Peek(SupportTerms.Id, stop)).State;
            if (await ConnectionDesk.StrangerAmong(session, invoicing, command.ClientId, command.Clients, stop)) return edge.Refused(ClientNo.Unknown);
            if (work.Decide<SourceConnection, SourceConnectionEvent>(id.Value, now => (command with { TimeZone = ConnectionDesk.Zone(now.Kind, command.TimeZone, here) }).Decide(now, outgoing, terms)) is { } refusal) return edge.Refused(refusal);
            var after = await work.Load<SourceConnection>(id.Value, stop);
            if (command.Credential?.Trim() is { } credential)
            {
                if ((await credentials.Try(after.State, credential, stop)).Refusal is { } refused) return edge.Refused(refused);
                work.Also(credentials.Keep(session.Tenant, id.Value, credential, work.At));
            }
            return await edge.Commit(work, Answer.Of(ConnectionPage.Of(id, after), after.Version), stop);
        })
        .Produces<ConnectionPage>().Requires(Permission.ArrangeSupport).WithSummary("Arrange a connection; another address or another user asks for the credential again");
}

/// <summary>The secret by which a system nudges us.</summary>
/// <param name="Secret">Of Twenty: as it shows it beside its webhook. Of Fluent Support none is typed: one is made.</param>
internal sealed record AgreeNudging(string? Secret = null)
{
    public override string ToString() => nameof(AgreeNudging);
}

/// <summary>How a system nudges us.</summary>
/// <param name="Path">Where to; of Fluent Support with the secret in it, which is shown this once.</param>
internal sealed record NudgingAgreed(string Path);

/// <summary>Lists connections, tries them, ends them, and agrees on nudges.</summary>
internal static class ConnectionDesk
{
    private const int ShortestSecret = 16, LongestSecret = 500, SecretBytes = 32;

    private static readonly Dictionary<string, SortField> Fields = new() { ["name"] = new("lower(c.name)", NpgsqlDbType.Varchar) };

    /// <summary>Where days begin: a site says so itself, a workspace does not.</summary>
    public static string? Zone(SourceKind kind, string? typed, Organisation here) => kind == SourceKind.Twenty && string.IsNullOrWhiteSpace(typed) ? here.TimeZone.Id : typed;

    /// <summary>Whether one of the clients is none.</summary>
    public static async Task<bool> StrangerAmong(Session session, IInvoicing invoicing, Guid? one, IReadOnlyList<SourceClient>? others, CancellationToken stop)
    {
        foreach (var id in (others ?? []).OfType<SourceClient>().Select(client => (Guid?)client.ClientId).Append(one).OfType<Guid>().Distinct())
            if (await invoicing.Client(session, id, stop) is null) return true;
        return false;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/support/connections", async (Session session, Streams<SourceConnection> connections, CancellationToken stop, bool? ended = null, string? sort = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("c.id", NpgsqlDbType.Uuid)).Filter("c.disconnected = @", ended ?? false, NpgsqlDbType.Boolean);
            if ((query.Sort(sort, "name") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            var page = await session.Read($"select c.id{query.CursorColumns} from support_connections c where c.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values, reader => Pages.Read(reader, query, rows, 1, row => row.GetGuid(0), stop), stop);
            var items = new List<ConnectionPage>();
            foreach (var id in page.Items) items.Add(ConnectionPage.Of(new(id), await connections.Load(id, stop)));
            return (IResult)Answer.Of(new Page<ConnectionPage>(items, page.NextCursor));
        })
        .Produces<Page<ConnectionPage>>().Requires(Permission.SeeSupport).WithSummary("The connections with help desks and CRMs");

        app.MapGet("/api/support/connections/{id}", async (ConnectionId id, Streams<SourceConnection> connections, CancellationToken stop) =>
            await connections.Load(id.Value, stop) is { Exists: true } connection ? (IResult)Answer.Of(ConnectionPage.Of(id, connection), connection.Version) : Problems.NotFound)
        .Produces<ConnectionPage>().Requires(Permission.SeeSupport).WithSummary("A connection with a help desk or a CRM");

        app.MapDelete("/api/support/connections/{id}", async (ConnectionId id, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            if (await work.Load<SourceConnection>(id.Value, stop, fresh: true) is { Exists: false }) return Problems.NotFound;
            work.Decide<SourceConnection, SourceConnectionEvent>(id.Value, now => now.IsDisconnected ? Decision.Nothing : new SourceDisconnected());
            work.Also(SourceCredentials.Drop(id.Value));
            var after = await work.Load<SourceConnection>(id.Value, stop);
            return await edge.Commit(work, Answer.Of(ConnectionPage.Of(id, after), after.Version), stop);
        })
        .Produces<ConnectionPage>().Requires(Permission.ArrangeSupport).WithSummary("End a connection; what was read of it stays");

        app.MapPost("/api/support/connections/{id}/test", async (ConnectionId id, Session session, Streams<SourceConnection> connections, SourceCredentials credentials, CommandEdge edge, CancellationToken stop) =>
        {
            var connection = await connections.Load(id.Value, stop);
            if (!connection.Exists) return (IResult)Problems.NotFound;
            if (connection.State.IsDisconnected) return edge.Refused(ConnectionNo.Disconnected);
            if (await credentials.Open(session.Tenant, id.Value, stop) is not { } credential) return edge.Refused(ConnectionNo.CredentialMissing);
            var (zone, refusal) = await credentials.Try(connection.State, credential, stop);
            return refusal is not null ? edge.Refused(refusal) : TypedResults.Ok(new ConnectionTried(zone));
        })
        .Produces<ConnectionTried>().Requires(Permission.ArrangeSupport).WithSummary("Try whether a help desk or a CRM lets us in");

        app.MapPost("/api/support/connections/{id}/nudges", async (ConnectionId id, AgreeNudging command, Session session, SourceCredentials credentials, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            var before = await work.Load<SourceConnection>(id.Value, stop, fresh: true);
            if (!before.Exists) return Problems.NotFound;
            if (before.State.IsDisconnected) return edge.Refused(ConnectionNo.Disconnected);
            var isFluent = before.State.Kind == SourceKind.Fluent;
            var secret = isFluent ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)) : command.Secret?.Trim() ?? "";
            if (secret.Length is < ShortestSecret or > LongestSecret || secret.Any(letter => letter is <= ' ' or > '~')) return edge.Refused(ConnectionNo.NudgeSecretMissing);
            work.Decide<SourceConnection, SourceConnectionEvent>(id.Value, _ => new SourceNudgingAgreed());
            work.Also(credentials.KeepNudge(session.Tenant, id.Value, secret, work.At));
            var path = ConnectionPage.Of(id, before).NudgePath;
            return await edge.Commit(work, Answer.Of(new NudgingAgreed(isFluent ? $"{path}/{secret}" : path)), stop);
        })
        .Produces<NudgingAgreed>().WithMetadata(new KeepsNoAnswer()).Requires(Permission.ArrangeSupport).WithSummary("Let a system nudge us when something happened there: the secret of Twenty's webhook, or a new secret address for Fluent Support");
    }
}

/// <summary>What a system told when it was tried.</summary>
/// <param name="TimeZone">Its own time zone, where it tells one.</param>
internal sealed record ConnectionTried(string? TimeZone);
