using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Facilities;

/// <summary>
/// The billed records of a cycle become charges of the group's client in Invoicing, each once. Done again, it tells what has changed since, and takes back
/// what is billed no longer.
/// </summary>
/// <param name="From">Records whose period begins on this day or later.</param>
/// <param name="Through">Records whose period begins on this day or earlier.</param>
/// <param name="RecordIds">Only these of them; left out: all.</param>
internal sealed record BillCycle(DateOnly From, DateOnly Through, IReadOnlyList<Guid>? RecordIds = null)
{
    /// <summary>Most records billed at once.</summary>
    public const int Most = 2000;

    internal static void Map(IEndpointRouteBuilder app) => app
        .MapPost("/api/facility-groups/{id}/cycles/bill", async (FacilityGroupId id, BillCycle command, Session session, Streams<FacilityGroup> groups, RecordCharges charges, Habits habits, CommandEdge edge, [FromServices] IInvoicing invoicing, CancellationToken stop, bool dryRun = false) =>
        {
            if (command.Through < command.From) return Problems.BadRequest(new Fault("/through", "A cycle ends on or after the day it begins."));
            var group = await groups.Load(id.Value, stop);
            if (!group.Exists) return Problems.NotFound;
            if (group.State.ClientId is not { } linked) return edge.Refused(No.NoClient);
            if (await invoicing.Client(session, linked.Value, stop) is not { } client) return edge.Refused(No.UnknownClient);
            if (!client.IsActive) return edge.Refused(No.ClientNotActive(client.Name));
            var records = await charges.Records(id, command, stop);
            if (records.Count > Most) return edge.Refused(No.TooMany);

            var plan = CyclePlan.Of(records, await session.Read(invoicing.Charged(RecordCharges.Module, RecordCharges.Kind, [.. records.Select(record => record.Fact)]), stop), client.Id);
            var billed = Answer.Of(BilledCycle.Of(plan, client));
            if (dryRun) return billed;
            var work = session.Begin();
            foreach (var record in plan.Charged) record.Charge(client.Id, group.State.Name).With(work);
            foreach (var record in plan.TakenBack) record.TakeBack(habits.Today).With(work);
            return await edge.Commit(work, billed, stop);
        })
        .Produces<BilledCycle>()
        .Requires(Permission.BillFacilities)
        .WithSummary("Bill a cycle: its billed records become charges of the group's client; dryRun=true only says what would");

    private static class No
    {
        public static readonly Refusal NoClient = new("client-missing", "This group stands for no client of Invoicing. Choose its client in the group's settings first.");
        public static readonly Refusal UnknownClient = new("unknown-client", "The client of this group is not in Invoicing. Choose another one in the group's settings.");
        public static readonly Refusal TooMany = new Refusal("too-many-records", $"At most {Most} records are billed at once. Choose a shorter time, or some of the records.").With("most", Most);
        public static Refusal ClientNotActive(string name) => new Refusal("client-not-active", $"{PlainText.Quote(name)} is billed no longer. Restore the client, or choose another one for this group.").With("client", name);
    }
}

/// <summary>What came of billing a cycle, or would come of it. The charges are there a moment later.</summary>
/// <param name="ClientId">Who is billed.</param>
/// <param name="Charged">Records whose charge is posted, or follows what changed.</param>
/// <param name="Unchanged">Records that were charged as they are before.</param>
/// <param name="TakenBack">Records that were charged and are billed no longer.</param>
/// <param name="Records">Each of those charged and taken back.</param>
/// <param name="LeftOut">Records that are not charged, each with why.</param>
/// <param name="Totals">Of the records charged, one a currency.</param>
internal sealed record BilledCycle(Guid ClientId, string ClientName, int Charged, int Unchanged, int TakenBack, IReadOnlyList<BilledRecord> Records, IReadOnlyList<LeftOutRecord> LeftOut, IReadOnlyList<Money> Totals)
{
    public static BilledCycle Of(CyclePlan plan, BilledClient client) => new(client.Id, client.Name, plan.Charged.Count, plan.Unchanged, plan.TakenBack.Count,
        [.. plan.Charged.Select(record => new BilledRecord(record.Id, record.FacilityName, record.Period, record.Billed, false)), .. plan.TakenBack.Select(record => new BilledRecord(record.Id, record.FacilityName, record.Period, record.Billed, true))],
        plan.LeftOut, [.. plan.Charged.GroupBy(record => record.Billed!.Value.Currency).OrderBy(same => same.Key.Code, StringComparer.Ordinal).Select(same => same.Aggregate(Money.Zero(same.Key), (sum, record) => sum + record.Billed!.Value))]);
}

/// <summary>A record whose charge is posted or taken back.</summary>
/// <param name="Amount">What is charged for it; null where nothing is noted any more.</param>
/// <param name="TakenBack">Whether its charge goes.</param>
internal sealed record BilledRecord(Guid RecordId, string FacilityName, Period Period, Money? Amount, bool TakenBack);

/// <summary>A record that is not charged.</summary>
/// <param name="Code">Kebab-case, as of a refusal.</param>
/// <param name="Reason">One sentence.</param>
internal sealed record LeftOutRecord(Guid RecordId, string FacilityName, string Code, string Reason);
