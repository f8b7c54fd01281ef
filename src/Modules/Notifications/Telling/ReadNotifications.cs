using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.Notifications;

/// <summary>Somebody has read all that they were told so far.</summary>
/// <param name="Through">The newest that they saw; left out: whatever there is.</param>
internal sealed record ReadNotifications(NotificationId? Through = null)
{
    private const string One = """
        with mine as (update notifications set read_at = coalesce(read_at, $4) where tenant_id = $1 and id = $2 and person_id = $3 and in_product returning 1) select count(*) from mine
        """;

    private const string All = """
        with mine as (
            update notifications set read_at = $4 where tenant_id = $1 and person_id = $3 and in_product and read_at is null
              and ($2::uuid is null or place <= (select place from notifications n where n.tenant_id = $1 and n.id = $2 and n.person_id = $3)) returning 1)
        select count(*) from mine
        """;

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/notifications/{id}/read", async (NotificationId id, Addressed who, Session session) =>
                await Mark(session, One, id.Value, who) == 0 ? Problems.NotFound : (IResult)TypedResults.NoContent())
            .Produces(204).ForThePerson().WithSummary("You have read what you were told");

        app.MapPost("/api/notifications/read", async (ReadNotifications command, Addressed who, Session session) =>
            {
                await Mark(session, All, command.Through?.Value, who);
                return TypedResults.NoContent();
            })
            .ForThePerson().WithSummary("You have read all that you were told so far");
    }

    private static Task<long> Mark(Session session, string sql, Guid? which, Addressed who) => session.WriteAndRead(
        sql,
        [
            new NpgsqlParameter { Value = (object?)which ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            new NpgsqlParameter<Guid> { TypedValue = who.Person },
            new NpgsqlParameter<DateTime> { TypedValue = session.InEverybodysTime.Now.UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz },
        ],
        async reader => await reader.ReadAsync() ? reader.GetInt64(0) : 0);
}
