import { describe, expect, it } from "vitest";
import type { HistoryEntry } from "@/api/types";
import { textNow } from "@/i18n/messages";
import { formats } from "@/test/table";
import type { Condition } from "@/ui/table";
import { quoteFilter } from "./filter";
import { quoteWords } from "./history";
import { messages } from "./messages";
import { quoteOf } from "./queries";
import { readNewQuoteSearch, readQuoteSearch, readQuotesSearch } from "./search";

const today = "2025-11-19";

describe("The address of the quotes", () => {
  it("keeps what it understands and drops the rest", () => {
    expect(readQuotesSearch({ list: "expired", of: "c1", q: "Q-", nonsense: 1 })).toEqual({ list: "expired", of: "c1", q: "Q-" });
    expect(readQuotesSearch({ list: "all", of: "" })).toEqual({});
    expect([readQuoteSearch({ at: 2 }), readQuoteSearch({ at: 0 }), readNewQuoteSearch({ client: "c1" })]).toEqual([{ at: 2 }, {}, { client: "c1" }]);
  });

  it("becomes the server's filter", () => {
    const filter = (list: "open" | undefined, ...conditions: Condition[]) => quoteFilter(list ? { list } : {}, { search: " Q ", conditions }, "-total", today);
    expect(filter("open")).toEqual({ status: ["open"], search: "Q", sort: "-total" });
    expect(filter(undefined, { column: "state", op: "is", values: ["withdrawn"] })).toMatchObject({ status: ["withdrawn"] });
    expect(filter(undefined, { column: "issueDate", op: "last", values: ["7"] }, { column: "total", op: "between", values: ["10", "20"] })).toMatchObject({ from: "2025-11-13", to: today, minTotal: "10", maxTotal: "20" });
  });
});

it("A quote has a last day where an invoice has a date, terms and charges", () => {
  expect(quoteOf({ clientId: "c1", lines: [], issueDate: today, termsDays: 30, charges: ["x"], notes: "Gladly" }, "2025-12-31")).toEqual({ clientId: "c1", lines: [], notes: "Gladly", validUntil: "2025-12-31" });
  expect(quoteOf({ clientId: "c1", lines: [] }, null)).toEqual({ clientId: "c1", lines: [] });
});

it("The time line of a quote is headed by what weighs most", () => {
  const words = quoteWords(textNow(messages), formats);
  const step = (...events: string[]) => words.step({ version: 1, at: "", actor: {} as HistoryEntry["actor"], events, changes: [] });
  expect([step("invoicing.quote_lines_written", "invoicing.quote_drafted"), step("invoicing.something_new")]).toEqual(["Draft begun", "something new"]);
  expect([words.field("validUntil"), words.value("validUntil", "2025-12-31"), words.value("total", "12.50 EUR")]).toEqual(["Valid until", "12/31/2025", "12.50 EUR"]);
});
