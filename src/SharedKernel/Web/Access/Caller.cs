using Billing.EventStore;
using Microsoft.AspNetCore.Http;

namespace Billing.Web;

/// <summary>Who asks, for which organisation, and what they may there.</summary>
/// <param name="Actor">As the log will name them.</param>
/// <param name="Organisation">The one organisation that this request sees.</param>
/// <param name="May">What they may do there; at most what their role may.</param>
/// <param name="Role">Their role there; null for an API key and for a guest.</param>
public sealed record Caller(Actor Actor, Organisation Organisation, IReadOnlySet<Permission> May, Role? Role)
{
    /// <summary>The sign-in they came by; null for an API key and inside the product.</summary>
    public Guid? Session { get; init; }
}

/// <summary>Says who asks. Identity does in the product.</summary>
public interface ICallers
{
    /// <summary>Recognises the caller by the token or key of the request, and by nothing else.</summary>
    /// <returns>The caller, or the problem to answer: 401 without or with a bad token, 429 for too many requests.</returns>
    ValueTask<Recognition> Recognise(HttpContext context);

    /// <summary>Notes that somebody was not let do something.</summary>
    Task NoteRefusal(HttpContext context, Caller caller, Permission permission);
}

/// <summary>
/// Says which guest of the portal asks. What they come in with is of a kind of its own: those who know callers know nothing of it, and the other way round, so
/// that neither opens what is the other's.
/// </summary>
public interface IGuests
{
    /// <summary>Recognises the guest by the portal's own cookie, and by nothing else.</summary>
    /// <returns>A caller without role and permissions, or the problem to answer: 401 without or with a bad one, 429 for too many requests.</returns>
    ValueTask<Recognition> Recognise(HttpContext context);
}

/// <summary>A caller, or why there is none.</summary>
/// <param name="Caller">Who asks.</param>
/// <param name="Problem">What to answer instead.</param>
public readonly record struct Recognition(Caller? Caller, Problem? Problem)
{
    public static implicit operator Recognition(Caller caller) => new(caller, null);

    public static implicit operator Recognition(Problem problem) => new(null, problem);
}
