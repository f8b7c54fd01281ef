import { expect, test } from "vitest";
import { readAction } from "./paletteArguments";

const read = (text: string) => readAction(text, "MM/dd/yyyy", "2025-11-19");

test.each(["record payment Meadow Health", "payment meadow health", "Pay Meadow Health", "Zahlung für Meadow Health"])("“%s” is a payment for a facility", (text) => {
  expect(read(text)).toMatchObject({ action: "pay", facility: expect.stringMatching(/^meadow health$/i) });
});

test.each(["11/14/2025", "cycle 2025-11-14", "go to cycle 11142025", "Zyklus 11/14/2025"])("“%s” goes to the cycle of a day", (text) => {
  expect(read(text)).toEqual({ action: "cycle", day: "2025-11-14" });
});

test.each(["", "payment", "pay x", "meadow", "cycle"])("“%s” is neither", (text) => {
  expect(read(text)).toBeNull();
});
