import { expect, test } from "vitest";
import type { SupportPass } from "@/api/types";
import { causeOf, isIncomplete, passStateOf, stateOf, troubleOf } from "./state";

const now = new Date("2026-11-13T15:00:00Z");
const connection = { ended: false, shut: null, active: true };
const pass = (more: Partial<SupportPass>): SupportPass => ({
  id: "p", cause: "due", whole: false, state: "done", begunAt: "2026-11-13T14:00:00Z", endedAt: "2026-11-13T14:01:00Z", dueAt: "2026-11-13T14:00:00Z",
  pages: 1, rows: 3, stored: 3, added: 0, changed: 0, leftAlone: 0, elsewhere: 0, gone: 0, rejected: 0, warnings: 0, trouble: null, said: null, undoneAt: null, ...more,
});

test("a connection is as it is arranged and as its latest pass went", () => {
  expect(stateOf(connection, pass({}), now)).toBe("current");
  expect(stateOf(connection, undefined, now)).toBe("unread");
  expect(stateOf(connection, pass({ endedAt: null, state: "running" }), now)).toBe("reading");
  expect(stateOf(connection, pass({ endedAt: null, state: "waiting", trouble: "source-down" }), now)).toBe("waiting");
  expect(stateOf(connection, pass({ state: "stopped", trouble: "source-web-page" }), now)).toBe("trouble");
});

test("a night without a pass makes it out of date", () => {
  expect(stateOf(connection, pass({ endedAt: "2026-11-12T03:00:00Z" }), now)).toBe("current");
  expect(stateOf(connection, pass({ endedAt: "2026-11-12T02:59:59Z" }), now)).toBe("stale");
});

test("what somebody has to do goes before what was read", () => {
  expect(stateOf({ ...connection, shut: "source-not-an-agent" }, pass({}), now)).toBe("shut");
  expect(stateOf({ ...connection, active: false }, pass({}), now)).toBe("paused");
  expect(stateOf({ ended: true, shut: "source-not-an-agent", active: false }, pass({}), now)).toBe("ended");
});

test("a month says so where something of it may not have been read", () => {
  expect((["ended", "shut", "paused", "unread", "reading", "waiting", "trouble", "stale", "current"] as const).filter(isIncomplete)).toEqual(["shut", "paused", "waiting", "trouble", "stale"]);
});

test("troubles, states and causes are found by their words, and others do no harm", () => {
  expect(troubleOf("source-not-an-agent")).toBe("sourceNotAnAgent");
  expect(troubleOf("something-new")).toBeUndefined();
  expect(troubleOf(null)).toBeUndefined();
  expect([passStateOf({ state: "stopped" }), passStateOf({ state: "new" })]).toEqual(["stopped", "waiting"]);
  expect([causeOf({ cause: "nudged" }), causeOf({ cause: "new" })]).toEqual(["nudged", "due"]);
});
