using Billing.EventStore;
using Billing.Invoicing.Contracts;
using Billing.Usage.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Billing.Subscriptions;

/// <summary>A link is made by which somebody subscribes to a plan without an account, once.</summary>
/// <param name="PlanCode">The plan; the version that is newest when somebody subscribes.</param>
/// <param name="SuccessUrl">Where one goes on behind it.</param>
/// <param name="CancelUrl">Where one goes who does not want to.</param>
/// <param name="ClientId">Which client subscribes; left out: somebody who becomes one with it.</param>
/// <param name="NewClient">What is known of somebody who becomes a client; the page asks for the rest.</param>
/// <param name="Quantity">How many seats.</param>
/// <param name="Coupon">The code of a coupon that it begins with; on the page another one can be written.</param>
/// <param name="TrialDays">For so many times 24 hours nothing is asked for; left out: as the plan has it.</param>
/// <param name="ExpiresAt">From this instant on the link opens nothing; left out: in seven days.</param>
internal sealed record OpenCheckout(
    string PlanCode, string SuccessUrl, string CancelUrl, ClientId? ClientId = null, CheckoutNewcomer? NewClient = null, int Quantity = 1, string? Coupon = null, int? TrialDays = null, DateTimeOffset? ExpiresAt = null)
{
    private static readonly string[] Languages = ["en", "de", "fr", "es"];

    /// <param name="start">What the link is for.</param>
    /// <param name="named">What that names.</param>
    public Decision<CheckoutSessionEvent> Decide(StartSubscription start, StartSubscription.Named named, string usualZone, SubscriptionId subscription, string proof, DateTimeOffset now)
    {
        if (ClientId is not null && NewClient is not null) return CheckoutNo.Both;
        if (!IsAddress(SuccessUrl) || !IsAddress(CancelUrl)) return CheckoutNo.BadAddress;
        var ends = (ExpiresAt ?? now.AddDays(CheckoutNo.UsualDays)).ToUniversalTime();
        if (ends <= now || ends > now.AddDays(CheckoutNo.MostDays)) return CheckoutNo.BadEnd;
        if (NewClient?.Language is { } language && !Languages.Contains(language)) return CheckoutNo.BadLanguage(language, Languages);
        if (start.Decide(named, usualZone, now).Refusal is { } refused) return refused;
        PersonalText? name = null, email = null;
        if (NewClient?.Name is { } typed)
        {
            if (!PlainText.Name(typed, "A client").TryGet(out var read, out var nameless)) return nameless;
            name = new PersonalText(start.ClientId.Value, read);
        }
        if (NewClient?.Email is { } address)
        {
            if (address.Length > 254 || !address.Contains('@', StringComparison.Ordinal)) return CheckoutNo.BadEmail;
            email = new PersonalText(start.ClientId.Value, PlainText.Line(address));
        }
        return new CheckoutOpened(proof, subscription, start.ClientId, ClientId is null, name, email, NewClient?.Language, NewClient?.Currency, PlanCode, Quantity, TrialDays, Coupon, SuccessUrl, CancelUrl, ends);
    }

    internal static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/checkout-sessions", async (OpenCheckout command, Caller caller, SubscriptionDesk desk, Session session, Organisation here, [FromServices] IInvoicing invoicing, [FromServices] ICoupons coupons, PublicAddress address, CommandEdge edge, CancellationToken stop) =>
            {
                if (command.ClientId is null && !caller.May.Contains(Permission.BillClients)) return Problems.NotPermitted(Permission.BillClients); // whoever comes by the link becomes a client
                if ((await session.Begin().Load<SubscriptionSettings>(SubscriptionSettings.Id, stop, fresh: true)).State.StripeBills) return edge.Refused(SubscriptionNo.StripeBills);
                var (id, secret, subscription, client) = (session.NewId(), LinkSecret.Make(), new SubscriptionId(session.NewId()), command.ClientId ?? new ClientId(session.NewId()));
                var start = new StartSubscription(client, command.PlanCode, command.Quantity, TrialDays: command.TrialDays, Currency: command.NewClient?.Currency, Coupon: command.Coupon);
                var coming = command.ClientId is null ? new BilledClient(client.Value, "", command.NewClient?.Currency ?? here.Currency, true) : null;
                if (await start.Wanted(session, invoicing, coupons, stop, coming) is not { } named) return edge.Refused(SubscriptionNo.UnknownPlan);
                var work = session.Begin();
                work.New<CheckoutSession>(id);
                if (work.Decide<CheckoutSession, CheckoutSessionEvent>(id, _ => command.Decide(start, named, desk.Zone, subscription, secret.Proof, work.At)) is { } refused) return edge.Refused(refused);
                var opened = (await work.Load<CheckoutSession>(id, stop)).State.Opened!;
                work.Send(CheckoutRunsOut.Message, new CheckoutRunsOut(id), opened.ExpiresAt);
                return await edge.Commit(work, Answer.Of(new CheckoutShown(id, address.Of(secret.At(CheckoutPage.Pages)).AbsoluteUri, opened.ClientId, opened.SubscriptionId, opened.ExpiresAt), status: 201), stop);
            })
            .WithMetadata(new KeepsNoAnswer()).Produces<CheckoutShown>(201).Requires(Permission.KeepSubscriptions).WithSummary("Make a link by which somebody subscribes without an account, once; it is shown this once");

        app.MapPost("/api/checkout-sessions/{id:guid}/expire", (Guid id, Commands<CheckoutSession> sessions, CancellationToken stop) => sessions.Decide<CheckoutSessionEvent>(id, session => session.Expire(), now => CheckoutCard.Of(id, now, sessions.Streams.Session.Now), stop))
            .Produces<CheckoutCard>().Requires(Permission.KeepSubscriptions).WithSummary("End a checkout session: its link opens nothing any more");
    }

    /// <summary>Whether people can go on there: the whole address of a page.</summary>
    public static bool IsAddress(string text) => text.Length <= 2000 && Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}

/// <summary>What is known of somebody who becomes a client by subscribing.</summary>
/// <param name="Name">As it stands on invoices; left out: the page asks for it.</param>
/// <param name="Email">Where invoices go; left out: the page asks for it.</param>
/// <param name="Language">en, de, fr or es; left out: the organisation's.</param>
/// <param name="Currency">What they are billed in; left out: the organisation's.</param>
internal sealed record CheckoutNewcomer(string? Name = null, string? Email = null, string? Language = null, Currency? Currency = null)
{
    /// <summary>Nothing of it: a record's text ends up in logs.</summary>
    public override string ToString() => nameof(CheckoutNewcomer);
}

/// <summary>A checkout session as it was opened.</summary>
/// <param name="Url">The whole address; it is told this once, and kept nowhere.</param>
/// <param name="ClientId">Who subscribes; of somebody new, the client that they become.</param>
/// <param name="SubscriptionId">The subscription that it becomes.</param>
/// <param name="ExpiresAt">From this instant on the link opens nothing, UTC.</param>
internal sealed record CheckoutShown(Guid Id, string Url, ClientId ClientId, SubscriptionId SubscriptionId, DateTimeOffset ExpiresAt)
{
    /// <summary>Without the address, which is a secret.</summary>
    public override string ToString() => $"{nameof(CheckoutShown)} {Id}";
}
