import { expect, test } from "vitest";
import type { AiRun } from "@/api/types";
import { stateOf, troubleOf } from "./state";

const now = new Date("2026-11-13T15:00:00Z");
const account = { archived: false, active: true, credential: "kept" } as const;
const run = (more: Partial<AiRun>): AiRun => ({ id: "r", cause: "due", state: "done", begunAt: "2026-11-13T14:00:00Z", endedAt: "2026-11-13T14:01:00Z", dueAt: "2026-11-13T14:00:00Z", windows: 3, pages: 4, recorded: 5, restated: 0, withdrawn: 0, trouble: null, said: null, skipped: [], warnings: [], ...more });

test("an account is as its key and its latest reading are", () => {
  expect(stateOf(account, run({}), now)).toBe("current");
  expect(stateOf(account, undefined, now)).toBe("unread");
  expect(stateOf(account, run({ endedAt: null, state: "running" }), now)).toBe("reading");
  expect(stateOf(account, run({ endedAt: null, state: "waiting", trouble: "rate-limited" }), now)).toBe("waiting");
  expect(stateOf(account, run({ state: "stopped", trouble: "provider-down" }), now)).toBe("trouble");
});

test("a reading of more than two days ago is out of date", () => {
  expect(stateOf(account, run({ endedAt: "2026-11-11T15:00:00Z" }), now)).toBe("current");
  expect(stateOf(account, run({ endedAt: "2026-11-11T14:59:59Z" }), now)).toBe("stale");
});

test("what somebody has to do goes before what was read", () => {
  expect(stateOf({ ...account, credential: "rejected" }, run({}), now)).toBe("rejected");
  expect(stateOf({ ...account, credential: "none" }, undefined, now)).toBe("byHand");
  expect(stateOf({ ...account, active: false }, run({}), now)).toBe("paused");
  expect(stateOf({ ...account, archived: true, credential: "none" }, run({}), now)).toBe("archived");
});

test("a trouble is found by its code", () => {
  expect(troubleOf("permission-missing")).toBe("permissionMissing");
  expect(troubleOf("something-new")).toBeUndefined();
  expect(troubleOf(null)).toBeUndefined();
});
