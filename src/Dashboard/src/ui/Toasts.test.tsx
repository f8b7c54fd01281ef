import { act } from "react";
import { afterEach, expect, test } from "vitest";
import { clear, draw } from "@/test/draw";
import { toast } from "./toast";
import Toasts from "./Toasts";

afterEach(clear);

const hidden = (one: Element) => one.closest("[aria-hidden=true]") !== null;
const reachable = () => [...document.querySelectorAll<HTMLElement>("[tabindex], button, a[href]")].filter((one) => one.tabIndex >= 0 && !one.closest("[inert]"));

test.each(["error", "done"] as const)("what is told of %s is hidden from nobody who can get there by keyboard", async (kind) => {
  await draw(<Toasts />);
  await act(async () => void toast[kind]("The key was not taken", { detail: "Write another one.", timeout: 0 }));
  expect(document.body.textContent).toContain("Write another one.");
  expect(reachable().length).toBeGreaterThan(1);
  expect(reachable().filter(hidden).map((one) => one.outerHTML)).toEqual([]);
});

test("an error is read out at once, and once", async () => {
  await draw(<Toasts />);
  await act(async () => void toast.error("The key was not taken", { timeout: 0 }));
  expect([...document.querySelectorAll("[role=alert]")].map((one) => one.textContent)).toEqual(["The key was not taken"]);
  await act(async () => void toast.done("Saved", { timeout: 0 }));
  expect(document.querySelectorAll("[role=alert]")).toHaveLength(1);
});
