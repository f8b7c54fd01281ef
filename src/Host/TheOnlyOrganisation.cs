using Billing.EventStore;
using Billing.Web;

namespace Billing.Host;

/// <summary>Until people can sign in, whoever reaches the loopback address acts for the one organisation of the settings.</summary>
internal sealed class TheOnlyOrganisation(Settings settings) : ICallers
{
    private readonly Caller _somebody = new(new Actor("person", "local", "Somebody at this machine"), settings.Organisation, Permission.Of(Role.Owner), Role.Owner);

    public ValueTask<Recognition> Recognise(HttpContext context) => ValueTask.FromResult<Recognition>(_somebody);

    public Task NoteRefusal(HttpContext context, Caller caller, Permission permission) => Task.CompletedTask;
}
