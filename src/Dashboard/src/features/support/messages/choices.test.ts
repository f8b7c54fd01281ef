import { expect, test } from "vitest";
import type { MessageLine } from "@/api/types";
import { choosing, isTaken, listOf, optionsOf, otherClient, seenIn } from "./choices";

const line = (more: Partial<MessageLine>): MessageLine => ({
  line: 2, outcome: "new", sender: "Them", resolvedOn: "2025-06-23", resolvedAt: "12:47:00", text: "Can you fix the form?", rule: "kind", because: "can you fix", clientId: "c", type: "General Request", category: "support", urgency: "medium", urgencyBecause: null, effort: "medium", hours: "0.5", webAddress: null, chosen: false, ...more,
});

test("what is said of a message adds up, and what is taken back leaves no choice behind", () => {
  const first = choosing({}, 3, { take: true });
  const both = choosing(choosing(first, 3, { urgency: "high" }), 2, { take: false });
  expect(both).toEqual({ 2: { line: 2, take: false }, 3: { line: 3, take: true, urgency: "high" } });
  expect(choosing(both, 3, { urgency: undefined })).toEqual({ 2: { line: 2, take: false }, 3: { line: 3, take: true } });
  expect(choosing(choosing(both, 3, { urgency: undefined }), 3, { take: undefined })).toEqual({ 2: { line: 2, take: false } });
  expect(first).toEqual({ 3: { line: 3, take: true } });
});

test("what goes with a file is whose it is and what was chosen, line by line", () => {
  expect(optionsOf(null, {})).toEqual({});
  expect(optionsOf("c", { 9: { line: 9, take: true }, 2: { line: 2, hours: "1" } })).toEqual({ clientId: "c", choices: [{ line: 2, hours: "1" }, { line: 9, take: true }] });
});

test("a view shows what became of messages, or what a person chose", () => {
  const lines = [line({}), line({ line: 3, outcome: "leftOut", rule: "aside" }), line({ line: 4, outcome: "unchanged" }), line({ line: 5, outcome: "leftOut", chosen: true })];
  const at = (view: Parameters<typeof seenIn>[0]) => seenIn(view, lines).map((one) => one.line);
  expect([at("all"), at("new"), at("leftOut"), at("unchanged"), at("chosen")]).toEqual([[2, 3, 4, 5], [2], [3, 5], [4], [5]]);
  expect(lines.map(isTaken)).toEqual([true, false, true, false]);
});

test("a message is another client's only where somebody gave it to one", () => {
  const at = (clientId: string | null, client: string | null) => otherClient({ clientId }, client);
  expect([at("b", "a"), at("a", "a"), at(null, "a"), at("00000000-0000-0000-0000-000000000000", null), at("b", null)]).toEqual(["b", null, null, null, "b"]);
});

test("a rule leads to its list, where it has one", () => expect([listOf("aside"), listOf("kind"), listOf("tooShort")]).toEqual(["asides", "kinds", undefined]));
