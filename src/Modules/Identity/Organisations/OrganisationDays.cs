using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>What a day brings to an organisation: the end of its trial comes near, the day of its deletion is there.</summary>
internal sealed class OrganisationDays(Standings standings, ApiKeyRing keys) : Job("identity.organisation_days", Recurrence.Every(TimeSpan.FromHours(1)), perTenant: true, inEverybodysTime: true)
{
    /// <summary>How many days before its end a trial is spoken of.</summary>
    public const int Warning = 3;

    /// <summary>What a day brings.</summary>
    public static Decision<OrganisationEvent> Decide(Organisation here, DateOnly today)
    {
        if (here.IsDeleted) return Decision.Nothing;
        if (here.DeleteOn is { } due && due <= today) return new OrganisationDeleted();
        return here is { TrialEndAnnounced: false, TrialEndsOn: { } end } && today >= end.AddDays(-Warning) && today <= end ? new TrialEndAnnounced() : Decision.Nothing;
    }

    protected override async Task Run(Message<JobRun> run, Work work, CancellationToken stop)
    {
        if (await work.Load<Organisation>(Organisation.Id, stop, fresh: true) is not { Exists: true, State: var before }) return;
        var today = LocalDay.Of(work.At, TimeZoneInfo.TryFindSystemTimeZoneById(before.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc);
        work.Decide<Organisation, OrganisationEvent>(Organisation.Id, here => Decide(here, today));
        var after = (await work.Load<Organisation>(Organisation.Id, stop)).State;
        if (after.TrialEndAnnounced && !before.TrialEndAnnounced)
            foreach (var owner in after.Owners) work.WantMail(TrialMail.Name, owner.PersonId.Value);
        if (!after.IsDeleted || before.IsDeleted) return;
        work.Also(new Statement(Logo.Drop));
        standings.Forget();
        keys.Forget();
    }
}
