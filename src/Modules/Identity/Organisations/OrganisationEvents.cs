using Billing.EventStore;
using Billing.Web;

namespace Billing.Identity;

/// <summary>Something that happened to an organisation, its members and its invitations.</summary>
internal abstract record OrganisationEvent;

/// <summary>An organisation works with the product from now on.</summary>
/// <param name="Slug">Its name in addresses; once over all organisations.</param>
/// <param name="Name">As shown.</param>
/// <param name="Currency">What it bills in unless something says otherwise.</param>
/// <param name="TimeZone">IANA name; its day begins there.</param>
/// <param name="Locale">How it writes numbers and dates.</param>
/// <param name="TrialEndsOn">The last day on which it tries the product for nothing; none where nobody pays.</param>
[Event("identity.organisation_founded")]
internal sealed record OrganisationFounded(string Slug, string Name, Currency Currency, string TimeZone, string Locale, DateOnly? TrialEndsOn) : OrganisationEvent;

/// <summary>It is called differently.</summary>
/// <param name="Name">The new name.</param>
[Event("identity.organisation_renamed")]
internal sealed record OrganisationRenamed(string Name) : OrganisationEvent;

/// <summary>It has another name in addresses; the old one is free.</summary>
/// <param name="Slug">The new one.</param>
[Event("identity.slug_replaced")]
internal sealed record SlugReplaced(string Slug) : OrganisationEvent;

/// <summary>How one reaches it.</summary>
/// <param name="Email">Its mail address, if it has one.</param>
/// <param name="Phone">Its telephone number, if it has one.</param>
[Event("identity.contact_corrected")]
internal sealed record ContactCorrected(string? Email, string? Phone) : OrganisationEvent;

/// <summary>Where it is.</summary>
/// <param name="Line1">Street and number.</param>
/// <param name="Line2">What else the post needs.</param>
/// <param name="City">The place.</param>
/// <param name="State">State, province or county.</param>
/// <param name="Country">Two letters of ISO 3166.</param>
/// <param name="PostalCode">As written there.</param>
[Event("identity.address_corrected")]
internal sealed record AddressCorrected(string? Line1, string? Line2, string? City, string? State, string? Country, string? PostalCode) : OrganisationEvent;

/// <summary>How it counts its days and writes dates and amounts.</summary>
/// <param name="Currency">What it bills in unless something says otherwise.</param>
/// <param name="TimeZone">IANA name; its day begins there.</param>
/// <param name="Locale">How it writes numbers and dates.</param>
[Event("identity.habits_corrected")]
internal sealed record HabitsCorrected(Currency Currency, string TimeZone, string Locale) : OrganisationEvent;

/// <summary>Its sign on documents and pages.</summary>
/// <param name="Hash">SHA-256 of the picture, in hexadecimal.</param>
/// <param name="MediaType">image/png or image/jpeg.</param>
[Event("identity.logo_placed")]
internal sealed record LogoPlaced(string Hash, string MediaType) : OrganisationEvent;

/// <summary>It has no sign any more.</summary>
[Event("identity.logo_removed")]
internal sealed record LogoRemoved : OrganisationEvent;

/// <summary>Who has no second factor may do nothing here until they have.</summary>
[Event("identity.second_factor_required")]
internal sealed record SecondFactorRequired : OrganisationEvent;

/// <summary>A second factor is everybody's own choice again.</summary>
[Event("identity.second_factor_no_longer_required")]
internal sealed record SecondFactorNoLongerRequired : OrganisationEvent;

/// <summary>Somebody belongs to it.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Role">As what.</param>
/// <param name="InvitationId">The invitation they came by; none for who founded it or signed in through its identity provider.</param>
[Event("identity.member_joined"), Announced]
internal sealed record MemberJoined(PersonId PersonId, Role Role, InvitationId? InvitationId) : OrganisationEvent;

/// <summary>A member has another role.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Role">As what from now on.</param>
[Event("identity.role_given"), Announced]
internal sealed record RoleGiven(PersonId PersonId, Role Role) : OrganisationEvent;

/// <summary>A member may not enter for now; they still belong to it.</summary>
/// <param name="PersonId">Who.</param>
[Event("identity.member_deactivated")]
internal sealed record MemberDeactivated(PersonId PersonId) : OrganisationEvent;

/// <summary>A member may enter again.</summary>
/// <param name="PersonId">Who.</param>
[Event("identity.member_reactivated")]
internal sealed record MemberReactivated(PersonId PersonId) : OrganisationEvent;

/// <summary>Somebody belongs to it no longer.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Removed">Whether somebody else removed them; no: they went.</param>
[Event("identity.member_left"), Announced]
internal sealed record MemberLeft(PersonId PersonId, bool Removed) : OrganisationEvent;

/// <summary>It has another owner; who was, is an admin.</summary>
/// <param name="From">Who gave it.</param>
/// <param name="To">Who has it.</param>
[Event("identity.ownership_transferred")]
internal sealed record OwnershipTransferred(PersonId From, PersonId To) : OrganisationEvent;

/// <summary>Somebody was asked to join.</summary>
/// <param name="InvitationId">Names the invitation.</param>
/// <param name="Email">Whom.</param>
/// <param name="Role">As what.</param>
/// <param name="ExpiresAt">Until when they may accept.</param>
[Event("identity.person_invited")]
internal sealed record PersonInvited(InvitationId InvitationId, PersonalText Email, Role Role, DateTimeOffset ExpiresAt) : OrganisationEvent;

/// <summary>An invitation was sent once more and lasts longer.</summary>
/// <param name="InvitationId">Which.</param>
/// <param name="ExpiresAt">Until when they may accept.</param>
[Event("identity.invitation_repeated")]
internal sealed record InvitationRepeated(InvitationId InvitationId, DateTimeOffset ExpiresAt) : OrganisationEvent;

/// <summary>Who was invited joins.</summary>
/// <param name="InvitationId">Which.</param>
/// <param name="PersonId">Who they are.</param>
[Event("identity.invitation_accepted")]
internal sealed record InvitationAccepted(InvitationId InvitationId, PersonId PersonId) : OrganisationEvent;

/// <summary>An invitation is good for nothing any more.</summary>
/// <param name="InvitationId">Which.</param>
[Event("identity.invitation_withdrawn")]
internal sealed record InvitationWithdrawn(InvitationId InvitationId) : OrganisationEvent;

/// <summary>The last days of the trial have begun and its owners were told.</summary>
[Event("identity.trial_end_announced")]
internal sealed record TrialEndAnnounced : OrganisationEvent;

/// <summary>Its owner took all that it recorded out into a file.</summary>
[Event("identity.organisation_taken_out")]
internal sealed record OrganisationTakenOut : OrganisationEvent;

/// <summary>It came in by a file: what its other streams tell, happened elsewhere.</summary>
/// <param name="TakenOutAt">When the file was made.</param>
/// <param name="Events">How many events it held.</param>
[Event("identity.organisation_taken_in")]
internal sealed record OrganisationTakenIn(DateTimeOffset TakenOutAt, long Events) : OrganisationEvent;

/// <summary>It is for trying things out: it has a clock of its own from now on, which stands until it is moved.</summary>
/// <param name="At">What the clock shows first, UTC.</param>
[Event("identity.test_mode_begun")]
internal sealed record TestModeBegun(DateTimeOffset At) : OrganisationEvent;

/// <summary>It is a company that is made up, for people to look at: what is played in it by itself comes of a number, the same from the same.</summary>
/// <param name="Seed">That number.</param>
[Event("identity.sample_founded")]
internal sealed record SampleFounded(int Seed) : OrganisationEvent;

/// <summary>Its clock set out for a later moment; what is due on the way happens in order.</summary>
/// <param name="To">Where it stops, UTC.</param>
[Event("identity.clock_moved")]
internal sealed record ClockMoved(DateTimeOffset To) : OrganisationEvent;

/// <summary>Its owner wants it gone; until the day they may think again.</summary>
/// <param name="DueOn">The day on which it goes.</param>
[Event("identity.deletion_asked")]
internal sealed record DeletionAsked(DateOnly DueOn) : OrganisationEvent;

/// <summary>It stays after all.</summary>
[Event("identity.deletion_withdrawn")]
internal sealed record DeletionWithdrawn : OrganisationEvent;

/// <summary>It is gone: nobody can sign in to it, and its slug is free.</summary>
[Event("identity.organisation_deleted")]
internal sealed record OrganisationDeleted : OrganisationEvent;
