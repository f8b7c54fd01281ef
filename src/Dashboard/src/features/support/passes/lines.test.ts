import { expect, test } from "vitest";
import type { SupportPassLine } from "@/api/types";
import { fieldOf, saidOf, together, valueOf, wordOf } from "./lines";

const line = (more: Partial<SupportPassLine>): SupportPassLine => ({ what: "changed", kind: "request", outsideId: "2003", target: "r-1", field: null, was: null, became: null, said: null, ...more });

test("what is said behind a line is a code, a sentence, or both", () => {
  expect(saidOf("client-unknown: Nobody said which client customer 31 of ticket HL-1012 is. Say so: in the connection.")).toEqual({ code: "client-unknown", sentence: "Nobody said which client customer 31 of ticket HL-1012 is. Say so: in the connection." });
  expect(saidOf("gone")).toEqual({ code: "gone", sentence: "" });
  expect(saidOf("There is no category for the product “Print Shop”: taken as general.")).toEqual({ code: "", sentence: "There is no category for the product “Print Shop”: taken as general." });
  expect(saidOf(null)).toBeNull();
  expect([wordOf("closed-without-a-day"), wordOf("not-micros"), wordOf("toString")]).toEqual(["said_closedWithoutADay", undefined, undefined]);
});

test("values are read by their field, and none of them by way of a float", () => {
  expect(valueOf("resolved", "2026-09-26 09:00:00")).toEqual({ as: "moment", day: "2026-09-26", time: "09:00" });
  expect(valueOf("resolved", "open")).toEqual({ as: "word", word: "open" });
  expect(valueOf("price", "1234567890123456.78 USD")).toEqual({ as: "money", amount: "1234567890123456.78", currency: "USD" });
  expect(valueOf("fee", "much")).toEqual({ as: "text", text: "much" });
  expect(valueOf("end", "2026-12-31")).toEqual({ as: "day", day: "2026-12-31" });
  expect(valueOf("hours", "0.38")).toEqual({ as: "number", number: "0.38" });
  expect(valueOf("client", "0193")).toEqual({ as: "client", id: "0193" });
  expect(valueOf("name", "2026-12-31")).toEqual({ as: "text", text: "2026-12-31" });
  expect([valueOf("end", null), valueOf("webAddress", "")]).toEqual([null, null]);
});

test("a field nobody knows here is none", () => expect([fieldOf({ field: "hours" }), fieldOf({ field: "mood" }), fieldOf({ field: null })]).toEqual(["hours", undefined, undefined]));

test("lines about one record stand together, those about records without a name do not", () => {
  const lines = [line({ field: "hours" }), line({ field: "effort" }), line({ outsideId: "2004" }), line({ outsideId: "", target: null, what: "rejected" }), line({ outsideId: "", target: null, what: "rejected" }), line({ kind: "site", outsideId: "2004" })];
  expect(together(lines).map((one) => one.length)).toEqual([2, 1, 1, 1, 1]);
});
