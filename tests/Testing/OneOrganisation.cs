using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Testing;

/// <summary>In Identity's place where a test is about something else: whoever asks is one organisation's, as its owner unless the test says otherwise.</summary>
/// <param name="organisation">Whose.</param>
/// <param name="role">As whom.</param>
public sealed class OneOrganisation(Organisation organisation, Role role = Role.Owner) : IModule, ICallers
{
    private readonly Caller _somebody = new(new Actor("person", "local", "Somebody at this machine"), organisation, Permission.Of(role), role);

    public string Name => "testing";

    public void AddToStore(StoreModel store)
    {
    }

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<ICallers>(this);

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
    }

    public ValueTask<Recognition> Recognise(HttpContext context) => ValueTask.FromResult<Recognition>(_somebody);

    public Task NoteRefusal(HttpContext context, Caller caller, Permission permission) => Task.CompletedTask;
}
