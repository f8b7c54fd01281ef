import type { RunCounts, RunEntry, RunNote, RunState } from "@/api/types";
import type { Tone } from "@/ui";
import { messages } from "./messages";

type Texts = (typeof messages)["en"];
type Because = Extract<keyof Texts, `because_${string}`>;
type Say = (key: Because) => string;

export const runTones: Record<RunState, Tone> = { drafting: "accent", toApprove: "open", issuing: "accent", discarding: "accent", parked: "warn", done: "good", discarded: "quiet" };

/** What is to be said about a client, in the language in use where it has words for it, else the server's own. */
export function noteText(t: Say, note: RunNote): string {
  const key = `because_${note.code}`;
  return key in messages.en ? t(key as Because) : note.detail;
}

/** A draft that can still be approved, looked at or taken out. */
export const isDraft = (entry: RunEntry) => entry.step === "drafted" && entry.standing === "draft";

export const isParked = (entry: RunEntry) => entry.step === "undrafted" || entry.step === "unissued";

/** How many clients a run has dealt with in what it is doing now, and of how many. */
export function progressOf(state: RunState, counts: RunCounts): { done: number; all: number } | null {
  const settled = counts.issued + counts.passedOver;
  if (state === "drafting") {
    const done = counts.drafted + settled + counts.parked;
    return { done, all: done + counts.due };
  }
  if (state === "issuing") return { done: settled + counts.parked, all: settled + counts.parked + counts.approved };
  if (state === "discarding") return { done: counts.dropped, all: counts.dropped + counts.unwanted };
  return null;
}
