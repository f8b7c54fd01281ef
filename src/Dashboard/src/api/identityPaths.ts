/** The part of the wire that openapi.json does not tell yet; the same shapes that `npm run types` will write. */
type Answers<T> = { responses: { 200: { headers: { [name: string]: unknown }; content: { "application/json": T } } } };
type Takes<B> = [B] extends [never] ? { requestBody?: never } : { requestBody: { content: { "application/json": B } } };
type At<P, Q> = { parameters: { query?: Q; header?: never; cookie?: never } & ([P] extends [never] ? { path?: never } : { path: P }) };
/** What an operation answers, takes as body, as path and as query. */
type Op<T, B = never, P = never, Q = never> = Answers<T> & Takes<B> & At<P, Q>;
type Id = { id: string };
type Items<T> = { items: T[] };

export type Role = "viewer" | "member" | "manager" | "admin" | "owner";
export interface OrganisationName { id: string; slug: string; name: string }
export interface Tokens { accessToken: string; refreshToken: string | null; tokenType: string; expiresIn: number; organisation: OrganisationName }
export interface Setup { state: "first" | "open" | "invite" | "closed"; defaults: { organisation: string; timeZone: string; locale: string; currency: string }; required?: boolean; returning?: boolean }
export interface Registration { organisation: string; slug: string; email: string; password: string; firstName: string; lastName: string; currency?: string; timeZone?: string; locale?: string }
export interface Membership extends OrganisationName { role: Role }
export interface PersonPage { id: string; email: string; firstName: string; lastName: string; phone: string | null; emailVerified: boolean }
export interface Me { person: PersonPage; organisations: Membership[]; organisation: OrganisationName; role: Role; permissions: string[]; secondFactor: boolean; mustEnrolSecondFactor: boolean }
export interface SignInLine { id: string; device: string; address: string; organisation: string; startedAt: string; usedAt: string; expiresAt: string; current: boolean }
export interface InvitationPage { organisation: string; email: string; role: Role; knownPerson: boolean }
export interface Contact { email: string | null; phone: string | null; line1: string | null; line2: string | null; city: string | null; state: string | null; country: string | null; postalCode: string | null }
export interface TenantPage {
  id: string; slug: string; name: string; contact: Contact;
  currency: string; timeZone: string; locale: string; logo: string | null; trialEndsOn: string | null; secondFactorRequired: boolean; deleteOn: string | null; version: number;
}
export interface MemberCard { id: string; email: string; firstName: string; lastName: string; role: Role; active: boolean; secondFactor: boolean; since: string; lastSignIn: string | null }
export interface InvitationCard { id: string; email: string; role: Role; expiresAt: string; sentAt: string; by: string }
export interface KeyCard { id: string; name: string; prefix: string; scopes: string[]; expiresAt: string | null; issuedAt: string; issuedBy: string; lastUsedAt: string | null; revoked: boolean }
export interface NewKey { key: string; card: KeyCard }
export interface PermissionCard { name: string; meaning: string; roles: Role[] }
export interface SsoPage { issuer: string; clientId: string; domains: string[]; roles: { claim: string; value: string; role: Role }[]; passwordsOff: boolean }
export interface AuditLine { seq: number; at: string; actor: { kind: string; id: string; name: string }; action: string; entity: string; entityId: string; outcome: "done" | "refused"; address: string | null; means: string; facts: Record<string, string> }

export interface AuditFilter { actor?: string; action?: string; entity?: string; entityId?: string; outcome?: "done" | "refused"; from?: string; to?: string; limit?: number; cursor?: string }
export interface AuditVerdict { intact: boolean; entries: number; brokenAt: number | null; reason: string | null; head: string; checkedAt: string }

export interface IdentityPaths {
  "/api/auth/setup": { get: Op<Setup> };
  "/api/auth/register": { post: Op<Tokens, Registration> };
  "/api/auth/login": { post: Op<Tokens, { email: string; password: string; organisation?: string; code?: string }> };
  "/api/auth/logout": { post: Op<undefined, Record<string, never>> };
  "/api/auth/logout-all": { post: Op<undefined> };
  "/api/auth/password/forgot": { post: Op<undefined, { email: string }> };
  "/api/auth/password/reset": { post: Op<undefined, { token: string; password: string }> };
  "/api/auth/password/change": { post: Op<undefined, { oldPassword: string; newPassword: string }> };
  "/api/auth/email/verify": { post: Op<undefined, { token: string }> };
  "/api/auth/email/verification": { post: Op<undefined> };
  "/api/auth/invitations/{token}": { get: Op<InvitationPage, never, { token: string }> };
  "/api/auth/invitations/accept": { post: Op<Tokens, { token: string; password?: string; firstName?: string; lastName?: string }> };
  "/api/auth/sso/start": { post: Op<{ url: string | null }, { email: string }> };
  "/api/auth/switch": { post: Op<Tokens, { organisation: string }> };
  "/api/auth/me": { get: Op<Me> };
  "/api/auth/sessions": { get: Op<Items<SignInLine>> };
  "/api/auth/sessions/{id}": { delete: Op<undefined, never, Id> };
  "/api/auth/totp/begin": { post: Op<{ secret: string; uri: string; qr: string }> };
  "/api/auth/totp/confirm": { post: Op<{ recoveryCodes: string[] }, { code: string }> };
  "/api/auth/totp/remove": { post: Op<undefined, { password?: string; code?: string }> };
  "/api/auth/totp/recovery-codes": { post: Op<{ recoveryCodes: string[] }, { password?: string; code?: string }> };
  "/api/users/me": { get: Op<PersonPage>; patch: Op<PersonPage, { firstName?: string; lastName?: string; phone?: string; email?: string; password?: string }> };
  "/api/tenants/me": { get: Op<TenantPage>; patch: Op<TenantPage, Partial<Omit<TenantPage, "id" | "logo" | "trialEndsOn" | "deleteOn" | "version">>>; delete: Op<TenantPage, { slug: string }> };
  "/api/tenants/me/logo": { delete: Op<TenantPage> };
  "/api/tenants/me/restore": { post: Op<TenantPage> };
  "/api/tenants/me/transfer": { post: Op<undefined, { personId: string }> };
  "/api/tenants/me/sso": { get: Op<SsoPage>; put: Op<SsoPage, SsoPage & { clientSecret?: string }>; delete: Op<undefined> };
  "/api/users": { get: Op<Items<MemberCard>> };
  "/api/users/invitations": { get: Op<Items<InvitationCard>>; post: Op<InvitationCard, { email: string; role: Role }> };
  "/api/users/invitations/{id}": { delete: Op<undefined, never, Id> };
  "/api/users/invitations/{id}/resend": { post: Op<InvitationCard, never, Id> };
  "/api/users/{id}": { patch: Op<MemberCard, { role?: Role; active?: boolean }, Id>; delete: Op<undefined, never, Id> };
  "/api/users/me/leave": { post: Op<undefined> };
  "/api/api-keys": { get: Op<Items<KeyCard>>; post: Op<NewKey, { name: string; scopes: string[]; expiresAt?: string | null }> };
  "/api/api-keys/{id}": { delete: Op<undefined, never, Id> };
  "/api/permissions": { get: Op<Items<PermissionCard>> };
  "/api/audit": { get: Op<{ items: AuditLine[]; nextCursor: string | null; count?: number | null }, never, never, AuditFilter> };
  "/api/audit/verify": { post: Op<AuditVerdict> };
}
