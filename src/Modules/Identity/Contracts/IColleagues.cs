using Billing.Web;

namespace Billing.Identity.Contracts;

/// <summary>The people of an organisation, for whoever has something to tell them.</summary>
public interface IColleagues
{
    /// <summary>Those who may do something, and have a mail address that is theirs to read; nobody of an organisation that is gone.</summary>
    Task<IReadOnlyList<Colleague>> WhoMay(TenantId organisation, Permission permission, CancellationToken stop);
}

/// <summary>Somebody who belongs to the organisation. Read when a mail is written, and kept nowhere.</summary>
/// <param name="Id">The person.</param>
/// <param name="Email">Where mail reaches them.</param>
/// <param name="Name">As letters call them.</param>
public sealed record Colleague(Guid Id, string Email, string Name)
{
    /// <summary>Only the id: a record's text ends up in logs.</summary>
    public override string ToString() => $"{nameof(Colleague)} {Id}";
}
