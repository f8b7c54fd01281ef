using Billing.Web;
using Microsoft.AspNetCore.Http;

namespace Billing.Identity;

/// <summary>Asks somebody who is in to show once more that it is them, before they loosen what protects them.</summary>
internal sealed class StepUp(People people, Hashing hashing, SecondFactors factors, Throttle throttle)
{
    private static readonly Refusal None = new("no-second-factor", "You have no second factor.");
    private static readonly Refusal NotProven = new("not-proven", "Send your password, or a code, so that we know it is you.");

    /// <summary>The problem to answer; null when they have shown it.</summary>
    public async Task<Problem?> Check(Me me, ProveYourself shown, HttpContext http, CancellationToken stop)
    {
        if (await people.Find(me.Person, stop) is not { SecondFactor: true, Email: { } email } person) return Answers.As(None);
        var attempt = new Attempt(email, Visit.Of(http).Address);
        using var turn = await throttle.Take(attempt, stop);
        if (await throttle.Check(attempt, me.Person, stop) is { } tooMany) return tooMany;
        if (shown.Code is { Length: > 0 } code)
        {
            if (await factors.Accept(me.Person, code, stop)) return null;
        }
        else if (shown.Password is { Length: > 0 } password && person.Password is { } kept)
        {
            if (await hashing.Fits(kept, password, stop) is not { } fits) return Hashing.Busy;
            if (fits) return null;
        }
        await throttle.Failed(attempt);
        return Answers.As(NotProven);
    }
}
