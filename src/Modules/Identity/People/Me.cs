using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Billing.Identity;

/// <summary>The person who asks, in endpoints <see cref="MeWords.ForPeople"/>.</summary>
/// <param name="Person">Who.</param>
/// <param name="Caller">As the edge knows them.</param>
/// <param name="Session">Their sign-in.</param>
internal sealed record Me(PersonId Person, Caller Caller, SignInId Session)
{
    /// <summary>Nobody where an API key asks: arguments are made before a filter can say that this is for people.</summary>
    public static Me Of(Caller caller) =>
        caller is { Actor.Kind: "person", Session: { } session } && Guid.TryParse(caller.Actor.Id, out var person) ? new(new(person), caller, new(session)) : new(default, caller, default);
}

/// <summary>Words for endpoints about the person who asks.</summary>
internal static class MeWords
{
    /// <summary>Only a person may call it: an API key has neither sessions nor a password.</summary>
    public static RouteHandlerBuilder ForPeople(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (invocation, next) =>
        invocation.HttpContext.RequestServices.GetRequiredService<Caller>() is { Actor.Kind: "person", Session: not null } ? await next(invocation) : Answers.PeopleOnly);
}
