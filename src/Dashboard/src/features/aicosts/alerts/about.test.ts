import { expect, test } from "vitest";
import { loudest, recordsOf } from "./about";
import { readAlertsSearch } from "./search";

const account = "0193a0c0-0000-7000-8000-00000000000a";

test("an alert leads to the records it speaks of, and to none where it speaks of none", () => {
  expect(recordsOf({ kind: "unpriced", accountId: account, day: null })).toEqual({ list: "unpriced", filter: `account.is.${account}` });
  expect(recordsOf({ kind: "anomaly", accountId: account, day: "2026-11-09" })).toEqual({ filter: `day.is.2026-11-09;account.is.${account}` });
  expect(recordsOf({ kind: "budget", accountId: null, day: "2026-11-01" })).toBeNull();
  expect(recordsOf({ kind: "syncStale", accountId: account, day: null })).toBeNull();
});

test("the loudest of some alerts says how loud all of them are", () => {
  expect(loudest([{ level: "warning" }, { level: "emergency" }, { level: "critical" }])).toBe("emergency");
  expect(loudest([{ level: "warning" }])).toBe("warning");
  expect(loudest([])).toBeNull();
});

test("the address says which alerts, and nothing else", () => {
  expect(readAlertsSearch({ list: "settled", kind: "budget", account })).toEqual({ list: "settled", kind: "budget", account });
  expect(readAlertsSearch({ list: "open", kind: "weather", account: "../x", rule: "new" })).toEqual({});
  expect(readAlertsSearch({ list: "rules", rule: "new" })).toEqual({ list: "rules", rule: "new" });
});
