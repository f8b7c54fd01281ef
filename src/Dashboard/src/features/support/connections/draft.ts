import { isProblem } from "@/api/problem";
import type { SupportConnection, SupportConnectionInput, SupportConnectionTerms, Urgency } from "@/api/types";

/** Something outside and what it means here; half of it may be missing while it is typed. */
export interface Meaning {
  outside: string;
  means: string | null;
}

/** A connection as it is typed. */
export interface Draft {
  kind: SupportConnection["kind"];
  name: string;
  address: string;
  user: string;
  credential: string;
  timeZone: string | null;
  mailbox: string;
  /** Empty: none are read. */
  projects: string;
  sites: string;
  client: string | null;
  clients: Meaning[];
  categories: Meaning[];
  urgencies: Meaning[];
  every: string;
}
export type DraftField = "name" | "address" | "user" | "credential" | "timeZone" | "mailbox" | "projects" | "sites" | "client" | "clients" | "categories" | "urgencies" | "every";

export const emptyDraft: Draft = {
  kind: "fluent", name: "", address: "", user: "", credential: "", timeZone: null, mailbox: "", projects: "projects", sites: "websiteProperties", client: null, clients: [], categories: [], urgencies: [], every: "15",
};

/** A credential that is kept is never shown: left empty, it stays. */
export const draftOf = (connection: SupportConnection): Draft => ({
  kind: connection.kind,
  name: connection.name,
  address: connection.address,
  user: connection.user ?? "",
  credential: "",
  timeZone: connection.timeZone,
  mailbox: connection.mailbox === null ? "" : String(connection.mailbox),
  projects: connection.projects ?? "",
  sites: connection.sites ?? "",
  client: connection.clientId,
  clients: connection.clients.map(({ outside, clientId }) => ({ outside, means: clientId })),
  categories: connection.categories.map(({ outside, category }) => ({ outside, means: category })),
  urgencies: connection.urgencies.map(({ outside, urgency }) => ({ outside, means: urgency })),
  every: String(connection.everyMinutes),
});

export const isWhole = (text: string) => /^\d{1,9}$/.test(text.trim());
/** Whether a number that may be left out is none. */
export const isBadNumber = (text: string) => text.trim() !== "" && !isWhole(text);

/** Whether an entry says only one half. */
export const isHalf = ({ outside, means }: Meaning) => (outside.trim() === "") !== (means === null);

/** Entries as the server takes them; null where one says only one half. */
function meaningsOf<T>(entries: readonly Meaning[], make: (outside: string, means: string) => T): T[] | null {
  if (entries.some(isHalf)) return null;
  return entries.flatMap(({ outside, means }) => (means === null ? [] : [make(outside.trim(), means)]));
}

/** What is sent; null while something is missing or cannot be read. */
export function termsOf(draft: Draft): Omit<SupportConnectionTerms, "active"> | null {
  const clients = meaningsOf(draft.clients, (outside, clientId) => ({ outside, clientId }));
  const categories = meaningsOf(draft.categories, (outside, category) => ({ outside, category }));
  const urgencies = meaningsOf(draft.urgencies, (outside, urgency) => ({ outside, urgency: urgency as Urgency }));
  if (!clients || !categories || !urgencies || isBadNumber(draft.mailbox) || isBadNumber(draft.every)) return null;
  if (draft.name.trim() === "" || draft.address.trim() === "") return null;
  const fluent = draft.kind === "fluent";
  return {
    name: draft.name.trim(),
    address: draft.address.trim(),
    ...(draft.credential.trim() ? { credential: draft.credential.trim() } : {}),
    ...(draft.timeZone ? { timeZone: draft.timeZone } : {}),
    ...(fluent ? { user: draft.user.trim(), ...(draft.mailbox.trim() ? { mailbox: Number(draft.mailbox) } : {}) } : { projects: draft.projects.trim(), sites: draft.sites.trim() }),
    ...(draft.client ? { clientId: draft.client } : {}),
    clients,
    ...(fluent ? { categories, urgencies } : { categories: [], urgencies: [] }),
    ...(draft.every.trim() ? { everyMinutes: Number(draft.every) } : {}),
  };
}

/** The same for a connection that is new; it needs a credential. */
export function inputOf(draft: Draft): SupportConnectionInput | null {
  const terms = termsOf(draft);
  return terms?.credential ? { ...terms, kind: draft.kind } : null;
}

/** A connection as it is, to be paused or read again. */
export const asItIs = (connection: SupportConnection): Omit<SupportConnectionTerms, "active"> => termsOf(draftOf(connection))!;

const fields: Readonly<Record<string, DraftField>> = {
  "connection-name-taken": "name", "name-missing": "name", "name-too-long": "name", "name-has-hidden-characters": "name",
  "source-address-missing": "address", "source-address-wrong": "address", "source-down": "address", "source-web-page": "address", "source-feature-not-available": "address", "source-rate-limited": "address",
  "source-incomplete-read": "address", "source-query-refused": "address",
  "source-user-missing": "user", "source-not-an-agent": "user",
  "source-credential-missing": "credential", "source-credential-wrong": "credential", "source-credential-rejected": "credential", "source-permission-missing": "credential",
  "bad-time-zone": "timeZone",
  "source-mailbox-wrong": "mailbox",
  "source-nothing-to-read": "projects",
  "source-pace-wrong": "every",
  "unknown-client": "clients", "too-many-meanings": "clients", "meaning-incomplete": "clients",
  "unknown-category": "categories",
};

/** The field that a refusal speaks of; undefined where it speaks of all of it. */
export function fieldOf(error: unknown, draft: Draft): DraftField | undefined {
  if (!isProblem(error)) return undefined;
  if (error.code === "source-object-wrong") return error.body.given === draft.sites.trim() && draft.projects.trim() !== draft.sites.trim() ? "sites" : "projects";
  if (error.code === "unknown-client" && draft.clients.length === 0) return "client";
  return fields[error.code];
}
