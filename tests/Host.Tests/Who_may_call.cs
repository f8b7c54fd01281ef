using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Host.Tests;

/// <summary>Every endpoint of the product says who may call it.</summary>
public class Who_may_call
{
    [Fact]
    public async Task is_said_by_every_endpoint()
    {
        await using var product = Product.Describe(Program.Modules);
        var endpoints = product.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().Concat(((IEndpointRouteBuilder)product).DataSources).SelectMany(source => source.Endpoints).Distinct().ToList();
        Assert.True(endpoints.Count > 40);
        Assert.Empty(endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<Access>() is null).Select(endpoint => endpoint.DisplayName));
    }

    [Fact]
    public void is_a_ladder() => Assert.All(Enum.GetValues<Role>().SkipLast(1), role => Assert.ProperSubset(Permission.Of(role + 1).ToHashSet(), Permission.Of(role).ToHashSet()));

    [Fact]
    public void has_names_that_come_once() => Assert.Equal(Permission.All.Count, Permission.All.Select(permission => permission.Name).Distinct().Count());
}
