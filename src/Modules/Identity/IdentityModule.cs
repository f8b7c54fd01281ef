using Billing.EventStore;
using Billing.Identity.Contracts;
using Billing.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Billing.Identity;

/// <summary>Organisations, the people who belong to them, and what they sign in with.</summary>
public sealed class IdentityModule : IModule
{
    public string Name => "identity";

    public bool InEverybodysTime => true;

    public void AddToStore(StoreModel store) => store
        .Events(typeof(IdentityModule).Assembly)
        .Project(new PersonRows())
        .Project(new OrganisationRows())
        .Project(new ApiKeyRows())
        .Project(new RemovalRows())
        .Handle<OrganisationDays>()
        .Handle(new SignInsSwept())
        .Handle<SigningKeysRenewed>()
        .Handle<RowsErased>()
        .Handle(new DeletedOrganisations())
        .Handle(new OrganisationGone())
        .Migrate(Name, typeof(IdentityModule).Assembly);

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        var options = IdentityOptions.From(configuration);
        services.AddSingleton(options).AddSingleton<SigningKeys>().AddSingleton<AccessTokens>().AddSingleton<Standings>();
        services.TryAddSingleton(HashingCost.OfToday);
        services.AddSingleton<ApiKeyRing>().AddSingleton<RateLimits>().AddSingleton<Hashing>().AddSingleton<Throttle>().AddSingleton<SecondFactors>().AddSingleton<StepUp>();
        services.AddSingleton<People>().AddSingleton<Memberships>().AddSingleton<Removals>().AddSingleton<Links>().AddSingleton<Door>().AddSingleton<Registration>().AddSingleton<SignInDesk>().AddSingleton<RefreshTokens>().AddSingleton<Oblivion>().AddSingleton<PackTenant>().AddSingleton<TakeInTenant>().AddSingleton<ImportTenant>().AddSingleton<IParcels, Parcels>().AddSingleton<FoundSample>().AddSingleton<ISamples>(provider => provider.GetRequiredService<FoundSample>());
        services.AddSingleton<ISigningKeys>(provider => provider.GetRequiredService<SigningKeys>());
        services.AddSingleton<IOrganisations>(provider => provider.GetRequiredService<Memberships>());
        services.AddSingleton<IRemovals>(provider => provider.GetRequiredService<Removals>());
        services.AddSingleton<ILetterheads, Letterheads>();
        services.AddSingleton<IColleagues, Colleagues>();
        services.TryAddSingleton<IEntitlements, Entitled>();
        services.AddSingleton<ApiCalls>().AddHostedService(provider => provider.GetRequiredService<ApiCalls>()).AddSingleton<IEntitledUse>(provider => provider.GetRequiredService<ApiCalls>());
        services.AddSingleton<Storage>().AddSingleton<IEntitledUse, PeopleInUse>().AddSingleton<IEntitledUse, LogosStored>();
        services.AddSingleton<MailReaders>().AddSingleton<IMailComposer, VerificationMail>().AddSingleton<IMailComposer, ResetMail>().AddSingleton<IMailComposer, InvitationMail>().AddSingleton<IMailComposer, TrialMail>().AddSingleton<IMailComposer, DeletionMail>();
        services.AddSingleton<ListPeople>().AddSingleton<Acceptance>().AddScoped<MemberEdge>().AddSingleton(new TakenRow("identity_organisations_by_slug", new Refusal("slug-taken", Answers.SlugTaken.Detail)));
        services.AddSingleton<Arrangements>().AddSingleton<OpenIdProvider>().AddSingleton<ProviderDesk>().AddSingleton(new TakenRow("identity_sso_domains_once", ArrangeSingleSignOn.DomainTaken));
        services.AddScoped(provider => Me.Of(provider.GetRequiredService<Caller>()));
        services.AddSingleton<ICallers, Callers>();
    }

    public void MapEndpoints(IEndpointRouteBuilder app)
    {
        Setup.Map(app);
        Register.Map(app);
        Login.Map(app);
        Refresh.Map(app);
        SignOut.Map(app);
        SessionLine.Map(app);
        SwitchOrganisation.Map(app);
        MePage.Map(app);
        VerifyEmail.Map(app);
        ChangePassword.Map(app);
        ForgotPassword.Map(app);
        ResetPassword.Map(app);
        Enrolment.Map(app);
        AcceptInvitation.Map(app);
        TenantPage.Map(app);
        OwnPlan.Map(app);
        AmendTenant.Map(app);
        Logo.Map(app);
        DeleteTenant.Map(app);
        ExportTenant.Map(app);
        ImportTenant.Map(app);
        FoundSample.Map(app);
        ListPeople.Map(app);
        InvitePerson.Map(app);
        AmendMember.Map(app);
        AmendMe.Map(app);
        Avatar.Map(app);
        ForgetMe.Map(app);
        ForgetPerson.Map(app);
        ApiKeyLine.Map(app);
        IssueApiKey.Map(app);
        EnterByProvider.Map(app);
        ArrangeSingleSignOn.Map(app);
        ClockPage.Map(app);
    }
}
