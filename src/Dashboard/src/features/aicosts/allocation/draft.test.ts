import { expect, test } from "vitest";
import { Problem } from "@/api/problem";
import type { AiAllocation } from "@/api/types";
import { draftOf, fieldOf, inputOf, isShare, lastPlace, newDraft, withShare } from "./draft";
import { readAllocationSearch } from "./search";

const [client, other] = ["0193a0c0-0000-7000-8000-000000000001", "0193a0c0-0000-7000-8000-000000000002"];
const rule: AiAllocation = { id: "0193a0c0-0000-7000-8000-000000000009", name: "Support bot", place: 20, accountId: null, key: "key_a", workspace: null, user: null, model: "gpt-5*", shares: [{ clientId: client, tag: null, share: "62.5" }, { clientId: other, tag: null, share: "30" }], version: 2 };

test("what is left out fits anything, and is not sent", () => {
  const draft = { ...newDraft(100), name: " All ", shares: [{ key: 0, client, tag: "ignored", share: "99,5" }] };
  expect(inputOf(draft, "de-DE")).toEqual({ name: "All", place: 100, shares: [{ clientId: client, tag: null, share: "99.5" }] });
  expect(inputOf({ ...draft, kind: "tag" }, "de-DE")).toMatchObject({ shares: [{ clientId: null, tag: "ignored", share: "99.5" }] });
  expect(inputOf({ ...draft, account: other, conditions: { ...draft.conditions, user: " ada " } }, "de-DE")).toMatchObject({ accountId: other, user: "ada" });
});

test("nothing is sent without somebody, a share or a place", () => {
  const draft = { ...newDraft(100), name: "All" };
  expect(inputOf(draft, "en-US")).toBeNull();
  const named = { ...draft, shares: [{ key: 0, client, tag: "", share: "100" }] };
  expect(inputOf(named, "en-US")).not.toBeNull();
  expect([inputOf({ ...named, place: "first" }, "en-US"), inputOf({ ...named, shares: [] }, "en-US"), inputOf({ ...named, shares: withShare(named.shares) }, "en-US"), inputOf({ ...named, name: "" }, "en-US")]).toEqual([null, null, null, null]);
  expect(["0", "100.1", "-5", "half"].filter((text) => isShare(text, "en-US"))).toEqual([]);
});

test("a rule comes back as it was written", () => {
  expect(inputOf(draftOf(rule, "de-DE"), "de-DE")).toEqual({ name: "Support bot", place: 20, key: "key_a", model: "gpt-5*", shares: rule.shares });
  expect(draftOf({ ...rule, shares: [{ clientId: null, tag: "blue", share: "10" }] }, "en-US").kind).toBe("tag");
});

test("a new rule is tried last", () => expect([lastPlace([]), lastPlace([{ place: 20 }, { place: 300 }]), lastPlace([{ place: 10_000 }])]).toEqual([100, 310, 10_000]));

test("a refusal stands at the field it speaks of", () => {
  expect([fieldOf(new Problem(422, { code: "shares-above-all" })), fieldOf(new Problem(422, { code: "pattern-unclear" })), fieldOf(new Problem(422, { code: "else" }))]).toEqual(["shares", "model", undefined]);
  expect(readAllocationSearch({ open: "new" })).toEqual({ open: "new" });
  expect(readAllocationSearch({ open: "other" })).toEqual({});
});
