import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whenQuiet } from "./quiet";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  document.body.innerHTML = "";
});

test("nothing is done before the page has shown itself and has been quiet for as long", () => {
  const act = vi.fn();
  whenQuiet(act, 1_000);
  vi.advanceTimersByTime(5_000);
  document.body.innerHTML = `<main><h1>Invoices</h1><div aria-busy="true"></div></main>`;
  vi.advanceTimersByTime(5_000);
  expect(act).not.toHaveBeenCalled();
  document.body.innerHTML = "<main><h1>Invoices</h1></main>";
  vi.advanceTimersByTime(1_000);
  expect(act).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(act).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledOnce();
});

test("it is called off", () => {
  document.body.innerHTML = "<main><h1>Invoices</h1></main>";
  const act = vi.fn();
  whenQuiet(act, 1_000)();
  vi.advanceTimersByTime(10_000);
  expect(act).not.toHaveBeenCalled();
});
