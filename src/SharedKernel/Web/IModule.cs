using Billing.EventStore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Web;

/// <summary>One part of the product: what the host must know to run it, and nothing else.</summary>
public interface IModule
{
    /// <summary>Lower case, one word: the prefix of the module's event aliases and refusal codes, such as <c>facilities</c>.</summary>
    string Name { get; }

    /// <summary>Whether it goes by everybody's time even for organisations with a clock of their own: who may enter does not depend on what they try out.</summary>
    bool InEverybodysTime => false;

    /// <summary>Brings its events, projections, message handlers and migrations.</summary>
    void AddToStore(StoreModel store);

    /// <summary>Registers what the module's own slices ask for.</summary>
    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Gives an organisation what it begins with. Called at every start and for every new organisation; saying it again changes nothing.</summary>
    Task Welcome(Session session, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Maps the module's endpoints. They carry <see cref="ModuleName"/>, from which refusals get their type.</summary>
    void MapEndpoints(IEndpointRouteBuilder app);
}

/// <summary>Endpoint metadata: the module that an endpoint belongs to.</summary>
/// <param name="Name">As in <see cref="IModule.Name"/>.</param>
/// <param name="InEverybodysTime">As in <see cref="IModule.InEverybodysTime"/>.</param>
public sealed record ModuleName(string Name, bool InEverybodysTime = false);
