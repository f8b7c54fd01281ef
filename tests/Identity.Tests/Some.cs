namespace Billing.Identity.Tests;

/// <summary>Things that stories are about. Ids are counted, so that a failing story reads the same every time.</summary>
internal static class Some
{
    public static readonly Currency Eur = Currency.Parse("EUR");
    public static readonly PersonId Ann = new(Id(1));
    public static readonly PersonId Bob = new(Id(2));
    public static readonly PersonId Cat = new(Id(3));
    public static readonly InvitationId Invited = new(Id(4));
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
