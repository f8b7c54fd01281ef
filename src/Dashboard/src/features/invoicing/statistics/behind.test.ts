import { expect, it } from "vitest";
import { viewOf } from "@/ui/table/view";
import { invoiceFilter } from "../invoices/filter";
import { readInvoicesSearch } from "../invoices/search";
import { paymentFilter } from "../payments/filter";
import { readPaymentsSearch } from "../payments/search";
import { behind, behindAge, type Behind } from "./behind";

const today = "2026-03-31";
const columns = ["state", "issueDate", "dueDate", "receivedOn", "currency"];
const asked = ({ to, search }: Behind) => {
  const view = viewOf(search, columns);
  return to === "/payments" ? paymentFilter(readPaymentsSearch({ ...search }), view, undefined, today) : invoiceFilter(readInvoicesSearch({ ...search }), view, undefined, today);
};

it("asks for exactly what a figure counts", () => {
  expect(asked(behind("billed", "EUR", { from: "2026-01-01", to: "2026-01-31" }))).toEqual({ status: ["billed"], currency: "EUR", from: "2026-01-01", to: "2026-01-31" });
  expect(asked(behind("received", "EUR", { from: "2026-01-01" }))).toEqual({ undone: false, currency: "EUR", from: "2026-01-01" });
  expect(asked(behind("overdue", "USD", { to: "2026-01-31" }))).toEqual({ status: ["overdue"], currency: "USD", to: "2026-01-31" });
  expect(asked(behind("draft", "USD", { from: "2026-01-01" }))).toEqual({ status: ["draft"], currency: "USD" });
  expect(asked(behind("voided", "USD", {}))).toEqual({ status: ["voided"], currency: "USD" });
});

it("asks for invoices by how late they are, each by one age alone", () => {
  expect(asked(behindAge("notDue", "EUR", today, {}))).toEqual({ status: ["open"], currency: "EUR" });
  expect(asked(behindAge("days1To30", "EUR", today, {}))).toEqual({ status: ["overdue"], currency: "EUR", dueFrom: "2026-03-01", dueTo: "2026-03-30" });
  expect(asked(behindAge("days31To60", "EUR", today, {}))).toEqual({ status: ["overdue"], currency: "EUR", dueFrom: "2026-01-30", dueTo: "2026-02-28" });
  expect(asked(behindAge("over90", "EUR", today, { from: "2025-01-01" }))).toEqual({ status: ["overdue"], currency: "EUR", dueTo: "2025-12-30", from: "2025-01-01" });
});
