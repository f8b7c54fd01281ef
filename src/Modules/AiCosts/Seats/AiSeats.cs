using Billing.EventStore;

namespace Billing.AiCosts;

/// <summary>Something that happened to seats that are paid for month by month, whatever is used.</summary>
internal abstract record AiSeatsEvent;

/// <summary>From a day on an account has seats that cost the same each month, such as ten of a coding assistant.</summary>
/// <param name="Account">At which account.</param>
/// <param name="Name">What is paid for, as the provider calls it.</param>
/// <param name="Seats">So many.</param>
/// <param name="Price">What one costs a month, in units of the currency.</param>
/// <param name="Currency">Of the price.</param>
/// <param name="From">The first day that is charged, UTC; the others are those of the same number, or a month's last.</param>
[Event("aicosts.seats_booked")]
internal sealed record AiSeatsBooked(Guid Account, string Name, int Seats, UnitPrice Price, Currency Currency, DateOnly From) : AiSeatsEvent;

/// <summary>There are more of them, or fewer, or they cost otherwise.</summary>
/// <param name="Seats">So many.</param>
/// <param name="Price">What one costs a month.</param>
/// <param name="From">Charges of this day and of later ones; those before stay.</param>
[Event("aicosts.seats_agreed")]
internal sealed record AiSeatsAgreed(int Seats, UnitPrice Price, DateOnly From) : AiSeatsEvent;

/// <summary>They are given up.</summary>
/// <param name="From">Nothing is charged on this day or later.</param>
[Event("aicosts.seats_given_up")]
internal sealed record AiSeatsGivenUp(DateOnly From) : AiSeatsEvent;

/// <summary>How many seats there are from a day on, and what each costs a month.</summary>
internal sealed record AiSeatTerms(DateOnly From, int Seats, UnitPrice Price);

/// <summary>Seats that are paid for month by month.</summary>
/// <param name="Terms">By the day they hold from, ascending.</param>
/// <param name="Until">Nothing is charged on this day or later; null: they go on.</param>
internal sealed record AiSeats(Guid Account, string Name, Currency Currency, ValueList<AiSeatTerms> Terms, DateOnly? Until) : IAggregate<AiSeats>
{
    /// <summary>As the report of such records is called.</summary>
    public const string Report = "seats";

    private const int DayMinutes = 1440;

    public static string Alias => "aicosts.seats";

    public static AiSeats Initial { get; } = new(default, "", default, [], null);

    public AiSeats Apply(object happened) => happened switch
    {
        AiSeatsBooked e => new(e.Account, e.Name, e.Currency, [new(e.From, e.Seats, e.Price)], null),
        AiSeatsAgreed e => this with { Terms = [.. Terms.Where(one => one.From < e.From), new(e.From, e.Seats, e.Price)] },
        AiSeatsGivenUp e => this with { Until = e.From },
        _ => throw new UnknownEventException(nameof(AiSeats), happened),
    };

    /// <summary>What has been charged so far, a record for each month, under an id that follows from the day.</summary>
    /// <param name="id">Of these seats.</param>
    /// <param name="today">In UTC.</param>
    public IEnumerable<AiUsageRow> Rows(Guid id, DateOnly today)
    {
        if (Terms.Count == 0) yield break;
        for (var month = 0; Terms[0].From.AddMonths(month) is var day && day <= today && !(day >= Until); month++)
        {
            var held = Terms.Last(one => one.From <= day);
            if (held.Seats == 0) continue;
            var bucket = AiBucket.Day(day, []);
            var of = new AiDimensions(Item: Name, Detail: id.ToString());
            var record = new AiRecord(of, TokenKinds.None, null, held.Seats * held.Price.Value, Currency.Code, AiBasis.Manual, 0, held.Seats, Report);
            yield return new AiUsageRow(AiHash.Id(Account, Report, bucket, of, 1), Account, Report, bucket.Start, DayMinutes, record, AiHash.Content(record), AiSource.Seats);
        }
    }
}

/// <summary>Seats as the list reads them.</summary>
internal sealed record AiSeatsRow(Guid Id, Guid AccountId, string Name, int Seats, decimal Price, string Currency, DateOnly FromDay, DateOnly? UntilDay, long Version);

internal sealed class AiSeatsRows : Projection<AiSeatsRow>
{
    public AiSeatsRows() : base("aicosts.seats", new RowTable<AiSeatsRow>("ai_seats"), Lifecycle.Inline, inlineStream: AiSeats.Alias)
    {
        CoversAll<AiSeatsEvent>();
        Uses<AiSeatsBooked>((_, e, at) => new AiSeatsRow(at.StreamId, e.Account, e.Name, e.Seats, e.Price.Value, e.Currency.Code, e.From, null, at.Version));
        Uses<AiSeatsAgreed>((row, e, at) => row! with { Seats = e.Seats, Price = e.Price.Value, Version = at.Version });
        Uses<AiSeatsGivenUp>((row, e, at) => row! with { UntilDay = e.From, Version = at.Version });
    }
}
