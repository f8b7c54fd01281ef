import { afterEach, expect, test } from "vitest";
import { clear, draw } from "@/test/draw";
import { Bar } from "./BulkBar";

afterEach(clear);
const room = () => document.documentElement.style.getPropertyValue("--over-bar");

test("toasts are told how high the bar stands, for as long as it does", async () => {
  const { redraw } = await draw(<Bar label="Actions">Withdraw</Bar>);
  expect(room()).toMatch(/^\d+px$/);
  await redraw(null);
  expect(room()).toBe("");
});
