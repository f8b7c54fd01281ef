using Billing.Identity.Contracts;
using Billing.Web;

namespace Billing.Identity;

/// <summary>Who of an organisation may do something.</summary>
internal sealed class Colleagues(IOrganisations organisations, ListPeople people) : IColleagues
{
    public async Task<IReadOnlyList<Colleague>> WhoMay(TenantId organisation, Permission permission, CancellationToken stop) =>
        await organisations.Find(organisation, stop) is null ? []
        : [.. (await people.Members(organisation, stop)).Where(member => member is { Active: true, Email.Length: > 0 } && member.Role >= permission.Least).Select(member => new Colleague(member.Id.Value, member.Email, $"{member.FirstName} {member.LastName}".Trim()))];
}
