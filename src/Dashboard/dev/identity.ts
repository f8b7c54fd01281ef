/**
 * Identity of the fake: BILLING_FAKE_AUTH=first (nothing is set up), out (there is an owner: robin@larkspur.example.test, "correct horse"),
 * in (they are signed in already); without it nobody is asked. A second factor takes any six digits but 000000.
 */
import { randomUUID } from "node:crypto";
import type { SingleSignOn } from "../src/api/types.ts";
import type { ApiKey, AuditLine, Invitation, Me, Member, Role, SignInLine, Tenant } from "../src/api/types.ts";
import { Refused, type Ask } from "./handlers.ts";

const mode = process.env.BILLING_FAKE_AUTH;
export const asksWho = mode !== undefined;
let founded = mode !== "first";
const signedIn = new Set<string>(mode === "in" ? ["any"] : []);
const now = () => new Date().toISOString();
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

const ranks: Role[] = ["viewer", "member", "manager", "admin", "owner"];
const table: [string, Role, string][] = [
  ["facilities.see", "viewer", "See facilities, billing records and their history, and export them."],
  ["facilities.bill", "member", "Enter, change and withdraw billing records."],
  ["facilities.arrange", "manager", "Arrange groups, facilities, schedules, statuses and settings; import and undo imports."],
  ["organisation.see", "viewer", "See the organisation's name, address and settings."],
  ["organisation.arrange", "admin", "Change the organisation's name, address, currency, time zone, logo and its rules of signing in."],
  ["organisation.own", "owner", "Delete the organisation, take that back, and hand it to another owner; take it out into a file, take one in; let a person be forgotten."],
  ["people.see", "member", "See who belongs to the organisation, and in which role."],
  ["people.arrange", "admin", "Invite people, give roles up to one's own, deactivate and remove people."],
  ["keys.arrange", "admin", "See, make and revoke API keys."],
  ["audit.see", "admin", "Read and export the audit log."],
  ["operations.see", "admin", "See how the product itself does: projections, dead letters."],
  ["operations.mend", "admin", "Try again what could not be handled."],
];
const myRole = (process.env.BILLING_FAKE_ROLE as Role | undefined) ?? "owner";
const permissions = table.filter(([, least]) => ranks.indexOf(least) <= ranks.indexOf(myRole)).map(([name]) => name);
const names = { id: "main", slug: "larkspur", name: "Larkspur Billing" };
const me: Me = {
  person: { id: randomUUID(), email: "robin@larkspur.example.test", firstName: "Robin", lastName: "Vale", phone: null, emailVerified: false, avatar: null },
  organisations: [{ ...names, role: myRole }, { id: "b7", slug: "harbor", name: "Harbor Living", role: "viewer" }],
  organisation: names, role: myRole, permissions, secondFactor: false, mustEnrolSecondFactor: process.env.BILLING_FAKE_MUST === "true",
};
const tenant: Tenant = {
  ...names, contact: { email: "office@larkspur.example.test", phone: "+1 205 555 0132", line1: "12 Lark Street", line2: null, city: "Birmingham", state: "AL", country: "US", postalCode: "35203" },
  currency: "USD", timeZone: "America/Chicago", locale: "en-US", logo: null, trialEndsOn: null, secondFactorRequired: false, deleteOn: null, version: 3,
};
const person = (firstName: string, lastName: string, role: Role, more: Partial<Member> = {}): Member => ({ id: randomUUID(), email: `${firstName}@larkspur.example.test`.toLowerCase(), firstName, lastName, role, active: true, secondFactor: false, emailVerified: true, since: ago(2_000), lastSignIn: ago(20), avatar: null, ...more });
const members: Member[] = [{ ...person("Robin", "Vale", "owner"), id: me.person.id }, person("Ann", "Brook", "admin", { secondFactor: true }), person("Luis", "Ortega", "manager"), person("Mia", "Stone", "member"), person("Theo", "Field", "viewer", { active: false, lastSignIn: null })];
let invitations: Invitation[] = [{ id: randomUUID(), email: "sam@larkspur.example.test", role: "member", expiresAt: ago(-100), sentAt: ago(60), state: "waiting" }];
let keys: ApiKey[] = [{ id: randomUUID(), name: "Month-end script", prefix: "bk_live_7Qm2", scopes: ["facilities.see"], expiresAt: ago(-2_000), issuedAt: ago(900), issuedBy: "Robin Vale", lastUsed: ago(3), revokedAt: null }];
let sessions: SignInLine[] = [
  { id: randomUUID(), device: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/142.0 Safari/537.36", address: "203.0.113.7", organisation: "main", startedAt: ago(30), usedAt: ago(0), expiresAt: ago(-160), current: true },
  { id: randomUUID(), device: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile Safari/604.1", address: "198.51.100.24", organisation: "main", startedAt: ago(90), usedAt: ago(5), expiresAt: ago(-120), current: false },
];
let sso: SingleSignOn | null = null;
const told: AuditLine[] = Array.from({ length: 130 }, (_, at): AuditLine => {
  const [action, entity] = ([["identity.signed_in", "identity.sign_in"], ["facilities.facility_billed", "facilities.billing_record"], ["identity.permission_refused", "identity.turned_away"], ["identity.role_given", "identity.organisation"], ["facilities.import_taken", "facilities.import"]] as const)[at % 5]!;
  const who = members[at % 4]!;
  return { number: 900 - at, at: ago(at * 2.3), actor: { kind: "person", id: who.id, name: `${who.firstName} ${who.lastName}` }, action, entity, entityId: randomUUID(), outcome: action.endsWith("refused") ? "refused" : "done", address: "203.0.113.7", means: at % 7 === 0 ? "key" : "session", requestId: null };
});
const tokens = () => ({ accessToken: "fake", refreshToken: null, tokenType: "Bearer", expiresIn: 1800, organisation: names });
const recoveryCodes = () => ({ codes: Array.from({ length: 10 }, () => randomUUID().slice(0, 11)) });
const enter = () => (signedIn.add("any"), tokens());
const none = () => undefined;
const find = <T extends { id: string }>(all: T[], id: string): T => {
  const one = all.find((each) => each.id === id);
  if (!one) throw new Refused(404, "not-found", "There is nothing at this address.");
  return one;
};

/** Whether a request may pass; the paths of the door are open to anybody. */
export const mayPass = (path: string, authorization: string | undefined): boolean =>
  !asksWho || !path.startsWith("/api/") || /^\/api\/auth\/(setup|register|login|refresh|logout$|password\/(forgot|reset)|email\/verify$|invitations|sso)/.test(path) || (authorization === "Bearer fake" && signedIn.size > 0);

export const identityHandlers: Record<string, (ask: Ask) => unknown> = {
  "GET /api/auth/setup": () => {
    if (!asksWho) throw new Refused(404, "not-found", "This fake asks nobody who they are.");
    return { state: founded ? "open" : "first", defaults: { organisation: "My organisation", timeZone: "UTC", locale: "en-US", currency: "USD" }, returning: signedIn.size > 0 };
  },
  "POST /api/auth/register": ({ body }) => {
    const { slug, organisation } = body as { slug: string; organisation: string };
    if (slug === "taken") throw new Refused(409, "slug-taken", "Another organisation has this name in addresses. Choose another one.");
    founded = true;
    Object.assign(names, { slug, name: organisation });
    return enter();
  },
  "POST /api/auth/login": ({ body }) => {
    const { password, code } = body as { password: string; code?: string };
    if (password === "two steps" && !code) throw new Refused(401, "second-factor-needed", "Send the code of your device, or a recovery code, too.");
    if (code === "000000") throw new Refused(401, "second-factor-wrong", "The code is wrong, or was used already. Wait for the next one.");
    if (!["correct horse", "two steps"].includes(password)) throw new Refused(401, "wrong-credentials", "Address or password is wrong.");
    return enter();
  },
  "POST /api/auth/refresh": () => {
    if (signedIn.size === 0) throw new Refused(401, "sign-in-first", "Sign in again.");
    return tokens();
  },
  "POST /api/auth/logout": () => void signedIn.clear(),
  "POST /api/auth/logout-all": () => void signedIn.clear(),
  "POST /api/auth/switch": () => tokens(),
  "POST /api/auth/password/forgot": none,
  "POST /api/auth/password/reset": ({ body }) => {
    if ((body as { token: string }).token === "old") throw new Refused(410, "link-invalid", "This link was used, has run out, or never was one. Ask for a new one.");
  },
  "POST /api/auth/password/change": ({ body }) => {
    if ((body as { oldPassword: string }).oldPassword !== "correct horse") throw new Refused(422, "wrong-password", "The old password is another one.");
  },
  "POST /api/auth/email/verify": none,
  "POST /api/auth/email/verification": none,
  "GET /api/auth/invitations/new": () => ({ organisation: names.name, email: "sam@larkspur.example.test", role: "member", knownPerson: false }),
  "GET /api/auth/invitations/known": () => ({ organisation: names.name, email: "ann@larkspur.example.test", role: "admin", knownPerson: true }),
  "POST /api/auth/invitations/accept": enter,
  "POST /api/auth/sso/start": ({ body }) => ({ url: (body as { email: string }).email.endsWith("@sso.example.test") ? "/api/auth/sso/larkspur" : null }),
  "GET /api/auth/me": () => me,
  "GET /api/auth/sessions": () => ({ items: sessions }),
  "DELETE /api/auth/sessions/{id}": ({ id }) => void (sessions = sessions.filter((one) => one.id !== id)),
  "POST /api/auth/totp/begin": () => ({ secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", uri: "otpauth://totp/Billing", qr: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 25 25" shape-rendering="crispEdges">${Array.from({ length: 625 }, (_, at) => ((at * 7919) % 13 < 6 ? `<rect x="${at % 25}" y="${Math.floor(at / 25)}" width="1" height="1"/>` : "")).join("")}</svg>` }),
  "POST /api/auth/totp/confirm": ({ body }) => {
    if ((body as { code: string }).code === "000000") throw new Refused(422, "second-factor-wrong", "The code is wrong, or was used already. Wait for the next one.");
    me.secondFactor = true;
    me.mustEnrolSecondFactor = false;
    return recoveryCodes();
  },
  "POST /api/auth/totp/remove": () => void (me.secondFactor = false),
  "POST /api/auth/totp/recovery-codes": recoveryCodes,
  "GET /api/users/me": () => me.person,
  "PATCH /api/users/me": ({ body }) => Object.assign(me.person, body),
  "GET /api/tenants/me": () => tenant,
  "PATCH /api/tenants/me": ({ body }) => Object.assign(tenant, body, { version: tenant.version + 1 }),
  "PUT /api/tenants/me/logo": (ask) => Object.assign(tenant, { logo: `data:image/png;base64,${ask.raw.toString("base64")}` }),
  "DELETE /api/tenants/me/logo": () => Object.assign(tenant, { logo: null }),
  "DELETE /api/tenants/me": ({ body }) => {
    if ((body as { slug: string }).slug !== tenant.slug) throw new Refused(422, "other-slug", "This is not the name of your organisation.");
    return Object.assign(tenant, { deleteOn: ago(-720).slice(0, 10) });
  },
  "POST /api/tenants/me/export": () => new Blob(["parcel"], { type: "application/x-tar" }),
  "POST /api/tenants/import": ({ query }) => {
    const slug = query.get("slug") ?? "";
    if (me.organisations.some((one) => one.slug === slug)) throw new Refused(409, "slug-taken", "Another organisation has this name in addresses. Choose another.");
    return { id: randomUUID(), slug, name: tenant.name, events: 4_812, lines: 377, readModels: 48, rows: 2_045, people: members.slice(1).map(({ id, email, firstName, lastName, role }) => ({ id, email, firstName, lastName, role })) };
  },
  "POST /api/users/me/forget": ({ body }) => {
    if ((body as { password: string }).password !== "correct horse") throw new Refused(422, "wrong-password", "Send your password: nothing brings you back.");
    throw new Refused(422, "last-owner", "An organisation has an owner. Make somebody else an owner first.");
  },
  "POST /api/users/{id}/forget": ({ id, body }) => {
    const one = find(members, id);
    if ((body as { email: string }).email.toLowerCase() !== one.email) throw new Refused(422, "other-address", "Write out the mail address of whom you mean, so that it is no mistake.");
    members.splice(members.indexOf(one), 1);
  },
  "POST /api/tenants/me/restore": () => Object.assign(tenant, { deleteOn: null }),
  "POST /api/tenants/me/transfer": none,
  "GET /api/tenants/me/sso": () => {
    if (!sso) throw new Refused(404, "not-found", "There is nothing at this address.");
    return sso;
  },
  "PUT /api/tenants/me/sso": ({ body }) => (sso = body as SingleSignOn),
  "DELETE /api/tenants/me/sso": () => void (sso = null),
  "GET /api/users": () => ({ items: members }),
  "PATCH /api/users/{id}": ({ id, body }) => Object.assign(find(members, id), body),
  "DELETE /api/users/{id}": ({ id }) => void members.splice(members.indexOf(find(members, id)), 1),
  "POST /api/users/me/leave": () => {
    throw new Refused(422, "last-owner", "There must be an owner. Hand the organisation over first.");
  },
  "GET /api/users/invitations": () => ({ items: invitations }),
  "POST /api/users/invitations": ({ body }) => {
    const { email, role } = body as { email: string; role: Role };
    if (members.some((one) => one.email === email)) throw new Refused(422, "already-member", "They belong to the organisation already.");
    invitations = [...invitations, { id: randomUUID(), email, role, expiresAt: ago(-168), sentAt: now(), state: "waiting" }];
    return invitations.at(-1);
  },
  "DELETE /api/users/invitations/{id}": ({ id }) => void (invitations = invitations.filter((one) => one.id !== id)),
  "POST /api/users/invitations/{id}/resend": ({ id }) => Object.assign(find(invitations, id), { sentAt: now() }),
  "GET /api/api-keys": () => ({ items: keys }),
  "POST /api/api-keys": ({ body }) => {
    const { name, scopes, expiresAt } = body as { name: string; scopes: string[]; expiresAt?: string };
    const card: ApiKey = { id: randomUUID(), name, prefix: "bk_live_x9Lt", scopes, expiresAt: expiresAt ?? null, issuedAt: now(), issuedBy: "Robin Vale", lastUsed: null, revokedAt: null };
    keys = [card, ...keys];
    return { ...card, key: `bk_live_x9Lt${"k".repeat(45)}` };
  },
  "DELETE /api/api-keys/{id}": ({ id }) => void (keys = keys.filter((one) => one.id !== id)),
  "GET /api/permissions": () => ({ items: table.map(([name, least, meaning]) => ({ name, meaning, least, forKeys: !["people.arrange", "keys.arrange", "organisation.own"].includes(name) })) }),
  "GET /api/audit": ({ query }) => {
    const all = told.filter((one) => (!query.get("outcome") || one.outcome === query.get("outcome")) && (!query.get("action") || one.action.startsWith(query.get("action")!)));
    const at = Number(query.get("cursor") ?? 0);
    return { items: all.slice(at, at + 100), nextCursor: at + 100 < all.length ? String(at + 100) : null };
  },
  "GET /api/audit/export": () => new Blob(["At,Who,Action\n"], { type: "text/csv" }),
  "GET /api/audit/anchor": () => new Blob([JSON.stringify({ head: "3f9a" })], { type: "application/json" }),
  "POST /api/audit/verify": () => ({ entries: 900, findings: [] }),
};
