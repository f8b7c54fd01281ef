using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using NpgsqlTypes;

namespace Billing.AiCosts;

/// <summary>An account has seats that cost the same each month. Each month's charge is a record of its own, on its day.</summary>
/// <param name="Account">At which account.</param>
/// <param name="Name">What is paid for, as the provider calls it.</param>
/// <param name="Seats">So many.</param>
/// <param name="Price">What one costs a month.</param>
/// <param name="From">The first day that is charged, UTC, or one to come; the others are those of the same number, or a month's last.</param>
internal sealed record BookSeats(AiAccountId Account, string Name, int Seats, Cost Price, DateOnly From)
{
    /// <param name="account">The one that is named, if there is such a one.</param>
    /// <param name="today">In UTC.</param>
    public Decision<AiSeatsEvent> Decide(AiAccount? account, DateOnly today)
    {
        if (account is not { IsArchived: false }) return AiSeatsNo.AccountUnknown;
        if (!PlainText.Name(Name, "What is paid for", 100).TryGet(out var name, out var refused)) return refused;
        if (AiSeatsNo.Against(Seats, Price.Amount, From, today) is { } wrong) return wrong;
        return new AiSeatsBooked(Account.Value, name, Seats, new UnitPrice(Price.Amount), Price.Currency, From);
    }

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/ai/seats", async (BookSeats command, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            var account = await session.Streams<AiAccount>().Load(command.Account.Value, stop) is { Exists: true } known ? known.State : null;
            var (id, work) = (session.NewId(), session.Begin());
            work.New<AiSeats>(id);
            if (work.Decide<AiSeats, AiSeatsEvent>(id, _ => command.Decide(account, AiSeatsWork.Today(session))) is { } refusal) return edge.Refused(refusal);
            return await AiSeatsWork.Answered(new(id), work, edge, 201, stop);
        })
        .Produces<AiSeatsPage>(201).Requires(Permission.ArrangeAiCosts).WithSummary("Book seats of an AI service that cost the same each month");
}

/// <summary>There are so many seats at such a price from a day on; charges before it stay.</summary>
/// <param name="Seats">So many; 0: none for a while.</param>
/// <param name="Price">What one costs a month, in the currency they were booked in.</param>
/// <param name="From">Charges of this day and of later ones, UTC.</param>
internal sealed record AgreeSeats(int Seats, Cost Price, DateOnly From)
{
    /// <param name="today">In UTC.</param>
    public Decision<AiSeatsEvent> Decide(AiSeats now, DateOnly today)
    {
        if (now.Until is not null) return AiSeatsNo.GivenUp;
        if (Price.Currency != now.Currency) return AiSeatsNo.OtherCurrency(now.Currency);
        if (AiSeatsNo.Against(Seats, Price.Amount, From, today, least: 0) is { } wrong) return wrong;
        if (From < now.Terms[0].From) return AiSeatsNo.BeforeBooked;
        return now.Terms[^1] == new AiSeatTerms(From, Seats, new UnitPrice(Price.Amount)) ? Decision.Nothing : new AiSeatsAgreed(Seats, new UnitPrice(Price.Amount), From);
    }

    /// <summary>Nothing is charged from a day on; another day than before puts it right.</summary>
    /// <param name="from">Null: as it was said before, else from tomorrow on.</param>
    /// <param name="today">In UTC.</param>
    public static Decision<AiSeatsEvent> GiveUp(AiSeats now, DateOnly? from, DateOnly today)
    {
        var day = from ?? now.Until ?? today.AddDays(1);
        return day == now.Until ? Decision.Nothing : new AiSeatsGivenUp(day);
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPut("/api/ai/seats/{id}", async (AiSeatsId id, AgreeSeats command, Session session, CommandEdge edge, CancellationToken stop) =>
        {
            var work = session.Begin();
            var before = await work.Load<AiSeats>(id.Value, stop, fresh: true);
            if (!before.Exists) return (IResult)Problems.NotFound;
            if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict();
            if (work.Decide<AiSeats, AiSeatsEvent>(id.Value, now => command.Decide(now, AiSeatsWork.Today(session))) is { } refusal) return edge.Refused(refusal);
            return await AiSeatsWork.Answered(id, work, edge, 200, stop);
        })
        .Produces<AiSeatsPage>().Requires(Permission.ArrangeAiCosts).WithSummary("Agree another number or another price of seats, from a day on");

        app.MapDelete("/api/ai/seats/{id}", async (AiSeatsId id, Session session, CommandEdge edge, CancellationToken stop, DateOnly? from = null) =>
        {
            var work = session.Begin();
            var before = await work.Load<AiSeats>(id.Value, stop, fresh: true);
            if (!before.Exists) return (IResult)Problems.NotFound;
            if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict();
            work.Decide<AiSeats, AiSeatsEvent>(id.Value, now => GiveUp(now, from, AiSeatsWork.Today(session)));
            return await AiSeatsWork.Answered(id, work, edge, 200, stop);
        })
        .Produces<AiSeatsPage>().Requires(Permission.ArrangeAiCosts).WithSummary("Give seats up: nothing is charged on a day or later; left out, from tomorrow on");
    }
}

/// <summary>Seats that are paid for month by month.</summary>
/// <param name="Seats">So many, as last agreed.</param>
/// <param name="Price">What one costs a month.</param>
/// <param name="Monthly">What all of them cost a month.</param>
/// <param name="From">The first day that is charged, UTC.</param>
/// <param name="Until">Nothing is charged on this day or later; null: they go on.</param>
internal sealed record AiSeatsPage(AiSeatsId Id, AiAccountId Account, string Name, int Seats, Cost Price, Cost Monthly, DateOnly From, DateOnly? Until, long Version);

/// <summary>Why seats cannot be so.</summary>
internal static class AiSeatsNo
{
    private const int MostSeats = 1_000_000;
    private const decimal MostPrice = 1_000_000;

    public static readonly Refusal AccountUnknown = new("ai-seats-account-unknown", "There is no such account, or it is archived. Choose one that is followed.");
    public static readonly Refusal GivenUp = new("ai-seats-given-up", "These seats were given up. Book others.");
    public static readonly Refusal BeforeBooked = new("ai-seats-before-booked", "These seats are charged from a later day on. Choose that day or one after it.");
    private static readonly Refusal NumberWrong = new("ai-seats-number-wrong", "Seats are 1 to 1,000,000; to change them, 0 to 1,000,000.");
    private static readonly Refusal PriceWrong = new("ai-seats-price-wrong", "What a seat costs a month is 0 or more, and less than 1,000,000.");
    private static readonly Refusal DayWrong = new("ai-seats-day-wrong", "Seats are charged from a day of the last ten years on, or of the next one.");

    public static Refusal OtherCurrency(Currency currency) => new Refusal("ai-seats-other-currency", $"These seats were booked in {currency}. Write the price in {currency}, or give them up and book others.").With("currency", currency.Code);

    /// <summary>What is wrong with a number, a price or a day.</summary>
    public static Refusal? Against(int seats, decimal price, DateOnly from, DateOnly today, int least = 1) =>
        seats < least || seats > MostSeats ? NumberWrong : price is < 0 or >= MostPrice ? PriceWrong : from < today.AddYears(-10) || from > today.AddYears(1) ? DayWrong : null;
}

/// <summary>What seats come to, as records.</summary>
internal static class AiSeatsWork
{
    // Of a day that is charged no more, or of seats that are none.
    private const string RestSql = "update ai_usage set withdrawn_at = $5 where tenant_id = $1 and account_id = $2 and report = 'seats' and detail = $3 and not (id = any ($4)) and withdrawn_at is null";

    private const string ChargedSql = "select id from ai_usage where tenant_id = $1 and account_id = $2 and report = 'seats' and detail = $3";

    public static DateOnly Today(Session session) => DateOnly.FromDateTime(session.Now.UtcDateTime);

    /// <summary>Commits with the charges so far as they are by now, and answers.</summary>
    public static async Task<IResult> Answered(AiSeatsId id, Work work, CommandEdge edge, int status, CancellationToken stop)
    {
        var after = await work.Load<AiSeats>(id.Value, stop);
        List<AiUsageRow> rows = [.. after.State.Rows(id.Value, Today(work.Session))];
        if (!work.IsEmpty)
        {
            // Of an account that is archived no more is charged than was: months that came after have no record.
            if ((await work.Session.Streams<AiAccount>().Load(after.State.Account, stop)).State.IsArchived && await Charged(work.Session, after.State.Account, id, stop) is var charged) rows.RemoveAll(row => !charged.Contains(row.Id));
            work.Also(new Statement(RestSql, new NpgsqlParameter<Guid> { TypedValue = after.State.Account }, AiUsageStatements.Text(id.ToString()), new NpgsqlParameter<Guid[]> { TypedValue = [.. rows.Select(row => row.Id)] }, AiUsageStatements.Moment(work.At)));
            if (rows.Count > 0) work.Also(AiUsageStatements.Keep(rows, work.At));
            AiBudgetLooks.Ask(work);
        }
        return await edge.Commit(work, Answer.Of(Page(id, after), after.Version, status, status == 201 ? $"/api/ai/seats/{id}" : null), stop);
    }

    private static Task<HashSet<Guid>> Charged(Session session, Guid account, AiSeatsId id, CancellationToken stop) =>
        session.Read(ChargedSql, [new NpgsqlParameter<Guid> { TypedValue = account }, AiUsageStatements.Text(id.ToString())], async row =>
        {
            var ids = new HashSet<Guid>();
            while (await row.ReadAsync(stop)) ids.Add(row.GetGuid(0));
            return ids;
        }, stop);

    private static AiSeatsPage Page(AiSeatsId id, Versioned<AiSeats> seats)
    {
        var last = seats.State.Terms[^1];
        return Page(id, new(seats.State.Account), seats.State.Name, last.Seats, new Cost(last.Price.Value, seats.State.Currency), seats.State.Terms[0].From, seats.State.Until, seats.Version);
    }

    private static AiSeatsPage Page(AiSeatsId id, AiAccountId account, string name, int seats, Cost price, DateOnly from, DateOnly? until, long version) =>
        new(id, account, name, seats, price, Cost.Round(price.Amount * seats, price.Currency), from, until, version);

    private static readonly Dictionary<string, SortField> Fields = new() { ["name"] = new("lower(s.name)", NpgsqlDbType.Varchar) };

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/api/ai/seats", async (Session session, CancellationToken stop, AiAccountId? accountId = null, int? limit = null, string? cursor = null) =>
        {
            if (Limit.Check(limit) is { } tooMany) return tooMany;
            var query = new ListQuery(Fields, new("s.id", NpgsqlDbType.Uuid)).Filter("s.account_id = @", accountId?.Value, NpgsqlDbType.Uuid);
            if ((query.Sort("name", "name") ?? query.After(cursor)) is { } unclear) return unclear;
            var rows = limit ?? Limit.Default;
            return await session.Read($"select s.id, s.account_id, s.name, s.seats, s.price, s.currency, s.from_day, s.until_day, s.version{query.CursorColumns} from ai_seats s where s.tenant_id = $1{query.Where}{query.Tail(rows)}", query.Values,
                async reader => (IResult)Answer.Of(await Pages.Read(reader, query, rows, 9, row => Page(
                    new(row.GetGuid(0)), new(row.GetGuid(1)), row.GetString(2), row.GetInt32(3), new Cost(row.GetDecimal(4), Currency.Parse(row.GetString(5))), row.GetFieldValue<DateOnly>(6), row.IsDBNull(7) ? null : row.GetFieldValue<DateOnly>(7), row.GetInt64(8)), stop)), stop);
        })
        .Produces<Page<AiSeatsPage>>().Requires(Permission.SeeAiCosts).WithSummary("Seats of AI services that cost the same each month");
}
