import { expect, test } from "vitest";
import { strengthOf } from "./strength";

test.each([
  ["short1!", 0],
  ["password", 1],
  ["Password2026!", 1],
  ["aaaaaaaaaaaa", 1],
  ["abcdefgh", 1],
  ["12345678", 1],
  ["k7dmq2xw", 2],
  ["correct horse battery staple", 4],
  ["V9!rt-Lq82#mzp", 4],
])("%s is worth %i", (password, strength) => {
  expect(strengthOf(password)).toBe(strength);
});

test("what others know about somebody adds nothing", () => {
  expect(strengthOf("Larkspur-Billing-2026", ["Larkspur Billing"])).toBeLessThan(strengthOf("Larkspur-Billing-2026"));
});
