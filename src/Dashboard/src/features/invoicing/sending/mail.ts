import type { DocumentLetter, SendInput } from "@/api/types";
import { startOfDay, type Day } from "@/lib/dates";

/** What a mail brings. */
export interface MailedDocument {
  kind: "invoice" | "quote";
  id: string;
  number: string | null;
}

/** What stands in the form of a mail, as typed. */
export interface MailDraft {
  to: string;
  cc: string;
  subject: string;
  message: string;
  when: "now" | "later";
  on: Day | null;
  time: string;
}

export const mailOf = (letter: DocumentLetter, today: Day): MailDraft => ({ to: letter.to.join(", "), cc: letter.cc.join(", "), subject: letter.subject, message: letter.message, when: "now", on: today, time: "" });

const addresses = (text: string) => text.split(/[\s,;]+/).filter((address) => address !== "");

/** An instant by the clock on the wall of a time zone; an hour that clocks leave out is taken as the one after it. */
export function instantOf(on: Day, time: string, timeZone: string): string {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const clock = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", hour: "numeric", minute: "numeric" });
  const wanted = hours * 60 + minutes;
  const begin = Date.parse(startOfDay(on, timeZone));
  const shown = (at: number) => {
    const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return part.hour! * 60 + part.minute!;
  };
  const at = begin + wanted * 60_000;
  const off = shown(at) - wanted;
  return new Date(at - (Math.abs(off) > 720 ? 0 : off) * 60_000).toISOString();
}

/** What the server is sent, or the fields that cannot be read. */
export function readMail(draft: MailDraft, timeZone: string): { body: SendInput; at: string | null } | { faults: ("to" | "time")[] } {
  const to = addresses(draft.to);
  const later = draft.when === "later";
  const timed = draft.on !== null && /^\d{2}:\d{2}$/.test(draft.time);
  const faults = [...(to.length === 0 ? ["to" as const] : []), ...(later && !timed ? ["time" as const] : [])];
  if (faults.length > 0) return { faults };
  return { body: { to, cc: addresses(draft.cc), subject: draft.subject.trim(), message: draft.message.trim() }, at: later ? instantOf(draft.on!, draft.time, timeZone) : null };
}
