import { expect, test } from "vitest";
import { Problem } from "@/api/problem";
import type { MessageWords } from "@/api/types";
import { draftOf, moved, newKind, oneMessage, placesOf, wordsOf } from "./words";

const words: MessageWords = {
  senders: ["Them"], reactions: ['liked "'], courtesies: ["thanks", "ok"], asides: ["fyi"], shortRequests: [], workWords: ["site*"], actionWords: ["fix|fixes"], urgent: ["today"], unhurried: ["no rush"],
  kinds: [{ type: "DNS", category: "hosting", effort: "medium", patterns: ["nameserver & cutover"] }, { type: "Backup", category: "hosting", effort: "medium", patterns: ["backup|zip … site"] }],
  otherwise: { type: "General Request", category: "support", effort: "medium", patterns: [] },
};
const refused = (code: string, more = {}) => new Problem(422, { type: `urn:billing:support:${code}`, ...more });

test("lists come back from a draft as they went into it", () => expect(wordsOf(draftOf(words))).toEqual(words));

test("empty lines and spaces around are no entries", () => {
  const draft = draftOf(words);
  expect(wordsOf({ ...draft, lists: { ...draft.lists, urgent: " today \n\n asap\n" } }).urgent).toEqual(["today", "asap"]);
});

test("a kind moves one place, and no further than the ends", () => {
  const { kinds } = draftOf(words);
  expect(moved(kinds, 1, 0).map(({ type }) => type)).toEqual(["Backup", "DNS"]);
  expect([moved(kinds, 0, -1), moved(kinds, 1, 2)].map((some) => some.map(({ type }) => type))).toEqual([["DNS", "Backup"], ["DNS", "Backup"]]);
});

test("a refusal is shown at the lists and kinds that it speaks of", () => {
  const draft = draftOf(words);
  const bad = { ...draft, lists: { ...draft.lists, urgent: "today\n… now" }, kinds: [...draft.kinds, { ...newKind(), category: "gone", patterns: "… now" }] };
  expect(placesOf(refused("pattern-wrong", { pattern: "… now" }), bad)).toEqual({ lists: ["urgent"], kinds: [2] });
  expect(placesOf(refused("kind-type-missing"), bad)).toEqual({ lists: [], kinds: [2] });
  expect(placesOf(refused("unknown-category", { given: "gone" }), bad)).toEqual({ lists: [], kinds: [2] });
  expect(placesOf(refused("too-many-words"), { ...bad, lists: { ...bad.lists, asides: Array.from({ length: 501 }, (_, at) => `word ${at}`).join("\n") } })).toEqual({ lists: ["asides"], kinds: [] });
  expect(placesOf(refused("too-many-kinds"), bad)).toEqual({ lists: [], kinds: [] });
});

test("a message to be tried is a file of one line, whatever is in it", async () => {
  expect(await oneMessage("Them", 'The "contact" form,\nplease', "2025-06-23T12:47:00Z").text()).toBe('"sender","message_text","message_date"\r\n"Them","The ""contact"" form,\nplease","2025-06-23T12:47:00Z"');
});
