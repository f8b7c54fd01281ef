import type { BillingAddress, Client, ClientInput } from "@/api/types";

type TaxTreatment = Client["taxTreatment"];

/** What stands in the form: text, as typed. */
export interface Draft {
  name: string;
  emails: string;
  ccEmails: string;
  phone: string;
  line1: string;
  line2: string;
  postalCode: string;
  city: string;
  state: string;
  country: string | null;
  taxId: string;
  currency: string;
  /** Null: the organisation's. */
  language: string | null;
  terms: string;
  taxTreatment: TaxTreatment;
  exemptionReason: string;
  /** Whether the client is reminded of its invoices. */
  reminders: boolean;
  note: string;
  stripeId: string;
  helpDeskId: string;
  crmId: string;
  accountingId: string;
}
export type Field = keyof Draft;

const texts = ["phone", "taxId", "note", "stripeId", "helpDeskId", "crmId", "accountingId"] as const;
const parts = ["line1", "line2", "city", "state", "postalCode"] as const;

export function draftOf(client: Client | null, currency: string): Draft {
  const { line1, line2, postalCode, city, state, country } = client?.address ?? {};
  return {
    name: client?.name ?? "", emails: (client?.emails ?? []).join("\n"), ccEmails: (client?.ccEmails ?? []).join("\n"), phone: client?.phone ?? "",
    line1: line1 ?? "", line2: line2 ?? "", postalCode: postalCode ?? "", city: city ?? "", state: state ?? "", country: country ?? null,
    taxId: client?.taxId ?? "", currency: client?.currency ?? currency, language: client?.language ?? null, terms: client?.termsDays?.toString() ?? "",
    taxTreatment: client?.taxTreatment ?? "standard", exemptionReason: client?.exemptionReason ?? "", reminders: client?.reminders ?? true, note: client?.note ?? "",
    stripeId: client?.stripeId ?? "", helpDeskId: client?.helpDeskId ?? "", crmId: client?.crmId ?? "", accountingId: client?.accountingId ?? "",
  };
}

/** Mail addresses, set apart by commas, semicolons, spaces or lines. */
export const addressesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

/** Days; null for none, undefined for what is no number of days. */
export const termsIn = (text: string): number | null | undefined => (text.trim() === "" ? null : /^\d{1,3}$/.test(text.trim()) && Number(text) <= 365 ? Number(text) : undefined);

const orNull = (text: string) => text.trim() || null;
const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((one, at) => one === b[at]);

function addressOf(draft: Draft): BillingAddress {
  return { ...Object.fromEntries(parts.map((part) => [part, orNull(draft[part])])), country: draft.country } as BillingAddress;
}

/** What a save sends: only what became different. */
export function changesOf(client: Client, draft: Draft): ClientInput {
  const changes: ClientInput = {};
  if (draft.name.trim() !== client.name) changes.name = draft.name.trim();
  const [to, cc, terms] = [addressesIn(draft.emails), addressesIn(draft.ccEmails), termsIn(draft.terms)];
  if (!same(to, client.emails)) changes.emails = to;
  if (!same(cc, client.ccEmails)) changes.ccEmails = cc;
  for (const field of texts) if (orNull(draft[field]) !== client[field]) changes[field] = orNull(draft[field]);
  const address = addressOf(draft);
  if ([...parts, "country" as const].some((part) => (address[part] ?? null) !== (client.address[part] ?? null))) changes.address = address;
  if (draft.currency !== client.currency) changes.currency = draft.currency;
  if (draft.language !== client.language) changes.language = draft.language;
  if (terms !== undefined && terms !== client.termsDays) changes.termsDays = terms;
  if (draft.taxTreatment !== client.taxTreatment) changes.taxTreatment = draft.taxTreatment;
  const reason = draft.taxTreatment === "exempt" ? orNull(draft.exemptionReason) : null;
  if (reason !== client.exemptionReason) changes.exemptionReason = reason;
  if (draft.reminders !== client.reminders) changes.reminders = draft.reminders;
  return changes;
}

/** A new client: what was filled in. */
export function detailsOf(draft: Draft): ClientInput {
  const [to, cc, terms, address] = [addressesIn(draft.emails), addressesIn(draft.ccEmails), termsIn(draft.terms), addressOf(draft)];
  return {
    name: draft.name.trim(), currency: draft.currency, taxTreatment: draft.taxTreatment,
    ...(to.length > 0 ? { emails: to } : {}), ...(cc.length > 0 ? { ccEmails: cc } : {}),
    ...(Object.values(address).some(Boolean) ? { address } : {}),
    ...Object.fromEntries(texts.flatMap((field) => (orNull(draft[field]) ? [[field, orNull(draft[field])]] : []))),
    ...(draft.language ? { language: draft.language } : {}), ...(typeof terms === "number" ? { termsDays: terms } : {}),
    ...(draft.taxTreatment === "exempt" ? { exemptionReason: orNull(draft.exemptionReason) } : {}), ...(draft.reminders ? {} : { reminders: false }),
  };
}

const outside = ["stripeId", "helpDeskId", "crmId", "accountingId"] as const;

/** The field that a refusal speaks of; null where it speaks of the whole. */
export function faultField(code: string, sent: ClientInput): Field | null {
  const only = (fields: readonly Field[]) => fields.find((field) => field in sent) ?? null;
  switch (code) {
    case "name-missing":
    case "name-too-long":
    case "name-has-hidden-characters":
      return "name";
    case "bad-email":
    case "too-many-emails":
      return only(["emails", "ccEmails"]);
    case "bad-country":
      return "country";
    case "language-not-offered":
      return "language";
    case "terms-out-of-range":
      return "terms";
    case "exemption-reason-missing":
      return "exemptionReason";
    case "note-too-long":
      return "note";
    case "outside-id-taken":
      return only(outside);
    default:
      return null;
  }
}

/** An address on lines, as on a letter. */
export function addressLines(address: BillingAddress, country: (code: string) => string): string[] {
  const town = [address.postalCode, address.city, address.state].filter(Boolean).join(" ");
  return [address.line1, address.line2, town, address.country && country(address.country)].filter((line): line is string => Boolean(line));
}
