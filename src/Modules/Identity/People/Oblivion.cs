using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Identity;

/// <summary>How somebody is forgotten: every organisation lets them go, then their key and all that they sign in with are gone in one transaction. Doing it again goes on where it was cut off.</summary>
internal sealed class Oblivion(EventStore.EventStore store, People people, Door door, Standings standings, IEnumerable<IForgetsAddresses> others)
{
    private const string Memberships = "select o.tenant_id from identity_organisations o, jsonb_array_elements(o.members) m where not o.deleted and m ->> 'personId' = $1 order by 1";
    private const string Invitations = "select o.tenant_id, (i ->> 'id')::uuid from identity_organisations o, jsonb_array_elements(o.invitations) i where lower(i ->> 'email') = lower($1) order by 1, 2";
    private const string Answers30Days = "delete from idempotency_keys k using unnest($2) as w (word) where k.tenant_id = any ($1) and position(convert_to(w.word, 'UTF8') in k.body) > 0";
    private const string WasIn = "select distinct organisation from identity_sessions where tenant_id = $1 and person_id = $2";
    private const string Left = "select distinct tenant_id from mt_events where type = 'identity.member_left' and data ->> 'personId' = $1 order by 1";
    private const string DropSubjects = "delete from identity_sso_subjects where person_id = $1 returning true";
    private const string DropLinks = "delete from identity_links where tenant_id = $1 and subject = $2";
    private const string DropSessions = "delete from identity_sessions where tenant_id = $1 and person_id = $2";
    private const string DropPassword = "delete from identity_passwords where tenant_id = $1 and person_id = $2";

    /// <summary>The organisations that somebody belongs to, whether they may enter or not.</summary>
    public Task<List<TenantId>> Belongs(PersonId who, CancellationToken stop) => Everywhere(Memberships, Value.Text(who.ToString()), row => new TenantId(row.GetString(0)), stop);

    /// <summary>Forgets somebody.</summary>
    /// <param name="who">Whom.</param>
    /// <param name="by">Who takes them out of their organisations.</param>
    /// <param name="actor">The same, as the log names them.</param>
    /// <param name="http">The request.</param>
    /// <param name="stop">Gives up before anything has begun.</param>
    /// <returns>The refusal; null when it is done.</returns>
    public async Task<Problem?> Take(PersonId who, Acting by, Actor actor, HttpContext http, CancellationToken stop)
    {
        if (await people.Find(who, stop) is not { Email: { } email }) return null;
        var belongs = await Belongs(who, stop);
        foreach (var tenant in belongs)
            if (Members.Remove((await store.Open(tenant, actor).Streams<Organisation>().Load(Organisation.Id, stop)).State, by, who).Refusal is { } refused) return Answers.As(refused);
        foreach (var tenant in belongs)
            if ((await Visit.Open(store, http, tenant, actor).Streams<Organisation>().Decide<OrganisationEvent>(Organisation.Id, here => Members.Remove(here, by, who), CancellationToken.None)).Refusal is { } refused) return Answers.As(refused);
        foreach (var (tenant, invitation) in await Everywhere(Invitations, Value.Text(email), row => (new TenantId(row.GetString(0)), new InvitationId(row.GetGuid(1))), CancellationToken.None))
            await TakeBack(Visit.Open(store, http, tenant, actor), invitation, CancellationToken.None);
        await Everywhere(DropSubjects, Value.Id(who.Value), row => row.GetBoolean(0), CancellationToken.None);
        await door.SignOut(who, SignOutReason.Disabled, http, actor);
        var facts = await Facts(who);
        await DropAddresses(who, facts, belongs, actor);
        await DropAnswers(who, facts, belongs);

        var work = Visit.Open(store, http, Tenants.People, actor).Begin();
        await work.Load<Person>(who.Value, CancellationToken.None, fresh: true);
        work.Decide<Person, PersonEvent>(who.Value, _ => new PersonForgotten());
        work.Forget(who.Value);
        work.Send(RowsErased.Message, new PersonIsForgotten(who.Value));
        foreach (var drop in (string[])[DropPassword, DropSessions, DropLinks, Avatar.Drop]) work.Also(new Statement(drop, Value.Id(who.Value)));
        foreach (var drop in SecondFactors.Remove(who)) work.Also(drop);
        await work.Commit();
        standings.Forget();
        return null;
    }

    /// <summary>An invitation is over: its address is forgotten with it, and its links open nothing.</summary>
    public static void Forget(Work work, InvitationId invitation)
    {
        work.Forget(invitation.Value);
        work.Also(new Statement(DropLinks, Value.Id(invitation.Value)));
    }

    /// <summary>Takes an invitation back.</summary>
    /// <returns>The refusal; null when it is done.</returns>
    public static async Task<Refusal?> TakeBack(Session session, InvitationId invitation, CancellationToken stop)
    {
        var work = session.Begin();
        await work.Load<Organisation>(Organisation.Id, stop, fresh: true);
        if (work.Decide<Organisation, OrganisationEvent>(Organisation.Id, here => Members.Withdraw(here, invitation)) is { } refused) return refused;
        Forget(work, invitation);
        await work.Commit();
        return null;
    }

    /// <summary>What their own stream says, as long as it can be read.</summary>
    private async Task<List<object>> Facts(PersonId who)
    {
        List<object> facts = [];
        await foreach (var happened in store.Open(Tenants.People, Actor.System).History(who.Value)) facts.Add(happened.Data);
        return facts;
    }

    /// <summary>What others told of them under one of their addresses, wherever they belong or belonged.</summary>
    private async Task DropAddresses(PersonId who, IEnumerable<object> facts, IEnumerable<TenantId> belongs, Actor actor)
    {
        List<string> addresses = [.. facts.Select(fact => fact switch { PersonRegistered e => e.Email.Text, EmailReplaced e => e.Email.Text, _ => null }).OfType<string>()];
        if (addresses.Count == 0) return;
        foreach (var tenant in belongs.Union(await Everywhere(Left, Value.Text(who.ToString()), row => new TenantId(row.GetString(0)), CancellationToken.None)))
            foreach (var other in others) await other.Forget(store.Open(tenant, actor), addresses);
    }

    /// <summary>Answers that are kept for those who ask twice, as far as they name the person: they are gone a little before their thirty days.</summary>
    private async Task DropAnswers(PersonId who, IEnumerable<object> facts, IEnumerable<TenantId> belongs)
    {
        var people = store.Open(Tenants.People, Actor.System);
        HashSet<string> words = [];
        foreach (var fact in facts)
            foreach (var word in fact switch
            {
                PersonRegistered e => (string?[])[e.Email.Text, $"{e.FirstName.Text} {e.LastName.Text}"],
                NameCorrected e => [$"{e.FirstName.Text} {e.LastName.Text}"],
                EmailReplaced e => [e.Email.Text],
                _ => [],
            }) words.Add(System.Text.Json.JsonEncodedText.Encode(word ?? "", Json.Options.Encoder).ToString());
        var tenants = belongs.Concat(await people.Many(WasIn, row => new TenantId(row.GetString(0)), CancellationToken.None, Value.Id(who.Value))).Select(tenant => tenant.Value).Distinct().ToArray();
        await using var drop = store.Database.Daemon.CreateCommand(Answers30Days);
        drop.Parameters.Add(new() { Value = tenants });
        drop.Parameters.Add(new() { Value = words.Where(word => word.Trim().Length > 0).ToArray() });
        await drop.ExecuteNonQueryAsync();
    }

    /// <summary>Asks over all organisations, as the product itself.</summary>
    private async Task<List<T>> Everywhere<T>(string sql, Npgsql.NpgsqlParameter value, Func<Npgsql.NpgsqlDataReader, T> read, CancellationToken stop)
    {
        await using var command = store.Database.Daemon.CreateCommand(sql);
        command.Parameters.Add(value);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var all = new List<T>();
        while (await reader.ReadAsync(stop)) all.Add(read(reader));
        return all;
    }
}
