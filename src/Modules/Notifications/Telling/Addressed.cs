using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Notifications;

/// <summary>The person who asks what they are told, in endpoints <see cref="AddressedWords.ForThePerson"/>.</summary>
/// <param name="Person">Who.</param>
/// <param name="May">What they may see.</param>
/// <param name="Here">Their organisation.</param>
internal sealed record Addressed(Guid Person, IReadOnlySet<Permission> May, Organisation Here)
{
    /// <summary>Nobody where an API key asks.</summary>
    public static Addressed Of(Caller caller) => new(PersonOf(caller) ?? default, caller.May, caller.Organisation);

    public static Guid? PersonOf(Caller caller) => caller.Actor.Kind == "person" && Guid.TryParse(caller.Actor.Id, out var person) ? person : null;
}

/// <summary>Words for endpoints about what somebody is told.</summary>
internal static class AddressedWords
{
    private static readonly Problem PeopleOnly = new(403, "people-only", "This is for people who are signed in; an API key cannot do it.") { Module = "notifications" };

    /// <summary>Only a person may call it: an API key is told of nothing.</summary>
    public static RouteHandlerBuilder ForThePerson(this RouteHandlerBuilder endpoint) => endpoint.RequiresSignIn().AddEndpointFilter(async (invocation, next) =>
        Addressed.PersonOf(invocation.HttpContext.RequestServices.GetRequiredService<Caller>()) is null ? PeopleOnly : await next(invocation));
}
