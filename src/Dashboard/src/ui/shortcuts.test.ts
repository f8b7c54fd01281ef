import { expect, test } from "vitest";
import { chordOf, Sequence } from "./shortcuts";

const key = (name: string, more: object = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

test("keys are written the way shortcuts are", () => {
  expect(chordOf(key("k", { ctrlKey: true }))).toBe("mod+k");
  expect(chordOf(key("K", { metaKey: true, shiftKey: true }))).toBe("mod+shift+k");
  expect(chordOf(key("?", { shiftKey: true }))).toBe("?");
  expect(chordOf(key("ArrowDown"))).toBe("down");
});

test("a sequence holds for a second", () => {
  const sequence = new Sequence();
  expect(sequence.press("g", 0)).toEqual(["g"]);
  expect(sequence.press("b", 900)).toEqual(["g b", "b"]);
  expect(sequence.press("g", 1000)).toEqual(["b g", "g"]);
  expect(sequence.press("b", 2500)).toEqual(["b"]);
});
