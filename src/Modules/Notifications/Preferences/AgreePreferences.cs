using Billing.EventStore;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Billing.Notifications;

/// <summary>One is to be told like this from now on.</summary>
/// <param name="Choices">What, and where; what is left out is as usual.</param>
/// <param name="Quiet">When not; left out: at any time.</param>
/// <param name="Digest">How mails are gathered; left out: each comes by itself.</param>
/// <param name="TimeZone">Where one is, IANA; left out: where the organisation is.</param>
/// <param name="Language">en, de, fr or es; left out: the organisation's.</param>
internal sealed record AgreePreferences(IReadOnlyList<NotificationChoice>? Choices = null, QuietHours? Quiet = null, Digest? Digest = null, string? TimeZone = null, string? Language = null)
{
    /// <summary>Checks what was chosen.</summary>
    public Decision<NotificationPreferencesEvent> Decide(NotificationPreferences now)
    {
        ValueList<NotificationChoice> choices = [.. (Choices ?? []).OfType<NotificationChoice>().OrderBy(one => one.Kind).ThenBy(one => one.Channel)];
        if (choices.GroupBy(one => (one.Kind, one.Channel)).Any(group => group.Count() > 1)) return NotificationNo.ChoiceTwice;
        if (Quiet is { } hours && hours.From == hours.Until) return NotificationNo.Quiet;
        if (Digest is { Hour: < 0 or > 23 }) return NotificationNo.DigestHour;
        if (Digest is { } gathered && (gathered.Rhythm == DigestRhythm.Weekly) != (gathered.Day is not null)) return NotificationNo.DigestDay;
        if (TimeZone is { } zone && (zone.Length > 100 || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) || !found.HasIanaId)) return NotificationNo.Zone;
        if (Language is { } language && !NotificationLanguage.Offered.Contains(language)) return NotificationNo.Language;

        List<NotificationPreferencesEvent> happened = [];
        if (!choices.Equals(now.Choices)) happened.Add(new NotificationChoicesMade(choices));
        var (quiet, digest) = (Quiet is { } q ? new QuietHoursAgreed(q.From, q.Until, q.ExceptHigh) : null, Digest is { } d ? new DigestAgreed(d.Rhythm, d.Hour, d.Day) : null);
        if (quiet != now.Quiet) happened.Add(quiet is null ? new QuietHoursDropped() : quiet);
        if (digest != now.Digest) happened.Add(digest is null ? new DigestDropped() : digest);
        if (TimeZone != now.TimeZone) happened.Add(new OwnZoneChosen(TimeZone));
        if (Language != now.Language) happened.Add(new OwnLanguageChosen(Language));
        return happened;
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/notification-preferences", async (Addressed who, Session session, CancellationToken stop) =>
                (IResult)Answer.Of(await NotificationPreferencesPage.Of(who, session, await session.Streams<NotificationPreferences>().Load(NotificationPreferences.Of(who.Person), stop), stop)))
            .Produces<NotificationPreferencesPage>().ForThePerson().WithSummary("How you want to be told");

        app.MapPut("/api/notification-preferences", async (AgreePreferences command, Addressed who, Session session, CommandEdge edge, CancellationToken stop) =>
            {
                var (id, work) = (NotificationPreferences.Of(who.Person), session.Begin());
                var before = await work.Load<NotificationPreferences>(id, stop, fresh: true);
                if (edge.Expected is { } seen && seen != before.Version) return Problems.Conflict();
                if (work.Decide<NotificationPreferences, NotificationPreferencesEvent>(id, command.Decide) is { } refusal) return edge.Refused(refusal);
                var after = await work.Load<NotificationPreferences>(id, stop);
                return await edge.Commit(work, Answer.Of(await NotificationPreferencesPage.Of(who, session, after, stop), after.Version), stop);
            })
            .Produces<NotificationPreferencesPage>().ForThePerson().WithMetadata(new KeepsNoAnswer()).WithSummary("Say how you want to be told");
    }
}

/// <summary>Hours at which one is left alone.</summary>
/// <param name="From">Where one is, such as 22:00:00.</param>
/// <param name="Until">Where one is; before <paramref name="From"/>: of the next morning.</param>
/// <param name="ExceptHigh">Whether what matters much comes all the same.</param>
internal sealed record QuietHours(TimeOnly From, TimeOnly Until, bool ExceptHigh = false);

/// <summary>Mails gathered into one.</summary>
/// <param name="Rhythm">How often it comes.</param>
/// <param name="Hour">At which hour where one is, 0 to 23.</param>
/// <param name="Day">Of a weekly one, on which day.</param>
internal sealed record Digest(DigestRhythm Rhythm, int Hour, DayOfWeek? Day = null);
