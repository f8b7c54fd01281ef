import type { MessageWords } from "@/api/types";
import { isProblem } from "@/api/problem";

/** The lists that are words alone. */
export const lists = ["senders", "reactions", "courtesies", "asides", "shortRequests", "workWords", "actionWords", "urgent", "unhurried"] as const;
export type List = (typeof lists)[number];

type Kind = MessageWords["otherwise"];

/** A kind of request as it is typed. */
export interface KindDraft {
  type: string;
  category: string;
  effort: Kind["effort"];
  /** A pattern on each line. */
  patterns: string;
}

/** The lists as they are typed, an entry on each line. */
export interface WordsDraft {
  lists: Record<List, string>;
  kinds: KindDraft[];
  otherwise: KindDraft;
}

const kindDraft = ({ type, category, effort, patterns }: Kind): KindDraft => ({ type, category, effort, patterns: patterns.join("\n") });

export const draftOf = (words: MessageWords): WordsDraft => ({
  lists: Object.fromEntries(lists.map((list) => [list, words[list].join("\n")])) as Record<List, string>,
  kinds: words.kinds.map(kindDraft),
  otherwise: kindDraft(words.otherwise),
});

export const newKind = (): KindDraft => ({ type: "", category: "support", effort: "small", patterns: "" });

const linesOf = (text: string) => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
const kindOf = ({ type, category, effort, patterns }: KindDraft): Kind => ({ type: type.trim(), category, effort, patterns: linesOf(patterns) });

/** The lists as the server takes them. */
export const wordsOf = (draft: WordsDraft): MessageWords => ({
  ...(Object.fromEntries(lists.map((list) => [list, linesOf(draft.lists[list])])) as Record<List, string[]>),
  kinds: draft.kinds.map(kindOf),
  otherwise: kindOf(draft.otherwise),
});

/** The kinds with one of them moved up or down; the first whose words are there is the one, so their order counts. */
export function moved(kinds: readonly KindDraft[], from: number, to: number): KindDraft[] {
  if (to < 0 || to >= kinds.length) return [...kinds];
  const next = [...kinds];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** Where a refusal belongs: the lists and kinds in which the pattern stands that it speaks of. Empty where it speaks of all. */
export function placesOf(error: unknown, draft: WordsDraft): { lists: readonly List[]; kinds: readonly number[] } {
  if (!isProblem(error)) return { lists: [], kinds: [] };
  const { pattern, given } = error.body;
  if (error.code === "pattern-wrong" && typeof pattern === "string") {
    // A long one is told shortened.
    const told = pattern.replace(/…$/, "");
    const has = (text: string) => linesOf(text).some((line) => line === pattern || (told !== "" && told !== pattern && line.startsWith(told)));
    return { lists: lists.filter((list) => has(draft.lists[list])), kinds: draft.kinds.flatMap((kind, at) => (has(kind.patterns) ? [at] : [])) };
  }
  if (error.code === "too-many-words") return { lists: lists.filter((list) => linesOf(draft.lists[list]).length > 500), kinds: draft.kinds.flatMap((kind, at) => (linesOf(kind.patterns).length > 500 ? [at] : [])) };
  if (error.code === "kind-type-missing") return { lists: [], kinds: draft.kinds.flatMap((kind, at) => (kind.type.trim() === "" ? [at] : [])) };
  if (error.code === "unknown-category" && typeof given === "string") return { lists: [], kinds: draft.kinds.flatMap((kind, at) => (kind.category === given ? [at] : [])) };
  return { lists: [], kinds: [] };
}

/** A file of one message, to be tried on the lists. */
export const oneMessage = (sender: string, text: string, at: string) => new File([[["sender", "message_text", "message_date"], [sender, text, at]].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n")], "message.csv", { type: "text/csv" });
