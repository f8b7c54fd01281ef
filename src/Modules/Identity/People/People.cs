using Billing.EventStore;

namespace Billing.Identity;

/// <summary>Looks people up.</summary>
internal sealed class People(EventStore.EventStore store)
{
    private const string ByEmail = """
        select p.id, p.email, p.first_name, p.last_name, p.phone, p.email_verified, p.second_factor, p.standing, w.hash, p.avatar from identity_people p
        left join identity_passwords w on w.tenant_id = p.tenant_id and w.person_id = p.id where p.tenant_id = $1 and lower(p.email) = lower($2)
        """;

    private const string ById = """
        select p.id, p.email, p.first_name, p.last_name, p.phone, p.email_verified, p.second_factor, p.standing, w.hash, p.avatar from identity_people p
        left join identity_passwords w on w.tenant_id = p.tenant_id and w.person_id = p.id where p.tenant_id = $1 and p.id = any ($2)
        """;

    public Task<Known?> FindByEmail(string email, CancellationToken stop) => store.Open(Tenants.People, Actor.System).One(ByEmail, Read, stop, Value.Text(email));

    public async Task<Known?> Find(PersonId id, CancellationToken stop) => (await Find([id], stop)).GetValueOrDefault(id);

    public async Task<Dictionary<PersonId, Known>> Find(IReadOnlyCollection<PersonId> ids, CancellationToken stop) =>
        (await store.Open(Tenants.People, Actor.System).Many(ById, Read, stop, Value.Ids(ids.Select(id => id.Value)))).OfType<Known>().ToDictionary(person => person.Id);

    /// <summary>Reads what somebody types about themselves.</summary>
    public static Result<Person> Read(string? email, string? firstName, string? lastName)
    {
        if (!EmailAddress.Read(email).TryGet(out var address, out var refused)) return refused;
        if (!PlainText.Name(firstName, "A person", 100).TryGet(out var first, out refused)) return refused;
        if (!PlainText.Name(lastName, "A person", 100).TryGet(out var last, out refused)) return refused;
        return Person.Initial with { Email = address, FirstName = first, LastName = last };
    }

    private static Known? Read(Npgsql.NpgsqlDataReader row) =>
        new(new(row.GetGuid(0)), row.TextOrNull(1), row.GetString(2), row.GetString(3), row.TextOrNull(4), row.GetBoolean(5), row.GetBoolean(6), row.GetString(7) == "active", row.TextOrNull(8), row.TextOrNull(9));

    /// <summary>Somebody we know.</summary>
    internal sealed record Known(PersonId Id, string? Email, string FirstName, string LastName, string? Phone, bool EmailVerified, bool SecondFactor, bool Active, string? Password, string? Avatar)
    {
        public string Name => $"{FirstName} {LastName}".Trim();

        public override string ToString() => $"{Id}"; // never the password's hash
    }
}
